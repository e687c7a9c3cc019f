import { expect, it } from '@jest/globals';
import { pointsOf, trendOf, usedOf } from './sparkline.js';

it('a line goes from the first month to the last, the better the higher', () => {
  expect(pointsOf([0, 100])).toEqual([
    [3, 29],
    [117, 3],
  ]);
  expect(pointsOf([50])).toEqual([[60, 16]]);
  expect(pointsOf([])).toEqual([]);
});

it('a trend is between the last two months, and nothing of one', () => {
  expect([[80, 70, 71], [71, 70], [70, 70], [70], []].map(trendOf)).toEqual([
    ...['up', 'down', 'level', undefined, undefined],
  ]);
});

it('of a limit so much was used', () => {
  expect(usedOf(100, 25)).toBe(0.75);
  expect(usedOf(100, 0)).toBe(1);
  expect(usedOf(100, 120)).toBe(0);
});
