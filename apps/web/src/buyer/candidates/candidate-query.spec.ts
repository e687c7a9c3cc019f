import { describe, expect, it } from '@jest/globals';
import { atLeast, candidateQuery, comparedIn, withCompared } from './candidate-query.js';

const ids = [1, 2, 3, 4, 5].map((n) => `0000000${n}-0000-4000-8000-000000000000`);
const [one = '', two = '', three = '', four = '', five = ''] = ids;

describe('what candidates are asked for', () => {
  it('is what the address says, in the words of the API', () => {
    const chosen = { category: 'TRIMS', hs: '5807', province: 'KH-12', women: 'yes', watched: 'yes' };
    expect(candidateQuery(chosen)).toEqual({
      ...{ category: 'TRIMS', hs: '5807', province: 'KH-12', womenOwned: 'true', watched: 'true' },
    });
  });

  it('is a grade and all better ones', () => {
    expect(atLeast('C')).toEqual(['A', 'B', 'C']);
    expect(candidateQuery({ grade: 'A' })).toEqual({ grade: ['A'] });
  });

  it('counts free capacity in a unit, or not at all', () => {
    expect(candidateQuery({ free: '5000', unit: 'pieces' })).toEqual({ freeCapacity: 5000, unit: 'pieces' });
    expect(candidateQuery({ free: '5000' })).toEqual({});
    expect(candidateQuery({ unit: 'pieces' })).toEqual({});
  });
});

describe('candidates side by side', () => {
  it('are kept in the address, each once, four at most, and nothing that is no id', () => {
    expect(comparedIn(undefined)).toEqual([]);
    expect(comparedIn(`${one}.x.${one}.${two}`)).toEqual([one, two]);
    expect(comparedIn(ids.join('.'))).toEqual([one, two, three, four]);
  });

  it('come and go one by one', () => {
    expect(withCompared([], one)).toBe(one);
    expect(withCompared([one], two)).toBe(`${one}.${two}`);
    expect(withCompared([one, two], one)).toBe(two);
    expect(withCompared([one], one)).toBeUndefined();
    expect(withCompared([one, two, three, four], five)).toBe([one, two, three, four].join('.'));
  });
});
