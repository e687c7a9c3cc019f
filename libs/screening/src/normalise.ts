import { foldKhmer } from '#domain';
import { businessWords, hanForms, khmerForms, legalForms, writtenOutForms } from './legal-forms.js';

/** Letters that Unicode does not decompose, although people type them without their stroke. */
const STROKES: Record<string, string> = {
  ß: 'ss',
  ə: 'a',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/**
 * Brings a name to the form in which names are compared: NFKD, accents stripped, lower case, `&` as `and`,
 * zero-width characters out (Khmer text carries them between words), punctuation to single spaces, digits kept.
 * Khmer vowel signs are marks too, but they are letters of the name: only marks shared by all scripts go, save the
 * two that make other letters of katakana.
 * Returns `''` when nothing can be compared.
 */
export function normaliseName(name: string): string {
  return foldKhmer(name)
    .normalize('NFKD')
    .replace(/\p{Cf}|(?![\u3099\u309a])\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .replace(/[ßəæœøđłıþ]/g, (letter) => STROKES[letter] ?? letter)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** `LAST, First` (as the lists print persons) to `First LAST`; a later part such as `Jr.` stays at the end. */
export function reorderPersonName(name: string): string {
  const [last = '', first, ...rest] = name.split(',').map((part) => part.trim());
  return first ? [first, last, ...rest].filter(Boolean).join(' ') : last;
}

/**
 * The comparison key of a person: the normalised words in alphabetical order, so that family name first and
 * family name last meet.
 */
export function personKey(name: string): string {
  return normaliseName(reorderPersonName(name)).split(' ').sort().join(' ');
}

/**
 * The comparison key of a firm: the normalised words without legal form and line of business. A single
 * remaining word says too little (`Golden Garment Factory`), so the line of business then stays; where the
 * name is nothing but a legal form, all of it stays.
 */
export function entityKey(name: string): string {
  const normalised = normaliseName(name);
  const words = firmWords(name);
  const named = words.filter((word) => !legalForms.has(word));
  const core = named.filter((word) => !businessWords.has(word));
  if (core.length > 1) return core.join(' ');
  return named.length > 0 ? named.join(' ') : normalised;
}

/**
 * The normalised words of a firm's name with its legal forms in short: `Limited Liability Company` as `llc`, `S.A.` as
 * `sa`. Forms of scripts without spaces are cut out.
 */
export function firmWords(name: string): string[] {
  // `V L.P.` has one dotted form: without this, its letters would join with the numeral.
  const dotted = name.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (run) => `${run.replaceAll('.', '')} `);
  const text = normaliseName(dotted)
    .replace(khmerForms, ' ')
    .replace(hanForms, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const short = writtenOutForms.reduce((all, [words, form]) => all.replace(words, form), text);
  return joinInitials(short.split(' ').filter(Boolean));
}

/**
 * All keys under which a name is filed and looked up: of the whole name, and of the name without what stands in
 * brackets (an abbreviation, a country), as `Blue Lotus (BL) Co.` and `Blue Lotus (Cambodia)` ask for.
 */
export function comparisonKeys(name: string, kind: 'person' | 'entity'): string[] {
  const keyOf = kind === 'person' ? personKey : entityKey;
  const keys = [name, name.replace(/\([^()]*\)/g, ' ')].map(keyOf);
  return [...new Set(keys)].filter(Boolean);
}

/** `s a` to `sa`: dots have become spaces, and `S.A.`, `S. A.` and `SA` are the same form. */
function joinInitials(words: string[]): string[] {
  const joined: string[] = [];
  let initials = false;
  for (const word of words) {
    const single = /^\p{L}$/u.test(word);
    if (single && initials) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    initials = single;
  }
  return joined;
}
