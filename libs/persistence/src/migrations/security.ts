/**
 * How migrations give tables row-level security. Three roles, none of them may bypass it:
 * the owner (runs migrations; under `force` it sees no rows), `selvedge_app` (api and worker; sees what policies let the
 * acting person and organisation see) and `selvedge_across` (nobody logs in as it; owns the named functions that must
 * look across organisations). A migration that changes rows itself does so under `set local role selvedge_across`.
 */
export const APP = 'selvedge_app';
export const ACROSS = 'selvedge_across';

/** Of a row with a `person_id`: somebody who was erased is given no way back. */
export const NOT_ERASED = 'exists (select from person p where p.id = person_id and p.erased_at is null)';

type Expression = string;
export interface Policies {
  readonly select?: Expression;
  readonly insert?: Expression;
  /** `using`: rows that may be changed or locked; `check`: what they may become. One expression is both. */
  readonly update?: Expression | { readonly using: Expression; readonly check: Expression };
  readonly delete?: Expression;
}

const policy = (table: string, verb: string, using?: Expression, check?: Expression): string =>
  [
    `create policy "${table}_${verb}" on "${table}" for ${verb} to ${APP}`,
    ...(using ? [`using (${using})`] : []),
    ...(check ? [`with check (${check})`] : []),
  ].join(' ');

/** Only the verbs that are named are granted, and only on rows that their expression admits. */
export function protect(table: string, policies: Policies): string[] {
  const { select, insert, update, delete: remove } = policies;
  const { using, check } = typeof update === 'string' ? { using: update, check: update } : (update ?? {});
  const verbs = Object.keys(policies);
  return [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    ...(verbs.length > 0 ? [`grant ${verbs.join(', ')} on "${table}" to ${APP}`] : []),
    `grant select, insert, update, delete on "${table}" to ${ACROSS}`,
    `create policy "${table}_across" on "${table}" to ${ACROSS} using (true) with check (true)`,
    ...(select ? [policy(table, 'select', select)] : []),
    ...(insert ? [policy(table, 'insert', undefined, insert)] : []),
    ...(update ? [policy(table, 'update', using, check)] : []),
    ...(remove ? [policy(table, 'delete', remove)] : []),
  ];
}

/** Undoes `protect`. Tables that the same migration drops need it not: their policies go with them. */
export const unprotect = (table: string, policies: Policies): string[] => [
  ...['across', ...Object.keys(policies)].map((name) => `drop policy "${table}_${name}" on "${table}"`),
  `alter table "${table}" no force row level security`,
  `alter table "${table}" disable row level security`,
  `revoke all on "${table}" from ${APP}, ${ACROSS}`,
];

/**
 * Replaces single policies of a table that an earlier migration protected.
 * @param check what changed rows may become, when that is less than what may be changed
 */
export const replacePolicy = (
  table: string,
  verb: keyof Policies,
  expression: Expression,
  check?: Expression,
): string[] => [
  `drop policy if exists "${table}_${verb}" on "${table}"`,
  `grant ${verb} on "${table}" to ${APP}`,
  verb === 'insert' ? policy(table, verb, undefined, expression) : policy(table, verb, expression, check),
];

/**
 * A function that looks across organisations: it runs with the rights of `selvedge_across`, whoever calls. It must give
 * ids and verdicts only. `signature` names the parameters, `returns` the result: `across('f(p_id uuid)', 'boolean', 'select ...')`.
 */
export const across = (
  signature: string,
  returns: string,
  body: string,
  { volatile = false }: { readonly volatile?: boolean } = {},
): string[] => [
  `set local role ${ACROSS}`,
  `create or replace function ${signature} returns ${returns} language sql ${volatile ? 'volatile' : 'stable'}
     security definer set search_path = public, pg_temp as $across$ ${body} $across$`,
  `revoke all on function ${typesOnly(signature)} from public`,
  `grant execute on function ${typesOnly(signature)} to ${APP}`,
  'reset role',
];

/** A trigger's function with the rights of `across`, which PostgreSQL lets nobody call by name. `body` is PL/pgSQL between `begin` and `end`. */
export const acrossTrigger = (signature: string, body: string): string[] => [
  `set local role ${ACROSS}`,
  `create or replace function ${signature} returns trigger language plpgsql
     security definer set search_path = public, pg_temp as $across$ begin ${body} end $across$`,
  'reset role',
];

/** `f(p_id uuid, p_name text)` without the names of its parameters. */
const typesOnly = (signature: string): string =>
  signature.replace(/\((.*)\)$/s, (_, parameters: string) => {
    const types = parameters.split(',').map((parameter) => parameter.trim().replace(/^\w+\s+/, ''));
    return `(${types.join(', ')})`;
  });

/** Functions of `across`, by name and types: `f(uuid, text)`. */
export const dropFunctions = (...functions: readonly string[]): string[] => [
  `set local role ${ACROSS}`,
  ...functions.map((name) => `drop function ${name}`),
  'reset role',
];
