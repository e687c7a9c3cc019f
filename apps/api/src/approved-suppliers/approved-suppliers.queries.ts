import { ACTING_ROLES, LOG_COLUMNS, statement, THIS_HOUR, WHO_ACTS } from '#persistence';

const AS_OF = 'greatest(now(), q.case_time)';
const MONTH = `left((${AS_OF} at time zone 'Asia/Phnom_Penh')::date::text, 7)`;

/**
 * Approvals that the buyer $1 gave, after the end $2 and case $3, so many $4; of category $5, ending before $6. $7 and $8
 * are the papers of its scopes and deliveries. What ends first comes first; the supplier of each that is shown is told who
 * looked, and the last row only tells that there is more.
 */
export const LIST_APPROVED = statement(
  'approved-list',
  `with page as (
     select q.id, q.case_number as "caseNumber", p.supplier_id as "supplierId", p.site_id as "siteId", p.category,
         p.record, p.ends_at as "endsAt", o.name as "supplierName", s.name as "siteName", e.external_id as "externalId",
         ${AS_OF} as "asOf", ${MONTH} as month, scope.content as scope, w.since as "watchedSince",
         coalesce(q.state #> array['scorecards', $1::uuid::text], '[]') as months,
         (select coalesce(jsonb_agg(d.content), '[]') from fact d where d.qualification_id = q.id
             and d.paper = $8 and starts_with(d.content->>'deliveredOn', ${MONTH})) as deliveries
       from approval p join qualification q on q.id = p.qualification_id
       join organisation o on o.id = p.supplier_id
       left join site s on s.id = p.site_id and sees_site(s.id, s.supplier_id)
       left join supplier_external_id e on e.buyer_id = $1 and e.supplier_id = p.supplier_id
       left join fact scope on scope.qualification_id = q.id and scope.paper = $7 and scope.item = 'scope'
       left join case_watch w on w.buyer_id = $1 and w.qualification_id = q.id
      where p.buyer_id = $1 and p.ends_at is not null
        and ($2::timestamptz is null or (p.ends_at, p.qualification_id) > ($2, $3::uuid))
        and ($5::text is null or p.category = $5) and ($6::timestamptz is null or p.ends_at < $6)
      order by p.ends_at, p.qualification_id limit $4),
   told as (insert into access_log (${LOG_COLUMNS})
     select shown.id, ${WHO_ACTS}, 'buyer', ${ACTING_ROLES}, 'listApprovedSuppliers', '', ${THIS_HOUR}
       from (select id from page order by "endsAt", id limit $4 - 1) shown
     on conflict do nothing)
   select * from page order by "endsAt", id`,
);
