import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samplePick, seedOf } from './sample-pick.js';

const SEED = seedOf('pilot', 1, '2026-11-02T02:00:00.000Z');

describe('the draw of a sample', () => {
  it('names units of the lot, each once, and always the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 300 }), fc.string(), (size, n, seed) => {
        const units = samplePick(size, n, seed);
        expect(units).toHaveLength(Math.min(n, size));
        expect(new Set(units).size).toBe(units.length);
        expect(units.every((unit) => Number.isInteger(unit) && unit >= 1 && unit <= size)).toBe(true);
        expect(samplePick(size, n, seed)).toEqual(units);
      }),
    );
  });

  it('begins with the same units when more are drawn: the smaller sample of a class', () => {
    expect(samplePick(1200, 80, SEED).slice(0, 50)).toEqual(samplePick(1200, 50, SEED));
  });

  it('stays what it was, so that a draw of years ago can be made again', () => {
    expect(SEED).toBe('d8d1347346b955d40f8eb38b46a06d87');
    expect(samplePick(500, 8, SEED)).toEqual([229, 314, 397, 486, 11, 89, 218, 254]);
  });

  it('favours no unit: over many seeds each is drawn as often as chance has it', () => {
    const [size, n, draws] = [20, 5, 20_000];
    const counts = new Array<number>(size + 1).fill(0);
    for (let i = 0; i < draws; i++)
      for (const unit of samplePick(size, n, seedOf('lot', i))) counts[unit] = (counts[unit] ?? 0) + 1;
    const expected = (draws * n) / size;
    const chiSquare = counts.slice(1).reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    // 19 degrees of freedom: 43.8 is exceeded once in a thousand draws.
    expect(chiSquare).toBeLessThan(43.8);
  });

  it('differs with every part of the seed', () => {
    const at = '2026-11-02T02:00:00.000Z';
    const seeds = [
      SEED,
      seedOf('pilot', 2, at),
      seedOf('other', 1, at),
      seedOf('pilot', 1, '2026-11-02T02:00:00.001Z'),
    ];
    expect(new Set(seeds).size).toBe(4);
    expect(seeds.every((seed) => /^[0-9a-f]{32}$/.test(seed))).toBe(true);
  });

  it.each([
    [0, 1],
    [2.5, 1],
    [10, -1],
    [10, 1.5],
  ])('is refused for %d units of which %d', (size, n) => {
    expect(() => samplePick(size, n, SEED)).toThrow(RangeError);
  });
});
