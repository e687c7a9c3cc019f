import { expect, it } from '@jest/globals';
import { placeOf } from './problem-place.js';

it('finds the item that a refusal is about, and its field', () => {
  expect(placeOf('#/content/checklist/items/1/weight', ['BL-01', 'BL-02'])).toMatchObject({
    itemId: 'BL-02',
    field: 'weight',
  });
  expect(placeOf('#/content/checklist/items/0', ['BL-01'])).toEqual({
    itemId: 'BL-01',
    path: 'checklist.items.0',
  });
});

it('finds the page on which the rest is written', () => {
  expect(placeOf('#/content/checklist/scoring/grades/2', ['BL-01'])).toEqual({
    path: 'checklist.scoring.grades.2',
    terms: 'grades',
  });
  expect(placeOf('#/content/deadlines/review/within', [])).toEqual({
    path: 'deadlines.review.within',
    deadline: 'review',
  });
  expect(placeOf('#/content/validityMonths/B', [])).toMatchObject({ terms: 'validity' });
});

it('tells the path of what is written in a file only, and of an item that is not there any more', () => {
  expect(placeOf('#/content/complianceChecks/TRIMS/0', [])).toEqual({ path: 'complianceChecks.TRIMS.0' });
  expect(placeOf('#/content/checklist/items/7/weight', ['BL-01'])).toEqual({
    path: 'checklist.items.7.weight',
  });
});
