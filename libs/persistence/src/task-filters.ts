/** What a list of tasks is narrowed to; what is not said narrows nothing. */
export interface TaskFilter {
  readonly what?: readonly string[] | undefined;
  /** What the task is about: a check, say. */
  readonly subject?: string | undefined;
  readonly qualificationId?: string | undefined;
  readonly role?: string | undefined;
  readonly category?: string | undefined;
  readonly province?: string | undefined;
  readonly dueBefore?: string | undefined;
  /** Days from now. */
  readonly dueWithin?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** Whether the person, nobody, or anybody at all has taken them. */
  readonly claimed?: 'me' | 'nobody' | 'anyone' | undefined;
}

/** Each with a letter: names of statements are cut after 63 bytes. */
const VALUED = [
  ['what', 'k', (at: string) => `t.what = any(${at}::text[])`],
  ['subject', 's', (at: string) => `t.subject = ${at}`],
  ['qualificationId', 'q', (at: string) => `t.qualification_id = ${at}::uuid`],
  ['role', 'r', (at: string) => `t.role = ${at}`],
  ['category', 'c', (at: string) => `q.category = ${at}`],
  ['province', 'p', (at: string) => `s.province = ${at}`],
  ['dueBefore', 'd', (at: string) => `t.due_at < ${at}::timestamptz`],
  ['dueWithin', 'w', (at: string) => `t.due_at < now() + ${at}::int * interval '1 day'`],
] as const;
const OVERDUE = ['o', 't.due_at < now()'] as const;
/** `$3` is the person. */
const CLAIMED = {
  me: ['m', 't.claimed_by = $3'],
  nobody: ['n', 't.claimed_by is null'],
  anyone: ['a', 't.claimed_by is not null'],
} as const;

/**
 * SQL conditions for what was asked for, of tasks `t`, cases `q` and sites `s`. A condition that was not asked for is not there.
 * @param first the number of the first parameter that is free
 */
export function taskConditions(
  filter: TaskFilter,
  first: number,
): { readonly name: string; readonly sql: string; readonly values: readonly unknown[] } {
  const given = VALUED.filter(([name]) => filter[name] !== undefined);
  const bare = [...(filter.overdue ? [OVERDUE] : []), ...(filter.claimed ? [CLAIMED[filter.claimed]] : [])];
  const conditions = [...given.map(([, , sql], i) => sql(`$${first + i}`)), ...bare.map(([, sql]) => sql)];
  return {
    name: `-${[...given.map(([, letter]) => letter), ...bare.map(([letter]) => letter)].join('')}`,
    sql: conditions.map((condition) => ` and ${condition}`).join(''),
    values: given.map(([name]) => filter[name]),
  };
}
