import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import canonicalText from 'canonicalize';
import { alike, canonical, tidied } from './contents.js';

describe('contents', () => {
  it('are tidied as the API tidies them: no blanks around, one Unicode form, no texts of nothing', () => {
    expect(
      tidied({ note: '  cafe\u0301 ', reason: ' ', list: [' a '], n: 0, no: false, gone: undefined }),
    ).toEqual({
      ...{ note: 'caf\u00e9', list: ['a'], n: 0, no: false },
    });
  });

  it('have the canonical text that the journal goes by', () => {
    const text = fc.string({ unit: 'grapheme' });
    const content = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text)));
    fc.assert(
      fc.property(content, (one) => {
        expect(canonical(one)).toBe(canonicalText(one));
      }),
    );
  });

  it('are alike whatever the order of their names', () => {
    expect(alike({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(alike({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
