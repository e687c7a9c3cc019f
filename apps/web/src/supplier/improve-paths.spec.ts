import { describe, expect, it } from '@jest/globals';
import { distinctPaths } from './improve-paths.js';

type Path = Parameters<typeof distinctPaths>[0][number];
const path = (grade: string, ...items: string[]): Path =>
  ({ grade, reachable: true, blockedBy: [], steps: items.map((itemId) => ({ itemId })) }) as unknown as Path;

describe('ways to better grades', () => {
  it('are told once, as the way to the best grade that they lead to', () => {
    const ways = distinctPaths([
      path('C', 'HS-03'),
      path('B', 'BL-05', 'HS-03'),
      path('A', 'HS-03', 'BL-05'),
    ]);
    expect(ways.map(({ grade }) => grade)).toEqual(['C', 'A']);
  });

  it('that no work opens are told each', () => {
    const closed = { ...path('A'), reachable: false, blockedBy: ['SL-01'] };
    expect(distinctPaths([path('C'), closed]).map(({ grade }) => grade)).toEqual(['C', 'A']);
  });
});
