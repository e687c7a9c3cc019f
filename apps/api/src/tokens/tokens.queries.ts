import { statement } from '#persistence';
import { TOKEN_COLUMNS } from './tokens.view.js';

export const MEMBER = statement(
  'token-membership',
  'select roles from membership where person_id = $1 and organisation_id = $2 and ended_at is null',
);
/**
 * $1 id, $2 person, $3 organisation, $4 hash, $5 prefix, $6 days, $7 scopes; $8 the roles that the person may have there,
 * when not any. The membership cannot change before the token is there to be revoked with it.
 */
export const CREATE = statement(
  'token-create',
  `with created as (
     insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes)
     select $1, $2, $3, $4, $5, now() + make_interval(days => $6::integer), $7::text[] from (
       select from membership where person_id = $2 and organisation_id = $3 and ended_at is null
          and ($8::text[] is null or roles <@ $8::text[]) for share) member
     on conflict (id) do nothing returning *)
   select ${TOKEN_COLUMNS}, true as same, true as fresh from created t
   union all
   select ${TOKEN_COLUMNS}, (t.person_id, t.organisation_id, t.scopes) = ($2::uuid, $3::uuid, $7::text[])
       and (t.successor_id is not null or t.expires_at - t.created_at = make_interval(days => $6::integer)), false
     from api_token t where t.id = $1 and not exists (select 1 from created)`,
);
/** Tokens of $1 after $2 that somebody made, not those that OAuth clients got; only those for the organisation $4, when given. */
export const LIST = statement(
  'token-list',
  `select ${TOKEN_COLUMNS} from api_token t where t.person_id = $1 and t.client_id is null and ($2::uuid is null or t.id > $2)
      and ($4::uuid is null or t.organisation_id = $4) order by t.id limit $3`,
);
/** $1 the token, by the office ($2), its owner $3, or an administrator of the organisation $4. */
export const REVOKE = statement(
  'token-revoke',
  `update api_token t set revoked_at = coalesce(t.revoked_at, now())
    where t.id = $1 and ($2::boolean or t.person_id = $3::uuid or t.organisation_id = $4::uuid) returning t.id`,
);

/**
 * $1 the token, by the office ($2) or its owner $3; $4 to $6 the successor, $7 hours of overlap. Nothing when it has ended,
 * or is good for more than the call ($8).
 */
export const ROTATE = statement(
  'token-rotate',
  `with old as (
     select * from api_token where id = $1 and revoked_at is null and expires_at > now() and successor_id is null and client_id is null
        and ($2::boolean or person_id = $3::uuid) and scopes <@ $8::text[] for update),
   successor as (
     insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes)
     select $4, person_id, organisation_id, $5, $6, now() + (expires_at - created_at), scopes from old returning *),
   replaced as (
     update api_token t set successor_id = $4, expires_at = least(t.expires_at, now() + make_interval(hours => $7::integer))
       from old where t.id = old.id)
   select ${TOKEN_COLUMNS} from successor t`,
);
/** A token and, when $1 was replaced by it, its successor. */
export const READ = statement(
  'token-read',
  `select ${TOKEN_COLUMNS} from api_token t
    where (t.id = $1 or t.id = (select successor_id from api_token where id = $1)) and ($2::boolean or t.person_id = $3::uuid)`,
);
