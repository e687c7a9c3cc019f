import type { ListedAddress, YearSpan } from './list-entry.js';
import { countryCode } from './countries.js';

/** "About 1960" is taken as two years earlier or later. */
const ABOUT = 2;

/**
 * A number of a passport, register or tax office in the one form in which numbers are compared: letters and
 * digits only, upper case. Less than five of them, or no digit at all, is no number to tell anybody by: `undefined`.
 */
export function normaliseId(number: string): string | undefined {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= 5 && /\d/.test(plain) ? plain : undefined;
}

/** The comparable ones of `numbers`, each once. */
export function idNumbers(numbers: Iterable<string>): string[] {
  return [...new Set([...numbers].map(normaliseId).filter((id) => id !== undefined))];
}

/** The years that a date of birth names: `10 Dec 1948`, `1956 to 1958`, `circa 1960`; no year gives `undefined`. */
export function birthSpan(text: string): YearSpan | undefined {
  const years = [...text.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g)].map(([year]) => Number(year));
  if (years.length === 0) return undefined;
  const give = /circa|approx/i.test(text) ? ABOUT : 0;
  return { from: Math.min(...years) - give, to: Math.max(...years) + give };
}

/** Each span once. */
export function birthSpans(texts: Iterable<string>): YearSpan[] {
  const spans = [...texts].map(birthSpan).filter((span) => span !== undefined);
  return [...new Map(spans.map((span) => [`${span.from}-${span.to}`, span])).values()];
}

/** An address with what is comparable in it; nothing of that gives `undefined`. */
export function addressOf(
  city: string | undefined,
  countryName: string | undefined,
): ListedAddress | undefined {
  const country = countryName ? countryCode(countryName) : undefined;
  if (!city && !country) return undefined;
  return { ...(city && { city }), ...(country && { country }) };
}
