import { across } from './security.js';

/** Rows that have ended for so long that nobody needs them. */
export interface Ended {
  readonly what: string;
  readonly table: string;
  /** A condition on rows of the table, written in code. */
  readonly ended: string;
}

/** So many rows of one kind go at once at most: whoever calls does so again while as many went. */
export const FORGOTTEN_AT_ONCE = 1000;

/** Two workers at once do not wait for each other's rows. */
const gone = ({ table, ended }: Ended, i: number): string => `gone_${i} as (
  delete from "${table}" where ctid = any(array(
    select ctid from "${table}" where ${ended} limit ${FORGOTTEN_AT_ONCE} for update skip locked)) returning 1 as one)`;

/**
 * A function that deletes what has ended. A later migration with rows of its own gives the whole list again, those that
 * were there and its own, or a function of another name, which `forgetWhatEnded` calls beside this one. Deletes are one statement, so a row that another one of the list refers to goes the next time.
 */
export const forgetting = (list: readonly Ended[], name = 'forget_what_ended'): string[] =>
  across(
    `${name}()`,
    'table (what text, forgotten bigint)',
    `with ${list.map(gone).join(', ')}
     ${list.map(({ what }, i) => `select '${what}', count(*) from gone_${i}`).join(' union all ')}`,
    { volatile: true },
  );
