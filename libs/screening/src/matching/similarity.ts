/** One bit for each letter that a word has; letters beyond a to z share them. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let n = 0; n < word.length; n += 1) letters |= 1 << (word.charCodeAt(n) % 32);
  return letters;
}

/** No word of a name is longer. */
const LONGEST = 64;

/**
 * Jaro-Winkler similarity of two words, 0 to 1 (Winkler 1990: prefix scale 0.1, prefix of at most 4 letters).
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const taken = new Uint8Array(b.length);
  const found: number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const end = Math.min(i + reach + 1, b.length);
    for (let j = Math.max(i - reach, 0); j < end; j += 1) {
      if (taken[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      taken[j] = 1;
      found.push(i);
      break;
    }
  }
  const common = found.length;
  if (common === 0) return 0;
  let moved = 0;
  let next = 0;
  for (let j = 0; j < b.length; j += 1) {
    if (!taken[j]) continue;
    if (a.charCodeAt(found[next] ?? 0) !== b.charCodeAt(j)) moved += 1;
    next += 1;
  }
  return (common / a.length + common / b.length + (common - moved / 2) / common) / 3;
}

/** Rows of the table that `edits` fills: words are compared by the million, and a row for each would be as many. */
const ROWS = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)] as const;

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment, the restricted Damerau-Levenshtein distance). Of words longer than 64 letters only those
 * count. With a `limit`, whatever is more may be given as the next number.
 */
export function edits(one: string, other: string, limit = LONGEST): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const [a, b] = [one.slice(0, LONGEST), other.slice(0, LONGEST)];
  let [before, previous, row]: readonly Int32Array[] = ROWS;
  if (!before || !previous || !row) return 0;
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let leastInRow = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const same = letter === b.charCodeAt(j - 1);
      const change = (previous[j - 1] ?? 0) + (same ? 0 : 1);
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      const swapped =
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
      if (least < leastInRow) leastInRow = least;
    }
    // A swap reaches over one row, so two rows decide.
    if (leastInRow > limit && leastBefore > limit) return limit + 1;
    leastBefore = leastInRow;
    [before, previous, row] = [previous, row, before];
  }
  return previous[b.length] ?? 0;
}
