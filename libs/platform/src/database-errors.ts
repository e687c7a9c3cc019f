import { refuse } from '#domain';
import { invalid, refused, unavailable, type ProblemException } from './problem.js';

interface DatabaseError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly constraint?: unknown;
  readonly driverError?: unknown;
}

const AWAY =
  /^(?:08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH)$/;
/** What `pg` says in words only. */
const AWAY_IN_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable|pool after calling end|Driver not Connected/i;
/** Statement, lock and idle time-outs, deadlock, serialisation failure: the same request may well succeed again. */
const BUSY = /^(?:57014|55P03|25P03|40P01|40001|53[124]00)$/;
/** A policy or a missing grant said no: what the services let pass, row-level security did not. */
const NOT_PERMITTED = '42501';
/** A character that PostgreSQL cannot store. */
const BAD_TEXT = /^(?:22021|22P05)$/;

const inside = (error: unknown): DatabaseError => {
  if (typeof error !== 'object' || error === null) return {};
  return 'driverError' in error && error.driverError ? inside(error.driverError) : error;
};

/** Whether a write met this unique constraint or index: services turn it into words of their own. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const found = inside(error);
  return found.code === '23505' && found.constraint === constraint;
}

/** Whether a trigger of ours refused a write under this name. */
export function isRestricted(error: unknown, constraint: string): boolean {
  const found = inside(error);
  return found.code === '23001' && found.constraint === constraint;
}

/** What a database error means to the caller, when it means more than that we have a bug. */
export function databaseProblem(error: unknown): ProblemException | undefined {
  const { code, message } = inside(error);
  const sqlState = typeof code === 'string' ? code : '';
  const words = typeof message === 'string' ? message : '';
  if (AWAY.test(sqlState) || (sqlState === '' && AWAY_IN_WORDS.test(words)))
    return unavailable('database-unavailable', 5);
  if (sqlState === NOT_PERMITTED) return refused(refuse('role-not-allowed'));
  if (BUSY.test(sqlState)) return unavailable('database-busy', 1);
  if (BAD_TEXT.test(sqlState)) {
    return invalid({
      pointer: '#',
      detail: 'The text holds a character that cannot be stored.',
      code: 'invalid-text',
    });
  }
  return undefined;
}
