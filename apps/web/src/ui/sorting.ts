/** What a column is sorted as: numbers as numbers, names as people look them up, what follows in time as it follows. */
export type Kind = 'number' | 'text' | 'time';
export interface Sorting {
  readonly id: string;
  readonly desc: boolean;
}
export type Sorted = number | string | null | undefined;

const FORM = /^(.+)\.(asc|desc)$/;

/** What the address says a table is sorted by; nothing where the table has no such column. */
export function sortingOf(text: unknown, ids: readonly string[]): Sorting | undefined {
  const [, id, direction] = (typeof text === 'string' && FORM.exec(text)) || [];
  return id !== undefined && ids.includes(id) ? { id, desc: direction === 'desc' } : undefined;
}

/** As the address has it. */
export const sortingText = ({ id, desc }: Sorting): string => `${id}.${desc ? 'desc' : 'asc'}`;

/** Which of two values comes first; rows without a value are left to the table, which has them last. */
export function compareAs(
  kind: Kind,
  one: Sorted,
  other: Sorted,
  compareNames: (one: string, other: string) => number,
): number {
  if (kind === 'text') return compareNames(String(one ?? ''), String(other ?? ''));
  const [first, second] = [one ?? 0, other ?? 0];
  return first === second ? 0 : first < second ? -1 : 1;
}
