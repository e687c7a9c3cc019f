import type { ConsentSection } from '#domain';
import { statement, type Database, type SqlActor } from './database.js';

export interface ConsentRow {
  readonly buyerId: string;
  readonly sections: readonly ConsentSection[];
  readonly givenAt: Date;
  readonly validUntil: Date;
  readonly withdrawnAt: Date | null;
  readonly inForce: boolean;
}
const CONSENTS = statement(
  'consent-list',
  `select buyer_id as "buyerId", sections, given_at as "givenAt", valid_until as "validUntil",
     case when ended_at < valid_until then ended_at end as "withdrawnAt",
     consent_in_force(qualification_id, buyer_id) as "inForce"
     from consent
    where qualification_id = $1 and ($2::uuid is null or buyer_id = $2) and ($3::uuid is null or buyer_id > $3)
    order by buyer_id limit $4`,
);
/** What a supplier last let each buyer read, in the order of the buyers' ids; of one buyer when `buyerId` is given. */
export const listConsents = (
  db: Database,
  actor: SqlActor,
  id: string,
  page: { readonly buyerId: string | null; readonly after: string | null; readonly limit: number },
) =>
  db.run<ConsentRow & Record<string, unknown>>(actor, CONSENTS, [
    id,
    page.buyerId,
    page.after,
    page.limit,
  ]) as Promise<readonly ConsentRow[]>;
