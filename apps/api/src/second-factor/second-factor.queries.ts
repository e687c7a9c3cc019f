import { statement } from '#persistence';

/** The secret $2 of person $1, in place of one that was never confirmed. Nothing comes back when one was. */
export const ENROL = statement(
  'second-factor-enrol',
  `insert into second_factor (person_id, sealed_secret) values ($1, $2)
   on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = now(), last_step = null
    where second_factor.confirmed_at is null
   returning person_id`,
);

export const READ = statement(
  'second-factor-read',
  `select sealed_secret as "sealedSecret", confirmed_at is not null as confirmed, recovery_hashes as "recoveryHashes"
     from second_factor where person_id = $1`,
);

/** The session goes on under another secret, the factor given. `taken` is the person whose code or recovery code it was. */
const RAISED = `update session s set token_hash = $3, second_factor_at = now() from taken
    where s.id = $2 and s.person_id = taken.person_id and s.ended_at is null returning s.ends_at as "endsAt"`;

/** $1 person, $2 session, $3 its new hash, $4 step of the code, $5 the secret it was made from, $6 hashes of recovery codes. */
export const CONFIRM = statement(
  'second-factor-confirm',
  `with taken as (
     update second_factor set confirmed_at = now(), last_step = $4::bigint, recovery_hashes = $6::text[]
      where person_id = $1 and sealed_secret = $5 and confirmed_at is null returning person_id)
   ${RAISED}`,
);

/** As above. A step is taken once, and none before it. */
export const TAKE_CODE = statement(
  'second-factor-code',
  `with taken as (
     update second_factor set last_step = $4::bigint
      where person_id = $1 and sealed_secret = $5 and confirmed_at is not null and last_step < $4::bigint returning person_id)
   ${RAISED}`,
);

/** $4 the place of a recovery code, from 1, and $5 its hash: gone with its use. */
export const TAKE_RECOVERY_CODE = statement(
  'second-factor-recovery',
  `with taken as (
     update second_factor set recovery_hashes[$4::integer] = null
      where person_id = $1 and recovery_hashes[$4::integer] = $5 returning person_id)
   ${RAISED}`,
);

/** What the sessions of person $1 know of the factor is worth nothing without it. */
export const REMOVE = statement(
  'second-factor-remove',
  `with removed as (delete from second_factor where person_id = $1 returning person_id),
   lowered as (
     update session s set second_factor_at = null from removed where s.person_id = removed.person_id and s.ended_at is null)
   select person_id from removed`,
);
