import type { Counting } from './programme-counts.js';

/** A complaint that names no units is about the whole delivery: it was not accepted after all. */
const ACCEPTED = `(f.content->>'accepted')::boolean and not exists (
  select from jsonb_array_elements(coalesce(f.content->'claims', '[]')) claim where (claim->>'units')::numeric = 0)`;
const USD = `(f.content->>'valueUsd')::numeric`;

const DIGITS = (hs: string): string => `replace(${hs}, '.', '')`;
/** One of the lines begins the other; whoever names none means all of the category. */
const SAME_GOODS = `(d.hs_lines = '{}' or jsonb_array_length(coalesce(scope.content->'hsLines', '[]')) = 0 or exists (
  select from unnest(d.hs_lines) wanted cross join jsonb_array_elements_text(scope.content->'hsLines') approved
   where ${DIGITS('wanted')} like ${DIGITS('approved')} || '%' or ${DIGITS('approved')} like ${DIGITS('wanted')} || '%'))`;
/** The buyer had said, on the day of the delivery at the latest, that it looks here for what it buys abroad. */
const REPLACES = `exists (select from demand d left join fact scope on scope.qualification_id = c.qualification_id
    and scope.paper = 'approval-scope:' || d.buyer_id and scope.item = 'scope'
  where d.buyer_id::text = split_part(f.paper, ':', 2) and d.category = c.category
    and (d.created_at at time zone 'Asia/Phnom_Penh')::date <= (f.content->>'deliveredOn')::date and ${SAME_GOODS})`;

/**
 * Of the price of what a case's cost sheets describe, the part that is materials from abroad: of sheets that are complete and
 * add up, as `localValueOf` of the domain believes them. Null where there is none.
 */
const IMPORTED_CONTENT = `(select sum(priced.imported) / nullif(sum(priced.fob), 0) from fact costs
    cross join jsonb_array_elements(costs.content->'sheets') sheet
    cross join lateral (select (sheet->>'fobUsd')::numeric as fob,
        (sheet->>'labourUsd')::numeric + (sheet->>'overheadUsd')::numeric + (sheet->>'profitUsd')::numeric as made,
        sum((m->>'valueUsd')::numeric) as materials,
        coalesce(sum((m->>'valueUsd')::numeric) filter (where m->>'country' <> 'KH'), 0) as imported,
        coalesce(bool_and(m ? 'valueUsd' and m ? 'country'), true) as complete
      from jsonb_array_elements(sheet->'materials') m) priced
   where costs.qualification_id = c.qualification_id and costs.paper = 'compliance' and costs.item = 'cost-sheets'
     and sheet ? 'materials' and priced.complete
     and abs(coalesce(priced.materials, 0) + priced.made - priced.fob) <= greatest(priced.fob / 200, 0.01))`;

const rounded = (usd: string): string => `coalesce(round(${usd}, 2), 0)::float8`;
const replaced = `x.accepted and x.replaces`;

/** What was delivered under approvals, and how much of it replaces what its buyer would import. */
export const LOCAL_VALUE: Counting = {
  from: `programme_case c join fact f on f.qualification_id = c.qualification_id and f.paper like 'deliveries:%'
    cross join lateral (select ${ACCEPTED} as accepted, ${USD} as usd, ${REPLACES} as replaces, ${IMPORTED_CONTENT} as imported) x`,
  key: `'all'`,
  counts: {
    accepted: 'x.accepted',
    unpriced: 'x.accepted and x.usd is null',
    replacing: replaced,
  },
  sums: {
    valueUsd: rounded('sum(x.usd) filter (where x.accepted)'),
    replacingUsd: rounded(`sum(x.usd) filter (where ${replaced})`),
    contentUnknownUsd: rounded(`sum(x.usd) filter (where ${replaced} and x.imported is null)`),
    substitutionUsd: rounded(`sum(x.usd * (1 - x.imported)) filter (where ${replaced})`),
  },
};
