import { describe, expect, it } from '@jest/globals';
import { comparable } from './comparable-name.js';
import { fold, skeleton } from './fold.js';
import { withDigits } from './name-words.js';
import { edits, jaroWinkler } from './similarity.js';
import { scriptOf, transliterate } from './transliterate.js';

describe('two words are measured', () => {
  // Values of Winkler (1990), as they are quoted for this measure.
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['same', 'same', 1],
    ['abc', 'xyz', 0],
    ['', 'abc', 0],
  ])('by Jaro-Winkler: %s, %s', (one, other, expected) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
    expect(jaroWinkler(other, one)).toBeCloseTo(expected, 3);
  });

  it.each([
    ['loom', 'loom', 0],
    ['loom', 'looms', 1],
    ['weaver', 'waever', 1],
    ['spindle', 'spindel', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('by edits: %s, %s', (one, other, expected) => {
    expect(edits(one, other)).toBe(expected);
    expect(edits(other, one)).toBe(expected);
  });
});

describe('a sound is folded to one spelling', () => {
  it.each([
    ['chhun', 'chun'],
    ['phally', 'paly'],
    ['thavy', 'tavi'],
    ['kheang', 'keang'],
    ['wong', 'vong'],
    ['sroeun', 'sreun'],
    ['soun', 'suon'.replace('uo', 'ou')],
    ['youssef', 'yusef'],
    ['qadir', 'kadir'],
    ['mohammed', 'mohamed'],
  ])('%s as %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('without joining what sounds different', () => {
    expect(fold('sok')).not.toBe(fold('sek'));
    expect(fold('chan')).not.toBe(fold('chang'));
    expect(skeleton(fold('mohammad'))).toBe(skeleton(fold('mehmed')));
  });
});

describe('a name in another script is read in Latin', () => {
  it.each([
    ['путин', 'putin'],
    ['παπας', 'papas'],
    ['բարակ', 'barak'],
    ['ბარაკ', 'barak'],
    ['バラク', 'baraku'],
    ['이재형', 'ijaehyeong'],
    ['сарт', 'sart'],
  ])('%s as %s', (name, latin) => {
    expect(transliterate(name)).toBe(latin);
  });

  it.each([
    ['សុខ', 'sok'],
    ['ចាន់', 'chan'],
    ['ដារា', 'dara'],
    ['វាសនា', 'vasna'],
    ['ពត', 'pot'],
  ])('Khmer %s sounds like %s', (name, latin) => {
    expect(skeleton(fold(transliterate(name)))).toBe(skeleton(fold(latin)));
  });

  it('and its script is known', () => {
    expect(['sok', 'សុខ', '习近', 'සිං', 'sok សុខ', '1995'].map(scriptOf)).toEqual([
      ...['Latin', 'Khmer', 'Han', 'other', 'mixed', 'Latin'],
    ]);
  });
});

describe('a name is taken apart', () => {
  const words = (name: string, kind: 'person' | 'entity') =>
    comparable(name, kind).words.map(({ text }) => text);

  it.each([
    ['titles go', 'Dr. Leng Shuttleby', ['leng', 'shuttleby']],
    ['but not when nothing else is there', 'Mr. President', ['mr', 'president']],
    ['the family name goes last', 'SHUTTLEBY, Leng', ['leng', 'shuttleby']],
    ['a word said twice counts once', 'Leng Leng Shuttleby', ['leng', 'shuttleby']],
    ['an apostrophe inside a word parts nothing', "Cho'ng al-Sha'ari", ['chong', 'al', 'shaari']],
    ['digits are the letters they look like', 'L3ng Shutt1eby', ['leng', 'shuttieby']],
  ])('of a person: %s', (_rule, name, expected) => {
    expect(words(name, 'person')).toEqual(expected);
  });

  it.each([
    ['legal forms go', 'Loom Works Public Limited Company', ['loom', 'works']],
    ['but not when nothing else is there', 'Company Limited', ['company', 'limited']],
    [
      'dotted forms are not joined with what stands before',
      'Loom Partners V L.P.',
      ['loom', 'partners', '5'],
    ],
    ['number words are digits', 'Dye House Forty-Two', ['dye', 'house', '42']],
    ['ordinals too', '1st Loom', ['1', 'loom']],
    ['a possessive stays with its word', "Heddle's Reed", ['heddles', 'reed']],
    ['forms of other scripts are cut out', 'ក្រុមហ៊ុន ត្បាញ ឯ.ក', [transliterate('ត្បាញ')]],
    ['Chinese ones as well', '织梦股份有限公司', ['织梦']],
  ])('of a firm: %s', (_rule, name, expected) => {
    expect(words(name, 'entity')).toEqual(expected);
  });

  it('and numbers are told from words that look like them', () => {
    expect(withDigits(['i', 'loom', 'viii'])).toEqual(['i', 'loom', '8']);
    expect(withDigits(['twenty', 'loom'])).toEqual(['20', 'loom']);
    expect(withDigits(['forty', '4'])).toEqual(['44']);
  });
});
