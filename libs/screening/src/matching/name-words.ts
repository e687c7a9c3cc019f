/** Titles and courtesies: they say nothing of who it is. */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof sir president prasident sheikh shaikh shaykh haji hajji hadji alhaj mullah mawlawi ' +
    'maulavi general colonel major captain qari ustadz jr sr lok oknha neak'
  ).split(' '),
);

/** Short words that names carry or drop at will. */
export const particles: ReadonlySet<string> = new Set(
  (
    'al el ul ur as ad an ar at bin ben ibn bint abu abou umm de da do dos das du del della di la le les van von der ' +
    'den ter zu y e the of and for und et with in'
  ).split(' '),
);

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

const NUMBERS = new Map<string, number>([
  ...[...ONES.entries(), ...ORDINALS.entries()].map(([n, word]) => [word, n] as const),
  ...TENS.map((word, n) => [word, 20 + 10 * n] as const),
]);

/**
 * Number words as digits: `first` and `1st` as `1`, `forty four` as `44`, and Roman numerals (`viii`), of which a single
 * letter counts only at the end of the name, where no first name stands.
 */
export function withDigits(words: readonly string[]): string[] {
  const found: string[] = [];
  let tens = 0;
  for (const [place, word] of words.entries()) {
    const roman = ROMAN.indexOf(word) + 1;
    const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
    const last = place > 0 && place === words.length - 1;
    const number =
      NUMBERS.get(word) ??
      (ordinal ? Number(ordinal) : roman && (word.length > 1 || last) ? roman : undefined);
    const ones = number ?? (/^\d$/.test(word) ? Number(word) : undefined);
    if (tens && ones !== undefined && ones > 0 && ones < 10) {
      found[found.length - 1] = String(tens + ones);
      tens = 0;
    } else {
      found.push(number === undefined ? word : String(number));
      tens = number !== undefined && number >= 20 && number % 10 === 0 && TENS.includes(word) ? number : 0;
    }
  }
  return found;
}
