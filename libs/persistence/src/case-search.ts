import { beginningOfName } from '#domain';

/** Each place on its own index. Byte by byte: such comparisons tell nothing of rows, so policies let them reach an index. */
const begins = (column: string, at: number): string =>
  `${column} ~>=~ $${at}::text and ${column} ~<~ ($${at}::text || chr(1114111))`;

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
