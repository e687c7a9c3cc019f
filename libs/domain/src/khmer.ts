/**
 * Khmer text in the one form in which it is compared. The same word is typed in several orders, which look alike and which
 * Unicode normalisation leaves apart, since all Khmer marks but two have combining class 0. Sources: The Unicode Standard,
 * section 16.4 "Khmer" (order of characters, deprecated letters, register shifters); Unicode Technical Note 61,
 * "Khmer Encoding Structure" (the order within a cluster).
 */

const COENG = '\u17d2';
const RO = '\u179a';
const CLUSTER = /([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])+)/gu;
const PARTS = /\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd]/gu;
const VOWEL = /^[\u17b6-\u17c5]$/u;
/** Muusikatoan and triisap. Under a vowel above the base both are drawn as, and often typed as, the vowel sign U. */
const SHIFTER = /^[\u17c9\u17ca]$/u;
const ABOVE = /^[\u17b7-\u17ba\u17be]$/u;
const SIGN_U = '\u17bb';
const ANY_SHIFTER = '\u17c9';

/** Not seen, and typed or left out at will: joiners, spaces without width, the two inherent vowels. */
const UNSEEN = /[\u17b4\u17b5\u200b-\u200d\u2060\ufeff]/gu;
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\u17a3/gu, '\u17a2'], // deprecated letters
  [/\u17a4/gu, '\u17a2\u17b6'],
  [/\u17d2\u178f/gu, '\u17d2\u178a'], // subscript TA is drawn as subscript DA
];
/** Vowels that are typed in two pieces. */
const PIECES: readonly (readonly [RegExp, string])[] = [
  [/\u17b8\u17c1/gu, '\u17be'],
  [/\u17b6\u17c1/gu, '\u17c4'],
];

const inOrder = (parts: readonly string[]): string => [...new Set(parts)].sort().join('');

/** Base, subscripts (RO last), register shifter, vowels, signs; no mark twice. */
function cluster(_whole: string, base: string, rest: string): string {
  const parts = rest.match(PARTS) ?? [];
  const above = parts.some((part) => ABOVE.test(part));
  const marks = parts
    .filter((part) => !part.startsWith(COENG))
    .map((mark) => (above && (SHIFTER.test(mark) || mark === SIGN_U) ? ANY_SHIFTER : mark));
  const subscripts = parts.filter((part) => part.startsWith(COENG));
  const [ro, others] = [subscripts.filter((s) => s.endsWith(RO)), subscripts.filter((s) => !s.endsWith(RO))];
  const vowels = PIECES.reduce(
    (text, [pieces, whole]) => text.replace(pieces, whole),
    inOrder(marks.filter((m) => VOWEL.test(m))),
  );
  const signs = marks.filter((mark) => !VOWEL.test(mark) && !SHIFTER.test(mark));
  return [
    base,
    ...new Set(others),
    ...new Set(ro),
    inOrder(marks.filter((m) => SHIFTER.test(m))),
    inOrder([...vowels]),
    inOrder(signs),
  ].join('');
}

/**
 * Fold Khmer so that the orders in which people type a word compare equal; other scripts stay as they are, but for
 * characters without width. For comparison only, never to show. Folding twice changes nothing.
 */
export function foldKhmer(text: string): string {
  const plain = SAME.reduce(
    (all, [from, to]) => all.replace(from, to),
    text.replace(UNSEEN, '').normalize('NFC'),
  );
  return plain
    .replace(CLUSTER, cluster)
    .normalize('NFC') // a mark that was moved may now stand before one that it belongs behind
    .replace(/[\u17e0-\u17e9]/gu, (digit) => String(digit.charCodeAt(0) - 0x17e0));
}
