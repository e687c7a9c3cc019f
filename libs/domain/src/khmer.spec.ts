import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseName } from './compliance-rules/names.js';
import { foldKhmer } from './khmer.js';

const word = (...codes: number[]): string => String.fromCharCode(...codes);
/** Kha, subscript Nyo, sign U, nikahit: "I", in the two common orders. */
const I = word(0x1781, 0x17d2, 0x1789, 0x17bb, 0x17c6);
const I_TYPED_OTHERWISE = word(0x1781, 0x17bb, 0x17c6, 0x17d2, 0x1789);

describe('Khmer text', () => {
  it('compares equal in the two common orders of typing, which normalisation leaves apart', () => {
    expect(I.normalize('NFC')).not.toBe(I_TYPED_OTHERWISE.normalize('NFC'));
    expect(foldKhmer(I)).toBe(foldKhmer(I_TYPED_OTHERWISE));
    expect(normaliseName(`${I} Textile`)).toBe(normaliseName(`${I_TYPED_OTHERWISE} Textile`));
  });

  it.each([
    [
      'subscript RO before another subscript',
      [0x179f, 0x17d2, 0x179a, 0x17d2, 0x178f],
      [0x179f, 0x17d2, 0x178f, 0x17d2, 0x179a],
    ],
    ['subscript TA as subscript DA', [0x1794, 0x17d2, 0x178f], [0x1794, 0x17d2, 0x178a]],
    ['a vowel in two pieces', [0x1780, 0x17c1, 0x17b8], [0x1780, 0x17be]],
    ['the other vowel in two pieces', [0x1780, 0x17c1, 0x17b6], [0x1780, 0x17c4]],
    ['a register shifter as sign U under a vowel above', [0x179f, 0x17ca, 0x17b8], [0x179f, 0x17bb, 0x17b8]],
    ['a shifter after the vowel', [0x1794, 0x17b6, 0x17c9], [0x1794, 0x17c9, 0x17b6]],
    ['a deprecated letter', [0x17a3, 0x17b6], [0x17a4]],
    ['a mark typed twice', [0x1780, 0x17c6, 0x17c6], [0x1780, 0x17c6]],
    ['a space without width', [0x1780, 0x200b, 0x1781], [0x1780, 0x1781]],
  ])('compares equal with %s', (_, one, other) => {
    expect(word(...one)).not.toBe(word(...other));
    expect(foldKhmer(word(...one))).toBe(foldKhmer(word(...other)));
  });

  it('keeps apart what is another word', () => {
    expect(foldKhmer(word(0x1780, 0x17b6))).not.toBe(foldKhmer(word(0x1781, 0x17b6)));
    expect(foldKhmer(word(0x1780, 0x17bb))).not.toBe(foldKhmer(word(0x1780, 0x17bc)));
    expect(foldKhmer(word(0x1780, 0x17d2, 0x179a))).not.toBe(foldKhmer(word(0x1780, 0x179a)));
  });

  it('reads Khmer digits as digits', () => {
    expect(foldKhmer('\u17e0\u17e1\u17e9')).toBe('019');
  });

  const base = fc.integer({ min: 0x1780, max: 0x17a2 }).map((c) => word(c));
  const marks = fc.uniqueArray(
    fc.constantFrom('\u17b6', '\u17bb', '\u17c6', '\u17c9', '\u17d2\u1789', '\u17d2\u179a'),
    { maxLength: 4 },
  );

  it('compares equal in every order of the marks of a syllable, and keeps its base', () => {
    fc.assert(
      fc.property(base, marks, fc.integer(), (letter, typed, seed) => {
        const turned = [
          ...typed.slice(Math.abs(seed) % (typed.length + 1)),
          ...typed.slice(0, Math.abs(seed) % (typed.length + 1)),
        ];
        expect(foldKhmer(letter + turned.join(''))).toBe(foldKhmer(letter + typed.join('')));
        expect(foldKhmer(letter + typed.join('')).startsWith(letter)).toBe(true);
      }),
    );
  });

  it('is folded once and for all, and nothing else is touched', () => {
    // Pieces of a vowel with another vowel beside them; a sign before a subscript mark without its consonant.
    for (const typed of ['\u17a4\u17c2\u17c1', '\u1780\u17dd\u17b6\u17d2', '\u17dd\u17b4\u17d2'])
      expect(foldKhmer(foldKhmer(typed))).toBe(foldKhmer(typed));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x1780, max: 0x17e9 })), (codes) => {
        const folded = foldKhmer(word(...codes));
        expect(foldKhmer(folded)).toBe(folded);
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^[ -~]*$/), (text) => expect(foldKhmer(text)).toBe(text)));
  });
});
