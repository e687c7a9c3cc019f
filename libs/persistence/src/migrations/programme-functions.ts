const COHORT = 'c.submitted_at is not null';
/** Counts for what it says today; a qualification whose renewal counts already is not counted twice. */
const VALID = `c.valid and not exists (select from programme_case n where n.previous_id = c.qualification_id and n.valid)`;
const FIRST_TIME = `${COHORT} and not c.renewal`;
const ENDED = ['withdrawn', 'rejected', 'lapsed', 'revoked', 'open'] as const;

/** How many cases have the trait, have it not, and do not say. */
const trait = (name: string, has: string): string[] =>
  (
    [
      ['applied', FIRST_TIME],
      ['qualified', `${FIRST_TIME} and c.qualified_at is not null`],
    ] as const
  ).map(
    ([of, among]) =>
      `select '${of}:${name}:' || coalesce((${has})::text, 'unknown'), count(*) from programme_case c where ${among} group by 1`,
  );

/** Working days of Phnom Penh, numbered, over all that was ever handed in. */
const CALENDAR = `calendar as (
  select d.day::date, count(*) filter (where extract(isodow from d.day) < 6 and not exists (
      select from holiday_calendar h where d.day::date = any(h.dates))) over (order by d.day) as n
    from generate_series((select min(submitted_at at time zone 'Asia/Phnom_Penh')::date from programme_case),
      (select max(qualified_at at time zone 'Asia/Phnom_Penh')::date from programme_case), interval '1 day') d(day))`;
const LOCAL = (instant: string): string => `(${instant} at time zone 'Asia/Phnom_Penh')::date`;

/**
 * Of the programme as a whole how many cases there are of which kind, and nothing of any of them: what the figures for
 * everybody are made of. Small numbers are taken out of it by the domain before anybody reads them.
 */
export const PUBLIC_PROGRAMME = [
  'public_programme()',
  'table (cell text, n bigint)',
  `with ${CALENDAR},
   taken as (select b.n - a.n as days from programme_case c join calendar a on a.day = ${LOCAL('c.submitted_at')}
     join calendar b on b.day = ${LOCAL('c.qualified_at')} where ${FIRST_TIME})
   select 'entered:' || s.stage, count(*) filter (where c.reached >= s.rank)
     from programme_case c cross join (values (1, 'application'), (2, 'assessment'), (3, 'pilot-order'), (4, 'approval'),
       (5, 'qualified')) s(rank, stage) where ${FIRST_TIME} group by 1
   union all select o.outcome || ':' || s.stage, count(*) filter (where c.reached = s.rank and c.outcome = o.outcome)
     from programme_case c cross join (values (1, 'application'), (2, 'assessment'), (3, 'pilot-order'), (4, 'approval'),
       (5, 'qualified')) s(rank, stage) cross join unnest('{${ENDED.join(',')}}'::text[]) o(outcome)
    where ${FIRST_TIME} group by 1
   union all select 'applied:' || c.province, count(*) from programme_case c where ${FIRST_TIME} group by 1
   union all select 'valid:' || c.province, count(*) from programme_case c where ${COHORT} and ${VALID} group by 1
   union all select 'grade:' || coalesce(c.grade, 'unknown'), count(*) from programme_case c where ${COHORT} and ${VALID} group by 1
   union all ${trait('women-owned', 'c.women_owned').join('\n   union all ')}
   union all ${trait('micro', `c.size = 'micro'`).join('\n   union all ')}
   union all ${trait('outside-capital', `c.province not in ('KH-8', 'KH-12')`).join('\n   union all ')}
   union all select f.failure, count(*) from programme_case c cross join unnest(c.failures) f(failure)
    where ${COHORT} and c.signed and f.failure like 'finding:%' group by 1
   union all select 'time:p50', percentile_disc(0.5) within group (order by days) from taken
   union all select 'time:p80', percentile_disc(0.8) within group (order by days) from taken`,
] as const;
