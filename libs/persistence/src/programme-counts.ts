import { FUNNEL_STAGES, NOT_RECORDED, SIZE_CLASSES, WAITED_FOR } from '#domain';

/**
 * One figure as SQL. `c` is the row of a case in `programme_case`; each count is a condition, so that the number and the
 * list of the cases behind it are read by the same words. `$8` is now.
 */
export interface Counting {
  readonly with?: string;
  /** Rows to count, `c` among them. */
  readonly from: string;
  readonly where?: string;
  readonly key: string;
  readonly counts: Readonly<Record<string, string>>;
  /** Numbers that are no counts: aggregates over the rows. */
  readonly sums?: Readonly<Record<string, string>>;
  /** How the cases behind a number are found, where that is simpler; `$9` is the key that is asked for. */
  readonly listing?: {
    readonly with: string;
    readonly from: string;
    readonly key: string;
    /** What a case has to do with the number; `p` is its row, and there are no more of them than a page has. */
    readonly value: string;
  };
}

/** Narrowed down by $1 province, $2 category, $3 size, $4 women-owned, $5 and $6 the months of the cohort. */
export const COHORT = `c.submitted_at >= coalesce($5::timestamptz, '-infinity') and c.submitted_at < coalesce($6::timestamptz, 'infinity')
  and ($1::text is null or c.province = $1) and ($2::text is null or c.category = $2)
  and ($3::text is null or c.size = $3) and ($4::boolean is null or c.women_owned = $4)`;

const LOCAL = (instant: string): string => `(${instant} at time zone 'Asia/Phnom_Penh')::date`;
/** Counts for what it says today; a qualification whose renewal counts already is not counted twice. */
const VALID =
  'c.valid and not exists (select from programme_case n where n.previous_id = c.qualification_id and n.valid)';
/** The days of Phnom Penh, each with the number of working days until its end: differences of them are working days. */
const CALENDAR = `calendar as materialized (
  select d.day::date, (count(*) filter (where extract(isodow from d.day) < 6 and not exists (
      select from holiday_calendar h where d.day::date = any(h.dates))) over (order by d.day))::integer as n
    from generate_series(least((select min(submitted_at) from programme_case), (select min(since) from task))::date - 1,
      greatest($8::timestamptz, (select max(decided_at) from programme_case))::date + 1, interval '1 day') d(day))`;
const values = (names: readonly string[]): string =>
  names.map((name, at) => `(${at + 1}, '${name}')`).join(', ');
const now = 'greatest($8::timestamptz, c.decided_at)';

export const FUNNEL: Counting = {
  from: `programme_case c join (values ${values(FUNNEL_STAGES)}) s(rank, stage) on c.reached >= s.rank`,
  where: 'not c.renewal',
  key: 's.stage',
  counts: {
    entered: 'true',
    passed: 'c.reached > s.rank',
    stillIn: `c.reached = s.rank and c.outcome = 'open'`,
    ...Object.fromEntries(
      ['withdrawn', 'rejected', 'lapsed', 'revoked'].map((outcome) => [
        outcome,
        `c.reached = s.rank and c.outcome = '${outcome}'`,
      ]),
    ),
  },
};

/** From one decision to the next, no earlier than the submission and no later than the qualification of its case. */
const SPAN = (
  of: string,
): string => `coalesce(w.waits_for, '{${NOT_RECORDED}}') as sides, greatest(w.since, ${of}.submitted_at) as since,
  least(coalesce(lead(w.since) over (partition by w.qualification_id order by w.seq), ${of}.qualified_at), ${of}.qualified_at) as until`;
const DAYS = `join calendar a on a.day = ${LOCAL('s.since')} join calendar b on b.day = ${LOCAL('s.until')}`;
const SIDES = ['all', ...WAITED_FOR, NOT_RECORDED];

/**
 * Whom each case waited for between its submission and its first qualification. The day on which it changes hands counts
 * for whoever had it that morning, so the days of one case add up to all of them, but for those that two had at a time.
 */
export const TIME: Counting = {
  with: `${CALENDAR},
    chosen as materialized (select c.* from programme_case c where ${COHORT} and not c.renewal),
    spans as (select c.qualification_id, ${SPAN('c')} from case_wait w join chosen c using (qualification_id)
      where c.qualified_at is not null
      union all select qualification_id, '{all}', submitted_at, qualified_at from chosen where qualified_at is not null),
    held as (select s.qualification_id, side, sum(b.n - a.n)::integer as days
      from spans s cross join unnest(s.sides) side ${DAYS} where s.until > s.since group by 1, 2)`,
  from: `chosen c cross join unnest('{${SIDES.join(',')}}'::text[]) k(side)
    left join held h on h.qualification_id = c.qualification_id and h.side = k.side
    left join held whole on whole.qualification_id = c.qualification_id and whole.side = 'all'
    cross join lateral (select case when c.qualified_at is not null then coalesce(h.days, 0) end as days) d`,
  key: 'k.side',
  counts: {
    qualified: 'c.qualified_at is not null',
    underWay: `c.qualified_at is null and c.outcome = 'open'`,
  },
  sums: {
    p50: 'percentile_disc(0.5) within group (order by d.days)',
    p80: 'percentile_disc(0.8) within group (order by d.days)',
    days: 'sum(d.days)::integer',
    daysOfAll: 'sum(whole.days)::integer',
  },
  listing: {
    with: CALENDAR,
    from: 'programme_case c',
    key: '$9::text',
    value: `case when p.qualified_at is not null then coalesce((select sum(b.n - a.n)::integer
        from (select ${SPAN('p')} from case_wait w where w.qualification_id = p.qualification_id
          union all select '{all}', p.submitted_at, p.qualified_at) s ${DAYS}
       where s.until > s.since and $9 = any(s.sides)), 0) end`,
  },
  where: 'not c.renewal',
};

export const SERVICE_LEVELS: Counting = {
  with: CALENDAR,
  from: `programme_case c join (
      select qualification_id, role, in_time, null::timestamptz as since, null::timestamptz as due_at from ended_task
      union all select qualification_id, role, null, since, due_at from task) t using (qualification_id)
    left join calendar s on s.day = ${LOCAL('t.since')}
    left join calendar n on n.day = ${LOCAL(`case when t.since is not null then ${now} end`)}
    cross join lateral (select n.n - s.n as age) a`,
  key: 't.role',
  counts: {
    done: 't.in_time is not null',
    inTime: 't.in_time',
    open: 't.since is not null',
    overdue: `t.due_at < ${now}`,
  },
  sums: {
    ageP50: 'percentile_disc(0.5) within group (order by a.age)',
    ageP80: 'percentile_disc(0.8) within group (order by a.age)',
  },
};

export const FAILURE_REASONS: Counting = {
  from: 'programme_case c cross join unnest(c.failures) f(reason)',
  key: 'f.reason',
  counts: { cases: 'true' },
};

export const CORRECTIVE_ACTIONS: Counting = {
  from: `programme_case c
    cross join jsonb_to_recordset(c.actions) as a(subject text, phase text, "openedAt" timestamptz, "dueAt" timestamptz)
    left join lateral (
      select max(e.occurred_at) filter (where e.type = 'corrective-action-submitted') as handed_in,
          max(e.occurred_at) filter (where e.type = 'corrective-action-verified') as verified
        from outbox_event e where e.qualification_id = c.qualification_id
          and e.type in ('corrective-action-submitted', 'corrective-action-verified')
          and e.data->>'correctiveActionId' = a.subject) e on a.phase = 'verified'`,
  key: `case when a.subject ~ '^[A-Z]{2}-' then left(a.subject, 2) else split_part(a.subject, ':', 1) end`,
  counts: {
    closed: `a.phase = 'verified'`,
    inTime: `a.phase = 'verified' and e.handed_in <= a."dueAt"`,
    open: `a.phase <> 'verified'`,
    overdue: `a.phase in ('open', 'rejected') and a."dueAt" < ${now}`,
  },
  sums: {
    medianDays: `percentile_disc(0.5) within group (order by ${LOCAL('e.verified')} - ${LOCAL('a."openedAt"')})`,
  },
};

export const QUALIFIED_BASE: Counting = {
  from: 'programme_case c',
  where: VALID,
  key: `coalesce(c.grade, 'unknown')`,
  counts: {
    valid: 'true',
    conditional: `c.at = 'QUALIFIED_CONDITIONAL'`,
    expiring: `c.valid_until < $8::timestamptz + interval '90 days'`,
  },
};

export const PROVINCE_MAP: Counting = {
  from: 'programme_case c',
  key: 'c.province',
  counts: {
    applied: 'not c.renewal',
    underWay: `not c.renewal and c.outcome = 'open' and c.qualified_at is null`,
    valid: VALID,
  },
};

const HAS_ORDER = `exists (select from fact f where f.qualification_id = c.qualification_id and f.paper like 'deliveries:%')`;
export const APPROVALS: Counting = {
  from: 'programme_case c',
  where: VALID,
  key: `'all'`,
  counts: { valid: 'true', withoutApproval: 'c.approvals = 0', withoutOrder: `not ${HAS_ORDER}` },
  sums: { approvals: 'sum(c.approvals)::integer' },
};

/** Outside Phnom Penh (KH-12) and Kandal (KH-8). Who does not say is in none of a group's numbers. */
export const INCLUSION: Counting = {
  from: `programme_case c cross join lateral (values ('women-owned', c.women_owned),
    ('outside-capital', c.province not in ('KH-8', 'KH-12')), ('${SIZE_CLASSES[0]}', c.size = '${SIZE_CLASSES[0]}')) k(trait, has)`,
  where: 'not c.renewal and k.has is not null',
  key: 'k.trait',
  counts: {
    applied: 'k.has',
    appliedOf: 'true',
    qualified: 'k.has and c.qualified_at is not null',
    qualifiedOf: 'c.qualified_at is not null',
  },
};

/** One row for each site that is qualified, with its head-count when it first applied. */
export const JOBS: Counting = {
  with: `chosen as (select distinct on (c.site_id) c.*,
      (select f.workers_then from programme_case f where f.site_id = c.site_id and f.submitted_at is not null
        order by f.submitted_at limit 1) as at_first
    from programme_case c where ${COHORT} and ${VALID} order by c.site_id, c.decided_at desc)`,
  from: 'chosen c',
  key: `'all'`,
  counts: {
    sites: 'true',
    counted: 'c.at_first is not null and c.workers is not null and c.women_workers is not null',
    wagesJudged: `c.wages in ('PASS', 'WARN', 'FAIL')`,
    wagesMet: `c.wages = 'PASS'`,
  },
  sums: Object.fromEntries(
    [
      ['workersThen', 'c.at_first'],
      ['workersNow', 'c.workers'],
      ['womenNow', 'c.women_workers'],
    ].map(([name, column]) => [
      name,
      `(sum(${column}) filter (where c.at_first is not null and c.workers is not null and c.women_workers is not null))::integer`,
    ]),
  ),
};
