import { describe, expect, it } from '@jest/globals';
import { jaroWinkler, nameLikeness } from './likeness.js';

describe('the likeness of names', () => {
  it('is that of Jaro and Winkler: their published examples', () => {
    expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('DWAYNE', 'DUANE')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.8133, 4);
  });

  it('goes from nothing in common to equal', () => {
    expect([jaroWinkler('abc', 'xyz'), jaroWinkler('', ''), jaroWinkler('abc', 'abc')]).toEqual([0, 0, 1]);
  });

  it('does not look at legal forms, letter case or punctuation', () => {
    expect(nameLikeness('Mekong Cartons Co., Ltd.', 'MEKONG CARTONS')).toBe(1);
    expect(nameLikeness('Mekong Cartons', 'Angkor Cartons')).toBeLessThan(0.9);
  });
});
