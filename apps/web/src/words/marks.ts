import type { Language } from './languages.js';

/** Marks between words, as the reader's language sets them. */
export interface Marks {
  /** Labels, certificates */
  readonly list: (names: readonly string[]) => string;
  /** Tax: the number of it */
  readonly named: (name: string, what: string) => string;
  /** Kampot (near the coast) */
  readonly aside: (text: string, more: string) => string;
}

/** Chinese marks are as wide as a sign, and stand without blanks. */
const MARKS: Readonly<Record<Language, readonly [comma: string, colon: string, open: string, shut: string]>> =
  {
    en: [', ', ': ', ' (', ')'],
    km: [', ', '៖ ', ' (', ')'],
    zh: ['、', '：', '（', '）'],
  };

export function marksOf(language: Language): Marks {
  const [comma, colon, open, shut] = MARKS[language];
  return {
    list: (names) => names.join(comma),
    named: (name, what) => name + colon + what,
    aside: (text, more) => text + open + more + shut,
  };
}
