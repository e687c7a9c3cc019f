import { beginningOfName } from '#domain';

/** The last letter that there is: nothing that begins so comes after what ends with it. */
const LAST_LETTER = 'chr(1114111)';
/** A range, as `like` is none to row-level security: only what tells nothing of rows may reach an index before it. */
const begins = (column: string, at: number): string =>
  `${column} between $${at}::text and $${at}::text || ${LAST_LETTER}`;

/** SQL: the ids of cases whose number begins with parameter `from`, or whose supplier's filed name with the one after it. */
export const foundCases = (from: number): string =>
  `(select id from qualification where ${begins('case_number', from)}
    union select c.id from organisation firm join qualification c on c.supplier_id = firm.id
     where ${begins('firm.normalised_name', from + 1)})`;

/** What these two parameters are for what somebody typed: `2026-0` is the beginning of a number too. */
export function searched(typed: string): readonly [number: string, name: string | null] {
  const number = typed.toUpperCase();
  return [/^\d/.test(number) ? `SQ-${number}` : number, beginningOfName(typed) || null];
}
