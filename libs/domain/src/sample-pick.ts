/** One 32-bit word of a hash (MurmurHash3's mixing, as in the public-domain `xmur3`). */
function word(text: string, start: number): number {
  let h = start ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return (h ^ (h >>> 16)) >>> 0;
}
const STARTS = [1779033703, 3144134277, 1013904242, 2773480762] as const;
const words = (text: string): readonly number[] => STARTS.map((start) => word(text, start));

/**
 * The seed of a lot's draw, 32 hexadecimal digits. It is made of what nobody knows before the goods are there, the
 * instant of the decision in milliseconds among it, and of nothing else: a decision that is run again has the same.
 */
export const seedOf = (...parts: readonly (string | number)[]): string =>
  words(parts.join('|'))
    .map((w) => w.toString(16).padStart(8, '0'))
    .join('');

/** Numbers of 32 bits from a seed: `sfc32`, the small fast counter of PractRand, public domain. */
function generator(seed: string): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = words(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number from 0 below `n`, each as likely as any other: numbers that would favour the low ones are drawn again. */
function below(n: number, next: () => number): number {
  const fair = 2 ** 32 - (2 ** 32 % n);
  for (;;) {
    const drawn = next();
    if (drawn < fair) return drawn % n;
  }
}

/**
 * Which units of a lot to inspect (domain 5: random pick by a seeded generator). The same seed always draws the same.
 * Where classes have samples of different sizes, the units drawn first are the smaller sample.
 * @param lotSize units delivered, numbered from 1
 * @param n units to draw; the whole lot when it has no more
 * @returns unit numbers in the order they were drawn, none twice
 * @throws RangeError for a lot size that is no whole number from 1, or a negative n
 */
export function samplePick(lotSize: number, n: number, seed: string): readonly number[] {
  if (!Number.isInteger(lotSize) || lotSize < 1) throw new RangeError(`lot size: ${lotSize}`);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`sample size: ${n}`);
  const next = generator(seed);
  // Fisher and Yates, of which only the places that were touched are kept.
  const moved = new Map<number, number>();
  const at = (i: number): number => moved.get(i) ?? i + 1;
  return Array.from({ length: Math.min(n, lotSize) }, (_, i) => {
    const j = i + below(lotSize - i, next);
    const drawn = at(j);
    moved.set(j, at(i));
    return drawn;
  });
}
