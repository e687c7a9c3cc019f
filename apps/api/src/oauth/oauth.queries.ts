import { statement } from '#persistence';

const COLUMNS = `c.id, c.organisation_id as "organisationId", c.person_id as "personId", c.name, c.scopes,
  c.created_at as "createdAt", c.last_used_at as "lastUsedAt", c.revoked_at as "revokedAt",
  case when c.previous_until > now() then c.previous_until end as "previousUntil", c.rotation_id as "rotationId"`;

/** $1 id, $2 organisation, $3 person, $4 name, $5 scopes, $6 hash. The membership cannot end before the client is there to end with it. */
export const CREATE_CLIENT = statement(
  'oauth-client-create',
  `with created as (
     insert into oauth_client (id, organisation_id, person_id, name, scopes, secret_hash)
     select $1, $2, $3, $4, $5::text[], $6 from (
       select from membership where person_id = $3 and organisation_id = $2 and ended_at is null for share) member
     on conflict (id) do nothing returning *)
   select ${COLUMNS}, true as same, true as fresh from created c
   union all
   select ${COLUMNS}, (c.organisation_id, c.person_id, c.name, c.scopes) = ($2::uuid, $3::uuid, $4, $5::text[]), false
     from oauth_client c where c.id = $1 and not exists (select 1 from created)`,
);
export const MEMBER = statement(
  'oauth-client-member',
  'select 1 as one from membership where person_id = $1 and organisation_id = $2 and ended_at is null',
);
/** Of the organisation $1, after $2. */
export const LIST_CLIENTS = statement(
  'oauth-client-list',
  `select ${COLUMNS} from oauth_client c where c.organisation_id = $1 and ($2::uuid is null or c.id > $2)
    order by c.id limit $3`,
);
/** Of all organisations, for the office. */
export const LIST_ALL_CLIENTS = statement(
  'oauth-client-list-all',
  `select ${COLUMNS} from oauth_client c where ($1::uuid is null or c.id > $1) order by c.id limit $2`,
);

/** Of client $1 for the office ($2) or a member of the organisation $3. */
const MINE = 'c.id = $1 and ($2::boolean or c.organisation_id = $3::uuid)';
export const READ_CLIENT = statement(
  'oauth-client-read',
  `select ${COLUMNS} from oauth_client c where ${MINE}`,
);
/** By the office or its own member $4: the secret with hash $5 replaces the old one after $6 hours. $7 names the rotation, $8 is what the call is good for. */
export const ROTATE_CLIENT = statement(
  'oauth-client-rotate',
  `update oauth_client c set previous_hash = secret_hash, secret_hash = $5, rotation_id = $7,
     previous_until = now() + make_interval(hours => $6::integer)
    where ${MINE} and ($2::boolean or c.person_id = $4::uuid) and c.revoked_at is null and c.scopes <@ $8::text[]
      and c.rotation_id is distinct from $7 returning ${COLUMNS}`,
);
/** The database ends every token that it got. */
export const REVOKE_CLIENT = statement(
  'oauth-client-revoke',
  `update oauth_client c set revoked_at = coalesce(c.revoked_at, now()) where ${MINE} returning c.id`,
);

export const CLIENT_OF_SECRET = statement(
  'oauth-client-of-secret',
  'select id, scopes from client_of_secret($1, $2)',
);
/** $1 client, $2 hash of its secret, $3 id, $4 hash and $5 prefix of the token, $6 scopes, $7 seconds that it lives. */
export const ISSUE_TOKEN = statement(
  'oauth-token-issue',
  'select issue_client_token($1, $2, $3, $4, $5, $6::text[], $7) as issued',
);
