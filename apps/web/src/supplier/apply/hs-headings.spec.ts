import { describe, expect, it } from '@jest/globals';
import { INPUT_CATEGORIES } from '#domain';
import { headingsLike, headingsOf, NAMED_HEADINGS } from './hs-headings.js';

const trims = headingsOf('TRIMS', (code) =>
  code === '9607' ? 'Zips' : code === '5807' ? 'Woven labels, badges' : code,
);

describe('HS headings', () => {
  it('that have a name belong to goods of the programme, and every such category has some', () => {
    const goods = INPUT_CATEGORIES.filter(({ hs }) => hs.length > 0);
    for (const { code } of goods) expect(headingsOf(code, String).length).toBeGreaterThan(5);
    const known = new Set(
      goods.flatMap(({ code }) => headingsOf(code, String).map((heading) => heading.code)),
    );
    expect(NAMED_HEADINGS.filter((code) => !known.has(code))).toEqual([]);
    expect(new Set(NAMED_HEADINGS).size).toBe(NAMED_HEADINGS.length);
  });

  it('are found by a word of their name or by the beginning of their number', () => {
    expect(headingsLike(trims, 'label').map(({ code }) => code)).toEqual(['5807']);
    expect(headingsLike(trims, '96').map(({ code }) => code)).toEqual(['9606', '9607']);
    expect(headingsLike(trims, '9607.11').map(({ code }) => code)).toEqual(['9607']);
    expect(headingsLike(trims, 'badges WOVEN').map(({ code }) => code)).toEqual(['5807']);
    expect(headingsLike(trims, 'ship')).toEqual([]);
  });
});
