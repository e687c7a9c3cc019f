import { foldKhmer } from '../khmer.js';

/** Legal forms and words so common in firms' names that they tell nothing apart. */
const COMMON_WORDS = new Set(
  (
    'co ltd limited company corp corporation inc incorporated plc llc jsc pte sdn bhd group holding holdings ' +
    'import export trading enterprise factory garment'
  ).split(' '),
);
/** Khmer is written without spaces, so its legal forms are cut out of the text. */
const KHMER_FORMS = ['ក្រុមហ៊ុន', 'ឯ.ក', 'ខូអិលធីឌី'].map((form) => foldKhmer(form.normalize('NFKD')));
const COUNTRY = 'cambodia';
/** Latin letters that NFKD leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Lowercase words without accents, joiners and punctuation. Vowel signs of Khmer and other scripts stay. */
const plainWords = (name: string): readonly string[] =>
  name
    .replace(/[đðøłßæœı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .split(' ');

/** The country in a name is left out, unless the name begins with it. */
const telling = (word: string, index: number): boolean =>
  !COMMON_WORDS.has(word) && (word !== COUNTRY || index === 0);

const folded = (name: string): string =>
  foldKhmer(name)
    .normalize('NFKD')
    .replace(/(?=\p{M})\p{Script=Inherited}/gu, '')
    .toLowerCase();

/** A name in the same form with every word of it, legal forms too. */
export const plainName = (name: string): string => plainWords(folded(name)).join(' ');

/**
 * A name as it is compared with others (domain paper 4.3): NFKD, marks stripped, lowercase, `&` as "and", punctuation
 * as spaces, legal forms out, digits kept, Khmer folded to one order of typing. Names that were filed before Khmer was folded
 * are filed anew when the organisation is changed. When only legal forms are there, the whole name in its plain form.
 */
export function normaliseName(name: string): string {
  const withoutKhmerForms = KHMER_FORMS.reduce((text, form) => text.replaceAll(form, ' '), folded(name));
  const words = plainWords(withoutKhmerForms).filter(telling).join(' ');
  return words === '' ? plainName(name) : words;
}

/**
 * What a name that somebody is still typing begins with, in the same form. A last word that may become a legal form, `C` of
 * `Co`, is left out: it would find nothing until it is one.
 */
export function beginningOfName(typed: string): string {
  const words = normaliseName(typed).split(' ');
  const last = words.at(-1) ?? '';
  const becomesForm = [...COMMON_WORDS, COUNTRY].some((word) => word.startsWith(last));
  return (words.length > 1 && becomesForm ? words.slice(0, -1) : words).join(' ');
}
