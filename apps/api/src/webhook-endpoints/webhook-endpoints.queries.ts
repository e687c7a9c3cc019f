import { statement } from '#persistence';
import { endpointColumns } from './webhook-endpoints.view.js';

const SIGNS = '(s.expires_at is null or s.expires_at > now())';
const ALL_SECRETS = '(select * from webhook_secret union all select * from made)';

/**
 * $1 id, $2 organisation, $3 its feed, $4 url, $5 description, $6 types, $7 rate, $8 v1a, $9 person, $10 secrets as JSON,
 * $11 how many there may be. Nothing when there are as many.
 */
export const CREATE_ENDPOINT = statement(
  'webhook-endpoint-create',
  `with created as (
     insert into webhook_endpoint (id, organisation_id, feed_id, url, description, event_types, rate_limit, v1a, created_by)
     select $1, $2, $3, $4, $5, $6::text[], $7, $8, $9
      where (select count(*) from webhook_endpoint where organisation_id = $2) < $11
     on conflict (id) do nothing returning *),
   made as (
     insert into webhook_secret (id, endpoint_id, organisation_id, kind, sealed, public_key)
     select s.id, c.id, c.organisation_id, s.kind, s.sealed, s."publicKey" from created c
       cross join jsonb_to_recordset($10::jsonb) as s(id uuid, kind text, sealed text, "publicKey" text) returning *)
   select ${endpointColumns(ALL_SECRETS)}, true as same, true as fresh from created e
   union all
   select ${endpointColumns()}, e.version > 1 or (e.url, e.description, e.event_types, e.rate_limit, e.v1a)
       is not distinct from ($4, $5, $6::text[], $7::integer, $8::boolean), false
     from webhook_endpoint e where e.id = $1 and e.organisation_id = $2 and not exists (select from created)`,
);

/** $1 one endpoint or null, $2 its organisation or null for those of all, $3 after this id, $4 rows. */
export const READ_ENDPOINTS = statement(
  'webhook-endpoint-read',
  `select ${endpointColumns()} from webhook_endpoint e where ($1::uuid is null or e.id = $1)
     and ($2::uuid is null or e.organisation_id = $2) and ($3::uuid is null or e.id > $3) order by e.id limit $4`,
);
/** $1 the endpoint, $2 its organisation or null for the office. */
export const READ_DETAIL = statement(
  'webhook-endpoint-detail',
  `select ${endpointColumns()}, (select jsonb_object_agg(d.status, d.many) from (
       select d.status, count(*) as many from webhook_delivery d
        where d.endpoint_id = e.id and d.organisation_id = e.organisation_id and d.created_at > now() - interval '1 day' group by 1) d) as "lastDay"
     from webhook_endpoint e where e.id = $1 and ($2::uuid is null or e.organisation_id = $2)`,
);

const RESTED = 'failures_in_row = 0, failing_since = null, open_until = null, next_free_at = now()';

/** $1 the endpoint of $2 in version $3, $4 what changes; $5 the types as they are stored. Another address begins anew. */
export const CHANGE_ENDPOINT = statement(
  'webhook-endpoint-change',
  `update webhook_endpoint e set url = coalesce($4::jsonb->>'url', e.url),
     description = case when $4::jsonb ? 'description' then $4::jsonb->>'description' else e.description end,
     event_types = case when $4::jsonb ? 'eventTypes' then $5::text[] else e.event_types end,
     rate_limit = coalesce(($4::jsonb->>'rateLimit')::integer, e.rate_limit),
     failures_in_row = case when $4::jsonb ? 'url' then 0 else e.failures_in_row end,
     failing_since = case when $4::jsonb ? 'url' then null else e.failing_since end,
     open_until = case when $4::jsonb ? 'url' then null else e.open_until end,
     version = e.version + 1
    where e.id = $1 and e.organisation_id = $2 and e.version = $3 returning ${endpointColumns()}`,
);

export const DELETE_ENDPOINT = statement(
  'webhook-endpoint-delete',
  'delete from webhook_endpoint where id = $1 and organisation_id = $2',
);

/** $1 the endpoint of $2, for one alone: what was held back before this one's turn is seen by whoever sends it on its way. */
export const LOCK_ENDPOINT = statement(
  'webhook-endpoint-lock',
  'select from webhook_endpoint where id = $1 and organisation_id = $2 for no key update',
);
/** What waited for it goes on its way, so many at a time ($3). */
export const ENABLE_ENDPOINT = statement(
  'webhook-endpoint-enable',
  `with e as (
     update webhook_endpoint set status = 'enabled', disabled_reason = null, version = version + 1, ${RESTED}
      where id = $1 and organisation_id = $2 and status = 'disabled' returning *),
   goes as (
     update webhook_delivery d set status = 'pending', round = d.round + 1, attempts = 0, start_failures = 0,
         next_at = clock_timestamp(), ended_at = null
      where d.id in (select h.id from e join webhook_delivery h on h.endpoint_id = e.id and h.status = 'held'
                      order by h.created_at limit $3) returning d.id)
   select ${endpointColumns()}, (select count(*)::integer from goes) as goes, pg_notify('webhooks', '')::text as woken from e`,
);
export const DISABLE_ENDPOINT = statement(
  'webhook-endpoint-disable',
  `update webhook_endpoint e set status = 'disabled', disabled_reason = 'by-hand', version = e.version + 1
    where e.id = $1 and e.organisation_id = $2 and e.status = 'enabled' returning ${endpointColumns()}`,
);

/**
 * $1 the endpoint of $2, $3 new secrets as JSON, $4 hours for which the former go on, $5 how many of a kind may sign at a
 * time. Nothing when there are as many, or when this was done before.
 */
export const ROTATE_SECRET = statement(
  'webhook-secret-rotate',
  `with old as (
     select s.* from webhook_secret s join webhook_endpoint e on e.id = s.endpoint_id
      where e.id = $1 and e.organisation_id = $2 and ${SIGNS}),
   made as (
     insert into webhook_secret (id, endpoint_id, organisation_id, kind, sealed, public_key)
     select n.id, e.id, e.organisation_id, n.kind, n.sealed, n."publicKey" from webhook_endpoint e
       cross join jsonb_to_recordset($3::jsonb) as n(id uuid, kind text, sealed text, "publicKey" text)
      where e.id = $1 and e.organisation_id = $2 and (select count(*) from old where kind = 'v1') < $5
     on conflict (id) do nothing returning *),
   ends as (
     update webhook_secret s set expires_at = least(s.expires_at, now() + make_interval(hours => $4::integer))
       from old where s.id = old.id and exists (select from made))
   select m.id from made m`,
);

/** $1 the delivery, $2 the endpoint of $3, $4 the event, $5 its type. Nothing when the endpoint is disabled. */
export const SEND_TEST = statement(
  'webhook-endpoint-test',
  `with sent as (
     insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, about_id)
     select $1, e.id, e.organisation_id, $4, $5, e.id from webhook_endpoint e
      where e.id = $2 and e.organisation_id = $3 and e.status = 'enabled'
     on conflict (id) do nothing returning id)
   select s.id, pg_notify('webhooks', '')::text as woken from sent s
   union all
   select d.id, null from webhook_delivery d where d.id = $1 and d.organisation_id = $3 and not exists (select from sent)`,
);

/** So much earlier it is looked for: two turns of the sequencer may overlap by the length of a transaction. */
const BEFORE = `interval '1 minute'`;
/**
 * $1 the endpoint of $2, $3 since when, $4 how many at most: what its feed has told since, what it wants of that and what
 * was not delivered and is not on its way.
 */
export const RECOVER = statement(
  'webhook-endpoint-recover',
  `with e as (
     select * from webhook_endpoint where id = $1 and organisation_id = $2 and status = 'enabled'),
   wanted as (
     select e.id as endpoint_id, e.organisation_id, f.event_id, f.type, f.position from e
       join feed_entry f on f.organisation_id = e.feed_id and (e.event_types is null or f.type = any (e.event_types))
       left join webhook_delivery d on d.endpoint_id = e.id and d.event_id = f.event_id
      where f.position >= (select b.position from feed_entry b where b.organisation_id = e.feed_id
              and b.told_at >= $3::timestamptz - ${BEFORE} order by b.told_at, b.position limit 1)
        and f.told_at >= $3::timestamptz
        and (d.id is null or d.status in ('failed', 'gone', 'withheld', 'held', 'parked'))
      order by f.position limit $4),
   goes as (
     insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, position)
     select uuidv7(), endpoint_id, organisation_id, event_id, type, position from wanted
     on conflict (endpoint_id, event_id) do update set status = 'pending', round = webhook_delivery.round + 1, attempts = 0,
       start_failures = 0, parked_reason = null, next_at = clock_timestamp(), ended_at = null
      where webhook_delivery.status in ('failed', 'gone', 'withheld', 'held', 'parked') returning 1)
   select e.id, (select count(*)::integer from goes) as recovered, pg_notify('webhooks', '')::text as woken from e`,
);
