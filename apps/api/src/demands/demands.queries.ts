import {
  ACTING_ROLES,
  LOG_COLUMNS,
  RELATION_OF_ACTOR,
  standing,
  statement,
  THIS_HOUR,
  TOLD_GRADE,
  WHO_ACTS,
} from '#persistence';
import { DEMAND_COLUMNS } from './demands.view.js';

const ASKED = `(d.buyer_id, d.category, d.hs_lines, d.end_markets, d.monthly_quantity, d.unit, d.provinces, d.price_usd)
  is not distinct from ($2::uuid, $3, $4::text[], $5::text[], $6::float8, $7, $8::text[], $9::float8)`;

/** Nothing comes back when $2 is no buyer. */
export const STATE_DEMAND = statement(
  'demand-state',
  `with created as (
     insert into demand (id, buyer_id, category, hs_lines, end_markets, monthly_quantity, unit, provinces, price_usd)
     select $1, o.id, $3, $4::text[], $5::text[], $6, $7, $8::text[], $9 from organisation o where o.id = $2 and o.kind = 'buyer'
     on conflict (id) do nothing returning *)
   select ${DEMAND_COLUMNS}, true as same from created d join organisation o on o.id = d.buyer_id
   union all
   select ${DEMAND_COLUMNS}, d.version > 1 or ${ASKED} from demand d join organisation o on o.id = d.buyer_id
    where d.id = $1 and not exists (select 1 from created)`,
);

/** Fields that are null stay as they are. */
export const CHANGE_DEMAND = statement(
  'demand-change',
  `with changed as (
     update demand set hs_lines = coalesce($4, hs_lines), end_markets = coalesce($5, end_markets),
       monthly_quantity = coalesce($6, monthly_quantity), unit = coalesce($7, unit), provinces = coalesce($8, provinces),
       price_usd = coalesce($10, price_usd),
       closed_at = case when $9::boolean is null then closed_at when $9 then coalesce(closed_at, now()) end,
       version = version + 1
      where id = $1 and buyer_id = $2 and version = $3 returning *)
   select ${DEMAND_COLUMNS} from changed d join organisation o on o.id = d.buyer_id`,
);

export const READ_DEMAND = statement(
  'demand-read',
  `select ${DEMAND_COLUMNS} from demand d join organisation o on o.id = d.buyer_id where d.id = $1 and d.buyer_id = $2`,
);

/** $1 category or null, $2 after this id, $3 rows. A demand that was taken off the board is its buyer's to see. */
export const LIST_DEMANDS = statement(
  'demand-list',
  `select ${DEMAND_COLUMNS} from demand d join organisation o on o.id = d.buyer_id
    where ($1::text is null or d.category = $1) and ($2::uuid is null or d.id > $2) order by d.id limit $3`,
);

/** What is wanted in a category, the newest first: what a case can be matched with. */
export const OPEN_DEMANDS = statement(
  'demand-open',
  `select ${DEMAND_COLUMNS} from demand d join organisation o on o.id = d.buyer_id
    where d.category = $1 and d.closed_at is null order by d.id desc limit $2`,
);

const WAITING = `q.id, q.case_number as "caseNumber", q.supplier_id as "supplierId", o.name as "supplierName", q.category,
   s.province, case when acting_for_office() then q.state#>>'{audit,current,grade}'
     when sees_section(q.id, 'audit-result') then ${TOLD_GRADE} end as grade, q.state->'endMarkets' as "endMarkets",
   q.state->>'enteredAt' as since, (q.state->>'parked')::boolean as parked,
   (select content from fact where qualification_id = q.id and paper = 'application' and item = 'capacity'
      and sees_section(q.id, 'capacity')) as capacity`;
const JOINED = `qualification q join organisation o on o.id = q.supplier_id
   left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)`;

/** One case, as somebody looks for buyers for it. */
export const WAITING_CASE = statement(
  'demand-case',
  `select ${WAITING}, 1 as waiting from ${JOINED} where q.id = $1`,
);

/**
 * Suppliers of a category that wait for a buyer, the longest wait first; each is told who looked. A buyer sees those that
 * opened their case to it.
 */
export const WAITING_CASES = statement(
  'demand-candidates',
  `with page as (
     select ${WAITING}, count(*) over ()::integer as waiting from ${JOINED}
      where q.stage = 'pilot-order' and q.substate = 'ready' and q.category = $1
        and (acting_for_office() or exists (select from qualification_party mine where mine.qualification_id = q.id
          and mine.organisation_id = acting_organisation() and mine.relation = 'buyer' and ${standing('mine')}))
      order by q.case_number limit $2),
   told as (insert into access_log (${LOG_COLUMNS})
     select q.id, ${WHO_ACTS}, r.relation, ${ACTING_ROLES}, 'listCandidates', '', ${THIS_HOUR}
       from page q cross join lateral (${RELATION_OF_ACTOR}) r where r.relation <> 'supplier' on conflict do nothing)
   select * from page`,
);
