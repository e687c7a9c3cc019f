import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions, protect } from './security.js';

/** What buyers ask over all their cases: boards of pilot orders, approvals that end, a watch list; and one page of a case. */
export class ServeBuyers1764400500000 implements MigrationInterface {
  name = 'ServeBuyers1764400500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const ORGANISATION = '(select acting_organisation())';
const KIND = '(select acting_kind())';
const WITHIN = `(acting_case() is not null and qualification_id = (select case_at_work()))`;

const TABLES = [
  `create table "pilot_order" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "id" uuid not null,
    "buyer_id" uuid not null references "organisation" ("id"),
    "board" text not null constraint "pilot_order_board_check"
      check ("board" in ('placed', 'confirmed', 'in-production', 'to-inspect', 'done')),
    "due_at" timestamptz not null,
    primary key ("qualification_id", "id")
  )`,
  `create index "pilot_order_by_buyer" on "pilot_order" ("buyer_id", "due_at", "qualification_id", "id")`,
  `create index "pilot_order_by_board" on "pilot_order" ("buyer_id", "board", "due_at", "qualification_id", "id")`,
  ...protect('pilot_order', {
    select: `${WITHIN} or (buyer_id = ${ORGANISATION} and sees_case(qualification_id))`,
    insert: WITHIN,
    update: WITHIN,
  }),
  `alter table "approval" add column "ends_at" timestamptz`,
  `create index "approval_by_end" on "approval" ("buyer_id", "ends_at", "qualification_id") where "ends_at" is not null`,
  `alter table "demand" add column "price_usd" double precision constraint "demand_price_usd_check" check ("price_usd" > 0)`,
  `create table "case_watch" (
    "buyer_id" uuid not null references "organisation" ("id"),
    "qualification_id" uuid not null references "qualification" ("id"),
    "since" timestamptz not null default now(),
    primary key ("buyer_id", "qualification_id")
  )`,
  `create index "case_watch_by_case" on "case_watch" ("qualification_id")`,
  ...protect('case_watch', {
    select: `buyer_id = ${ORGANISATION}`,
    insert: `buyer_id = ${ORGANISATION} and ${KIND} = 'buyer' and sees_case(qualification_id)`,
    delete: `buyer_id = ${ORGANISATION}`,
  }),
];

/** As `boardColumn` and `approvalEnd` of the domain make them of every decision from now on. */
const FILL = [
  'set local role selvedge_across',
  `insert into "pilot_order" (qualification_id, id, buyer_id, board, due_at)
   select q.id, p.key::uuid, (p.value->>'buyerId')::uuid, case
       when p.value->>'phase' in ('accepted', 'failed', 'cancelled') then 'done'
       when p.value->>'phase' = 'placed' then 'placed'
       when jsonb_path_exists(p.value, '$.lots[*].phase ? (@ == "ready" || @ == "awaiting-inspection")') then 'to-inspect'
       when p.value ? 'productionStartedAt' then 'in-production' else 'confirmed' end, (p.value->>'dueAt')::timestamptz
     from qualification q cross join jsonb_each(coalesce(q.state->'pilots', '{}')) p
    where p.value ? 'dueAt'`,
  `update "approval" a set ends_at = e.instant::timestamptz
     from (select qualification_id, buyer_id, least(record->>'validUntil', record #>> '{qualification,validUntil}') as instant
             from "approval" where record->>'phase' in ('approved', 'approved-conditionally')) e
    where (e.qualification_id, e.buyer_id) = (a.qualification_id, a.buyer_id) and e.instant ~ '^\\d{4}-\\d\\d-\\d\\dT'`,
  'reset role',
];

/** What every party may hear of a case: how it goes on. What is about one buyer is told that buyer beside it. */
const MILESTONES = `'{application-submitted,application-accepted,screening-cleared,assessment-started,assessment-passed,
  corrective-actions-required,corrective-plan-accepted,qualification-granted,qualification-downgraded,conditions-met,
  qualification-suspended,qualification-reinstated,qualification-revoked,qualification-rejected,qualification-withdrawn,
  qualification-lapsed,requalification-opened,qualification-renewed}'::text[]`;
const OF_BUYERS = `'{pilot-placed,pilot-confirmed,production-started,lot-delivered,lot-judged,pilot-accepted,pilot-failed,
  pilot-cancelled,approval-requested,approval-recommended,approval-granted,approval-declined,approval-deferred,
  approval-expired,approval-made-conditional,approval-confirmed,approval-withdrawn}'::text[]`;
/** Of data that are somebody else's business too, no more than this. */
const FOR_ALL = `(select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(e.data) f
  where f.key = any ('{until,since,conditional}'))`;
const THEIRS = `coalesce(e.data->>'buyerId', q.state #>> array['pilots', e.data->>'pilotId', 'buyerId'])`;

const FUNCTIONS = [
  // Codes and dates of a case for whoever may read its page. Of what is sealed nothing, and of a buyer's business nothing
  // for another buyer. The service judges it a second time by the rules of the feed.
  ...across(
    'history_of_case(p_case uuid)',
    'table (seq integer, part integer, type text, data jsonb, seal text, occurred_at timestamptz)',
    `select e.seq, e.position, e.type, case when r.inside or ${THEIRS} = acting_organisation()::text then e.data else ${FOR_ALL} end,
         e.seal, e.occurred_at
       from qualification q cross join lateral (
         select acting_for_office() as office, acting_for_office() or q.supplier_id = acting_organisation() as inside) r
       join outbox_event e on e.qualification_id = q.id
      where q.id = p_case and sees_case(q.id) and acting_kind() in ('supplier', 'buyer', 'programme-office')
        and (r.office or (e.seal <> 'internal' and e.seal <> all (q.closed_seals)
          and ('safeguarding' <> all (q.closed_seals)
            or e.seq <= coalesce((q.state #>> '{safeguarding,ended,seq}')::integer, e.seq))))
        and (e.type = any (${MILESTONES})
          or (e.type = any (${OF_BUYERS}) and (r.inside or ${THEIRS} = acting_organisation()::text)))
      order by e.seq desc, e.position desc limit 200`,
  ),
  ...across(
    'check_dates(p_case uuid)',
    'table (kind text, run_id uuid, ran_at timestamptz, source_version text)',
    `select distinct on (c.kind) c.kind, c.run_id, c.ran_at, c.source_version from compliance_check_run c
      where c.qualification_id = p_case and sees_case(p_case) and sees_section(p_case, 'compliance-verdicts')
      order by c.kind, c.recorded_at desc`,
  ),
];

const UP = [...TABLES, ...FILL, ...FUNCTIONS];

const DOWN = [
  ...dropFunctions('check_dates(uuid)', 'history_of_case(uuid)'),
  'drop table "case_watch"',
  'alter table "demand" drop column "price_usd"',
  'drop index "approval_by_end"',
  'alter table "approval" drop column "ends_at"',
  'drop table "pilot_order"',
];
