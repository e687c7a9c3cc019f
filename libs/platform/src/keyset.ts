import { z } from 'zod';
import { badRequest } from './problem.js';

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

/** The place after a row, as text that callers pass back unread. */
export const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * Read a cursor back.
 * @param key what a cursor of this list must hold
 * @throws ProblemException 400 when it is not a cursor of this list
 */
export function decodeCursor<T>(cursor: string | undefined, key: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const read = key.safeParse(parse(cursor));
  if (!read.success) throw badRequest('invalid-cursor', 'The cursor is not one that this list has given.');
  return read.data;
}

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** The key of lists that are ordered by id alone. */
export const idAfter = (cursor: string | undefined): string | null => decodeCursor(cursor, z.uuid()) ?? null;

const CaseNumber = z.string().regex(/^SQ-\d{4}-\d{6,12}$/);
/** The key of lists of cases, newest first. */
export const caseNumberBefore = (cursor: string | undefined): string | undefined =>
  decodeCursor(cursor, CaseNumber);

/**
 * One page out of `limit + 1` rows: the extra row only tells that there is more.
 * @param keyOf the sort key of a row, which the next page starts after
 */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  show: (row: R) => T,
  keyOf: (row: R) => unknown,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(show), next: more ? encodeCursor(keyOf(last)) : null };
}
