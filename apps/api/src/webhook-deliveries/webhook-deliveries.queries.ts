import { statement } from '#persistence';
import { DELIVERY_COLUMNS } from './webhook-deliveries.view.js';

/** $1 the endpoint, as $2 or the office (null) may see it; $3 a status or null, $4 and $5 after which, $6 rows. The newest first. */
export const LIST_DELIVERIES = statement(
  'webhook-delivery-list',
  `select e.id as "endpointIs", e.organisation_id as "ownerIs", d.* from webhook_endpoint e
     left join lateral (select ${DELIVERY_COLUMNS} from webhook_delivery d
        where d.endpoint_id = e.id and d.organisation_id = e.organisation_id and ($3::text is null or d.status = $3)
          and ($4::timestamptz is null or (d.created_at, d.id) < ($4::timestamptz, $5::uuid))
        order by d.created_at desc, d.id desc limit $6) d on true
    where e.id = $1 and ($2::uuid is null or e.organisation_id = $2)`,
);

const LOG = `(select jsonb_agg(jsonb_build_object('round', a.round, 'attempt', a.attempt, 'at', a.at,
     'statusCode', a.status_code, 'error', a.error, 'latencyMs', a.latency_ms, 'answer', encode(a.answer, 'base64'))
     order by a.at desc)
   from (select * from webhook_attempt a where a.delivery_id = d.id and a.organisation_id = $3
          order by a.at desc limit 100) a)`;
/** $1 the delivery, as $2 or the office (null) may see it, with the attempts that are $3's own. */
export const READ_DELIVERY = statement(
  'webhook-delivery-read',
  `select ${DELIVERY_COLUMNS}, ${LOG} as log from webhook_delivery d
    where d.id = $1 and ($2::uuid is null or d.organisation_id = $2)`,
);

/** $1 after this id, $2 rows. */
export const LIST_PARKED = statement(
  'webhook-delivery-parked',
  `select ${DELIVERY_COLUMNS} from webhook_delivery d where d.status = 'parked' and ($1::uuid is null or d.id > $1)
    order by d.id limit $2`,
);

const AGAIN = `status = 'pending', round = d.round + 1, attempts = 0, start_failures = 0, parked_reason = null,
  next_at = clock_timestamp(), ended_at = null`;
/** $1 the delivery of $2, when it has come to an end and its endpoint is enabled. */
export const RESEND = statement(
  'webhook-delivery-resend',
  `with again as (
     update webhook_delivery d set ${AGAIN} from webhook_endpoint e
      where d.id = $1 and d.organisation_id = $2 and d.status not in ('pending', 'started')
        and e.id = d.endpoint_id and e.status = 'enabled' returning d.*)
   select ${DELIVERY_COLUMNS}, pg_notify('webhooks', '')::text as woken from again d`,
);
/** $1 the delivery, when it is parked. */
export const RETRY_PARKED = statement(
  'webhook-delivery-retry',
  `with again as (update webhook_delivery d set ${AGAIN} where d.id = $1 and d.status = 'parked' returning d.*)
   select ${DELIVERY_COLUMNS}, pg_notify('webhooks', '')::text as woken from again d`,
);
