/** Groups of fewer firms than this are not told to everybody: one of them could be meant. */
export const SMALLEST_GROUP = 5;

/** A number that is the sum of others, all of which are told. Each number is a part of one sum at most. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}
type Cells = Readonly<Record<string, number>>;

const isSmall = (n: number): boolean => n > 0 && n < SMALLEST_GROUP;

/**
 * What else must be hidden of a sum, so that nobody can reckon a hidden number from those that are told; nothing when
 * enough is. Two hidden parts at least, which together are no small group and have more than one way to be that many.
 */
function nextToHide({ total, parts }: Sum, cells: Cells, hidden: ReadonlySet<string>, sums: readonly Sum[]) {
  const gone = parts.filter((part) => hidden.has(part));
  if (gone.length === 0 && !hidden.has(total)) return [];
  const together = gone.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
  if (gone.length > 1 && together >= Math.max(SMALLEST_GROUP, 2 * gone.length)) return [];
  const told = parts.filter((part) => !hidden.has(part) && (cells[part] ?? 0) > 0);
  const after = (part: string): number =>
    (parts.indexOf(part) - parts.indexOf(gone[0] ?? '') + parts.length) % parts.length;
  const splits = (part: string): number => Number(sums.some((sum) => sum.total === part));
  const next = told.sort((a, b) => splits(a) - splits(b) || after(a) - after(b))[0];
  return next === undefined ? parts : [next];
}

/**
 * Which numbers are hidden so that no small group is told, and none can be reckoned from what is told: first all groups of
 * one to four, then, in every sum with a hidden number, as many others as keep it from being the only unknown
 * (complementary suppression): the next in their order, never the smallest, which would tell something of its own. A none stays told where it gives nothing away. Sums may stand on each other as the branches
 * of a tree, and not go round in a circle.
 */
export function hideSmall(cells: Cells, sums: readonly Sum[]): ReadonlySet<string> {
  const hidden = new Set(Object.keys(cells).filter((name) => isSmall(cells[name] ?? 0)));
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const sum of sums) for (const name of nextToHide(sum, cells, hidden, sums)) hidden.add(name);
  }
  return hidden;
}
