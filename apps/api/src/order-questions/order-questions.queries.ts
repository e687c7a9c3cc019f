import { ACTING_ROLES, LOG_COLUMNS, statement, THIS_HOUR, WHO_ACTS } from '#persistence';

/** The instant that approval p is judged at: now, or the case's own time where that is ahead. */
const AS_OF = 'greatest(now(), q.case_time)';
const MONTH = `left(greatest(m."on"::text, (${AS_OF} at time zone 'Asia/Phnom_Penh')::date::text), 7)`;

/**
 * Every approval of the buyer $2 that the questions $1 are about, a row each; a question that finds none has a row of its
 * own. $3 and $4 are the papers of its scopes and deliveries, $5 what the supplier is told that was done.
 */
export const ASK = statement(
  'order-ask',
  `with meant as (
     select a.n, a.category, a."on", coalesce(a."supplierId", e.supplier_id) as supplier_id
       from jsonb_to_recordset($1) as a(n integer, "supplierId" uuid, "externalId" text, category text, "on" date)
       left join supplier_external_id e on e.buyer_id = $2 and e.external_id = a."externalId"),
   told as (insert into access_log (${LOG_COLUMNS})
     select distinct p.qualification_id, ${WHO_ACTS}, 'buyer', ${ACTING_ROLES}, $5, '', ${THIS_HOUR}
       from meant m join approval p on p.buyer_id = $2 and p.supplier_id = m.supplier_id and p.category = m.category
     on conflict do nothing)
   select m.n, m.supplier_id as "supplierId", q.id as "qualificationId", q.case_number as "caseNumber",
       p.site_id as "siteId", p.record, ${AS_OF} as "asOf", ${MONTH} as month, s.content as scope,
       (select coalesce(jsonb_agg(d.content), '[]') from fact d where d.qualification_id = p.qualification_id
           and d.paper = $4 and starts_with(d.content->>'deliveredOn', ${MONTH})) as deliveries
     from meant m
     left join (approval p join qualification q on q.id = p.qualification_id)
       on p.buyer_id = $2 and p.supplier_id = m.supplier_id and p.category = m.category
     left join fact s on s.qualification_id = p.qualification_id and s.paper = $3 and s.item = 'scope'
    order by m.n, q.case_number desc`,
);

/** The buyer $1 calls the supplier $2 by $3. */
export const SET_EXTERNAL_ID = statement(
  'external-id-set',
  `insert into supplier_external_id (buyer_id, supplier_id, external_id) values ($1, $2, $3)
   on conflict (buyer_id, supplier_id) do update set external_id = excluded.external_id, changed_at = now()`,
);
export const DROP_EXTERNAL_ID = statement(
  'external-id-drop',
  'delete from supplier_external_id where buyer_id = $1 and supplier_id = $2',
);
/** Of the buyer $1, after the supplier $2. */
export const LIST_EXTERNAL_IDS = statement(
  'external-id-list',
  `select supplier_id as "supplierId", external_id as "externalId" from supplier_external_id
    where buyer_id = $1 and ($2::uuid is null or supplier_id > $2) order by supplier_id limit $3`,
);
