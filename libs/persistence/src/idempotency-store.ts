import { statement, type Database, type SqlActor } from './database.js';

/** How long a run may work on a request before a repeat may take it over: more than any request is given. */
const LEASE_S = 15;

/** A request under its key: both are digests, so the table does not tell what was asked. */
export interface KeyedRequest {
  readonly keyHash: Buffer;
  readonly fingerprint: Buffer;
  /** Names this run, so that one that was overtaken does not keep its answer in place of the other's. */
  readonly claim: string;
}
/** `answered` gives the sealed answer; `other` says that the key came with another body before. */
export type Claim =
  | { readonly outcome: 'mine' | 'in-flight' | 'other' }
  | { readonly outcome: 'answered'; readonly answer: string };

const CLAIM = statement(
  'idempotency-claim',
  `with claimed as (
     insert into idempotency_record (key_hash, person_id, organisation_id, fingerprint, claim, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '30 days')
     on conflict (key_hash) do update set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_at = now(),
       answer = null, expires_at = excluded.expires_at
      where idempotency_record.expires_at <= now() or (idempotency_record.answer is null
        and idempotency_record.fingerprint = excluded.fingerprint
        and idempotency_record.claimed_at <= now() - make_interval(secs => $6::integer))
     returning 1)
   select true as mine, true as same, null as answer from claimed
   union all
   select false, fingerprint = $4, answer from idempotency_record
    where key_hash = $1 and not exists (select 1 from claimed)`,
);

/** Take the request for this run, or learn what became of the one that came before. One flight. */
export async function claimKey(db: Database, actor: SqlActor, request: KeyedRequest): Promise<Claim> {
  const { keyHash, fingerprint, claim } = request;
  const values = [keyHash, actor.personId, actor.organisationId, fingerprint, claim, LEASE_S];
  const [row] = await db.run<{ mine: boolean; same: boolean; answer: string | null }>(actor, CLAIM, values);
  // Nothing: a twin was committed after our snapshot was taken. It has only begun.
  if (!row) return { outcome: 'in-flight' };
  if (row.mine) return { outcome: 'mine' };
  if (!row.same) return { outcome: 'other' };
  return row.answer === null ? { outcome: 'in-flight' } : { outcome: 'answered', answer: row.answer };
}

const KEEP = statement(
  'idempotency-keep',
  'update idempotency_record set answer = $3 where key_hash = $1 and claim = $2',
);
/** Keep the sealed answer for whoever repeats the request. */
export async function keepAnswer(
  db: Database,
  actor: SqlActor,
  { keyHash, claim }: KeyedRequest,
  sealed: string,
): Promise<void> {
  await db.run(actor, KEEP, [keyHash, claim, sealed]);
}

const RELEASE = statement(
  'idempotency-release',
  'delete from idempotency_record where key_hash = $1 and claim = $2 and answer is null',
);
/** Forget the request: its answer was none that holds, and a repeat is worked on anew. */
export async function releaseKey(
  db: Database,
  actor: SqlActor,
  { keyHash, claim }: KeyedRequest,
): Promise<void> {
  await db.run(actor, RELEASE, [keyHash, claim]);
}
