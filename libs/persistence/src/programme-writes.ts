import { funnelRank, programmeRecord, waitsFor, type CaseState, type JournalEntry } from '#domain';

const QUALIFIES = ['QUALIFIED', 'QUALIFIED_CONDITIONAL'];

/** What the figures of the programme take from a decision, as the parameters $29 to $32 of `programmeParts`. */
export const programmeValues = (next: CaseState, entry: JournalEntry): readonly unknown[] => {
  const entered = [...entry.moves.map(({ to }) => to), next.at];
  const measured = {
    ...programmeRecord(next),
    reached: Math.max(...entered.map(funnelRank)),
    submits: entered.includes('SUBMITTED'),
    qualifies: entered.some((at) => QUALIFIES.includes(at)),
  };
  // Whoever leaves has done none of what was still to do.
  return [JSON.stringify(measured), waitsFor(next), entry.command !== 'withdraw', entry.onBehalf];
};

const LATEST = [
  'renewal',
  'at',
  'outcome',
  'valid',
  'grade',
  'valid_until',
  'failures',
  'signed',
  'approvals',
];
const KEPT = ['size', 'workers', 'women_workers', 'women_owned'];
const FIRST = ['submitted_at', 'qualified_at', 'workers_then'];
const SET = [
  ...[...LATEST, 'wages', 'actions', 'decided_at'].map((column) => `${column} = excluded.${column}`),
  ...KEPT.map((column) => `${column} = coalesce(excluded.${column}, programme_case.${column})`),
  ...FIRST.map((column) => `${column} = coalesce(programme_case.${column}, excluded.${column})`),
  'reached = greatest(programme_case.reached, excluded.reached)',
];

/**
 * Parts of the statement that keeps a decision, after its `changed` and `finished`. Of tasks those count that their side
 * ended, and those that were late: what fell away in time says nothing of anybody. The province is read once, by whoever
 * opens the case; the site takes it along when it moves.
 * @param office who holds the tasks of the programme office
 */
export const programmeParts = (office: string): string => `
  measured as (insert into programme_case
      (qualification_id, case_number, supplier_id, site_id, previous_id, category, province, decided_at, submitted_at,
       qualified_at, workers_then, workers, women_workers, women_owned, renewal, at, reached, outcome, valid, grade,
       valid_until, size, failures, signed, approvals, wages, actions)
    select $1, changed.case_number, ($2::jsonb->>'supplierId')::uuid, ($2::jsonb->>'siteId')::uuid,
       ($2::jsonb->>'previousId')::uuid, $2::jsonb->>'category',
       coalesce((select province from site where id = ($2::jsonb->>'siteId')::uuid), ''), $7::timestamptz,
       case when r.submits then $7::timestamptz end, case when r.qualifies then $7::timestamptz end,
       case when r.submits then r.workers end, coalesce((p.content->>'workers')::integer, r.workers),
       (p.content->>'womenWorkers')::integer, (p.content->>'womenOwned')::boolean, r.renewal, r.at, r.reached, r.outcome,
       r.valid, r.grade, r."validUntil", r.size, r.failures, r.signed, r.approvals, r.wages, r.actions
      from changed
      cross join jsonb_to_record($29) as r(renewal boolean, at text, reached smallint, outcome text, valid boolean, grade text,
        "validUntil" timestamptz, size text, workers integer, failures text[], signed boolean, approvals integer, wages text,
        actions jsonb, submits boolean, qualifies boolean)
      left join fact p on p.qualification_id = $1 and p.paper = 'application' and p.item = 'profile'
    on conflict (qualification_id) do update set ${SET.join(', ')}),
  waits as (insert into case_wait (qualification_id, seq, since, waits_for) select $1, $3, $7, $30::text[]
     where $30::text[] is distinct from
       (select waits_for from case_wait where qualification_id = $1 order by seq desc limit 1)),
  ended_tasks as (insert into ended_task (qualification_id, seq, task, role, what, since, due_at, ended_at, in_time)
    select $1, $3, f.task, f.role, f.what, f.since, f.due_at, $7, f.theirs and f.due_at >= $7
      from (select *, $31 and (organisation_id = $15 or ($32 and role = 'supplier')
              or (organisation_id = '${office}' and (select acting_for_office()))) as theirs from finished) f
     where f.due_at < 'infinity' and (coalesce(f.theirs, false) or f.due_at <= $7))`;
