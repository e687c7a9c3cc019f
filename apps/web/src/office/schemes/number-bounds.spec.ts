import { expect, it } from '@jest/globals';
import { DEFAULT_SCHEME_CONTENT as content } from '#domain';
import { numberProblems } from './number-bounds.js';

it('finds nothing wrong with the numbers of the programme’s own scheme', () => {
  expect(numberProblems(content)).toEqual([]);
});

it.each([
  ['/validityMonths/D', { validityMonths: { ...content.validityMonths, D: 0 } }, 1, 60],
  ['/certificateGraceDays', { certificateGraceDays: 1.5 }, 0, 365],
  ['/deadlines/review/within/days', { deadlines: { review: { within: { days: NaN }, steps: [] } } }, 0, 3660],
  [
    '/deadlines/review/steps/0/workingDays',
    { deadlines: { review: { steps: [{ workingDays: -261 }] } } },
    0,
    260,
  ],
])('says of %s between which numbers it must be', (pointer, part, least, most) => {
  expect(numberProblems(part)).toEqual([{ pointer, code: 'whole-number-wrong', least, most }]);
});

it('tells shares in per cent, and leaves alone what may be any number', () => {
  expect(numberProblems({ checklist: { scoring: { values: { partial: 2 } } } })).toEqual([
    { pointer: '/checklist/scoring/values/partial', code: 'number-wrong', least: 0, most: 100 },
  ]);
  expect(numberProblems({ checklist: { sections: [{ weight: -1 }] } })).toEqual([]);
});
