import {
  ACTING_ROLES,
  LOG_COLUMNS,
  standing,
  statement,
  THIS_HOUR,
  TOLD_GRADE,
  WHO_ACTS,
} from '#persistence';

/** A section of case `q` as far as its supplier opened it to the reader: what stands there, or nothing. */
const opened = (
  name: string,
  paper: string,
): string => `left join fact ${name} on ${name}.qualification_id = q.id
     and ${name}.paper = '${paper}' and ${name}.item = '${name}' and '${name}' = any (c.sections)`;
const digits = (line: string): string => `replace(${line}, '.', '')`;
const TODAY = `(now() at time zone 'Asia/Phnom_Penh')::date::text`;

/**
 * What is asked of a candidate: $4 category, $5 HS line, $6 provinces, $7 grades, $8 stage, $9 free capacity in $10, $11
 * owned by women, $12 certificate of a scheme, $13 watched, $14 ids. Lines agree as in `matchDemand`. Of what is not opened
 * there is nothing that could meet a filter.
 */
const FILTERS = `($4::text is null or q.category = $4)
     and ($5::text is null or exists (select from jsonb_array_elements_text(capacity.content->'hsLines') line
       where starts_with(${digits('line')}, ${digits('$5')}) or starts_with(${digits('$5')}, ${digits('line')})))
     and ($6::text[] is null or s.province = any ($6))
     and ($7::text[] is null or ('audit-result' = any (c.sections) and ${TOLD_GRADE} = any ($7)))
     and ($8::text is null or q.stage = $8)
     and ($9::float8 is null or (capacity.content->>'capacityUnit' = $10::text
       and (capacity.content->>'freeCapacity')::float8 >= $9))
     and ($11::boolean is null or (profile.content->>'womenOwned')::boolean)
     and ($12::text is null or exists (select from jsonb_array_elements(certificates.content->'certificates') k
       where k->>'scheme' = $12 and k->>'validFrom' <= ${TODAY} and ${TODAY} <= k->>'validTo'))
     and ($13::boolean is null or w.since is not null)
     and ($14::uuid[] is null or q.id = any ($14))`;

/**
 * Cases that are open to the buyer $1 and not closed, those before case number $2, so many $3. The supplier of each that is
 * shown is told who looked; the last row only tells that there is more.
 */
export const LIST_CANDIDATES = statement(
  'candidates-list',
  `with page as (
     select q.id, q.case_number as "caseNumber", q.state, q.opened_at as "openedAt", q.updated_at as "updatedAt",
         o.name as "supplierName", s.name as "siteName", s.province, c.sections, array['buyer'] as relations,
         case when 'audit-result' = any (c.sections) then ${TOLD_GRADE} end as grade, profile.content as profile,
         capacity.content as capacity, capacity.occurred_at as "capacityToldAt", certificates.content as certificates,
         w.since as "watchedSince"
       from qualification_party p join qualification q on q.id = p.qualification_id
       join organisation o on o.id = q.supplier_id
       left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)
       cross join lateral (select consented_sections(q.id) as sections) c
       left join case_watch w on w.buyer_id = $1 and w.qualification_id = q.id
       ${opened('profile', 'application')}
       ${opened('capacity', 'application')}
       ${opened('certificates', 'compliance')}
      where p.organisation_id = $1 and p.relation = 'buyer' and p.case_number < $2 and ${standing('p')}
        and q.stage <> 'closed' and ${FILTERS}
      order by p.case_number desc limit $3),
   told as (insert into access_log (${LOG_COLUMNS})
     select shown.id, ${WHO_ACTS}, 'buyer', ${ACTING_ROLES}, 'listBuyerCandidates', '', ${THIS_HOUR}
       from (select id from page order by "caseNumber" desc limit $3 - 1) shown
     on conflict do nothing)
   select * from page order by "caseNumber" desc`,
);

/** Case $2 on the watch list of the buyer $1, which it stays on since it was first put there. */
export const WATCH = statement(
  'case-watch',
  `with put as (insert into case_watch (buyer_id, qualification_id) values ($1, $2) on conflict do nothing returning since)
   select since from put union all select since from case_watch where buyer_id = $1 and qualification_id = $2`,
);
export const UNWATCH = statement(
  'case-unwatch',
  'delete from case_watch where buyer_id = $1 and qualification_id = $2',
);
