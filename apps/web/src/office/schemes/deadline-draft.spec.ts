import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCHEME_CONTENT as content, deadlineRule } from '#domain';
import { deadlineDraft, stepOf, withDeadline } from './deadline-draft.js';
import { DEADLINES } from './terms.js';

describe('a deadline of a draft', () => {
  it.each(DEADLINES)('%s is the same when nobody changes it', (kind) => {
    const { deadlines } = withDeadline(content, kind, deadlineDraft(content, kind));
    expect(deadlines[kind]).toEqual(deadlineRule(content, kind));
  });

  it('is counted in one unit, and steps before it is due as lengths below 0', () => {
    const draft = deadlineDraft(content, 'review');
    const { deadlines } = withDeadline(content, 'review', {
      ...{ within: { unit: 'days', count: 7 }, extendableDays: 3 },
      steps: [{ step: 'remind', place: 'before-due', unit: 'workingDays', count: 2 }],
    });
    expect(draft.within).toEqual({ unit: 'workingDays', count: 5 });
    expect(deadlines.review).toEqual({
      ...{ within: { days: 7 }, extendableDays: 3 },
      steps: [{ step: 'remind', from: 'due', workingDays: -2 }],
    });
  });

  it('takes a length with a sign for none', () => {
    const draft = deadlineDraft(content, 'review');
    const { deadlines } = withDeadline(content, 'review', {
      ...draft,
      within: { unit: 'days', count: -7 },
    });
    expect(deadlines.review.within).toEqual({ days: NaN });
  });

  it('tells where a step stands', () => {
    expect(stepOf({ step: 'remind', from: 'start', days: 3 }).place).toBe('after-start');
    expect(stepOf({ step: 'remind', from: 'due', hours: -3 })).toMatchObject({
      place: 'before-due',
      count: 3,
    });
    expect(stepOf({ step: 'escalate', from: 'due', days: 0 }).place).toBe('after-due');
  });
});
