import type { Database, Row, SqlActor, Statement } from '#persistence';
import { alreadyExists, idempotencyKeyReused, isUniqueViolation } from '#platform';

/**
 * Run a statement that inserts a row, or gives the row that a former request made under the same key.
 * It must return `same`: whether that row is what this request asks for (always true for a new one).
 * @throws ProblemException 422 when the key was used for something else
 */
export async function createOnce<R extends Row & { readonly same: boolean }>(
  db: Database,
  actor: SqlActor,
  sql: Statement,
  values: readonly unknown[],
): Promise<R> {
  const [first] = await db.run<R>(actor, sql, values);
  // Nothing: the twin of this request was committed after our snapshot was taken. Now it can be seen.
  const row = first ?? (await db.run<R>(actor, sql, values))[0];
  if (!row) throw new Error(`${sql.name} neither created nor found its row`);
  if (!row.same) throw idempotencyKeyReused();
  return row;
}

/** A second row with the same name is the caller's mistake, not ours. */
export async function unlessTaken<T>(
  creating: Promise<T>,
  { constraint, pointer, detail }: { constraint: string; pointer: string; detail: string },
): Promise<T> {
  try {
    return await creating;
  } catch (error) {
    throw isUniqueViolation(error, constraint) ? alreadyExists(pointer, detail) : error;
  }
}
