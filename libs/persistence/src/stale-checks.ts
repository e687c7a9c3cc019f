import { CHECK_KINDS, CHECK_REGISTER, type CheckInput, type CheckKind } from '#domain';
import { NOBODY, statement, type Database, type Row } from './database.js';

/** How far somebody has come in what was written and linked, in the order in which it was recorded. */
export interface StalePlace {
  /** As PostgreSQL writes an instant. */
  readonly at: string;
  readonly id: string;
}
/** Something that was written or linked, and the checks of its case that have not seen it yet. */
export interface StaleChecks extends StalePlace {
  readonly qualificationId: string;
  readonly kinds: readonly CheckKind[];
}

const DOCUMENTS: readonly CheckInput[] = ['documents', 'photos'];
/** What each check reads, as the function in the database wants it. */
const READS = JSON.stringify(
  Object.fromEntries(
    CHECK_KINDS.map((kind) => {
      const { sections, inputs } = CHECK_REGISTER[kind];
      const documents = inputs.some((one) => DOCUMENTS.includes(one)) ? ['documents'] : [];
      return [kind, [...sections, ...inputs, ...documents]];
    }),
  ),
);

const STALE = statement(
  'stale-checks',
  `select at::text, id, qualification_id as "qualificationId", kinds from stale_checks($1::timestamptz, $2, $3, $4, $5)`,
);
/**
 * What came after this place, oldest first, each with the checks that it made stale.
 * @param quietSeconds how long nothing is looked at after it was written
 * @returns at most `limit` entries; the last one is the place to go on from
 */
export const staleChecks = (
  db: Database,
  after: StalePlace,
  quietSeconds: number,
  limit: number,
): Promise<readonly StaleChecks[]> =>
  db.run<StaleChecks & Row>(NOBODY, STALE, [after.at, after.id, quietSeconds, READS, limit]);
