import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PUBLIC_PROGRAMME } from './programme-functions.js';
import { across, acrossTrigger, dropFunctions, protect } from './security.js';

/** What the programme's figures are read from: one row for each case, whom it waited for, and which duties were done in time. */
export class MeasureProgramme1764400600000 implements MigrationInterface {
  name = 'MeasureProgramme1764400600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OFFICE = '(select acting_for_office())';
const WITHIN = `(acting_case() is not null and qualification_id = (select case_at_work()))`;

const TABLES = [
  `create table "programme_case" (
    "qualification_id" uuid primary key references "qualification" ("id"),
    "case_number" text not null,
    "supplier_id" uuid not null,
    "site_id" uuid not null,
    "previous_id" uuid,
    "category" text not null,
    "province" text not null,
    "renewal" boolean not null,
    "submitted_at" timestamptz,
    "qualified_at" timestamptz,
    "decided_at" timestamptz not null,
    "at" text not null,
    "reached" smallint not null,
    "outcome" text not null constraint "programme_case_outcome_check"
      check ("outcome" in ('open', 'withdrawn', 'rejected', 'lapsed', 'revoked')),
    "valid" boolean not null,
    "grade" text,
    "valid_until" timestamptz,
    "size" text constraint "programme_case_size_check" check ("size" in ('micro', 'small', 'medium', 'large')),
    "workers_then" integer,
    "workers" integer,
    "women_workers" integer,
    "women_owned" boolean,
    "failures" text[] not null,
    "signed" boolean not null,
    "approvals" integer not null,
    "wages" text,
    "actions" jsonb not null
  )`,
  `create unique index "programme_case_by_number" on "programme_case" ("case_number")`,
  `create index "programme_case_by_submission" on "programme_case" ("submitted_at") where "submitted_at" is not null`,
  `create index "programme_case_by_previous" on "programme_case" ("previous_id") where "previous_id" is not null`,
  `create index "programme_case_by_site" on "programme_case" ("site_id", "submitted_at")`,
  `create table "case_wait" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "seq" integer not null,
    "since" timestamptz not null,
    "waits_for" text[],
    primary key ("qualification_id", "seq")
  )`,
  `create table "ended_task" (
    "qualification_id" uuid not null references "qualification" ("id"),
    "seq" integer not null,
    "task" text not null,
    "role" text not null,
    "what" text not null,
    "since" timestamptz not null,
    "due_at" timestamptz not null,
    "ended_at" timestamptz not null,
    "in_time" boolean not null,
    primary key ("qualification_id", "seq", "task")
  )`,
  ...protect('programme_case', {
    select: `${OFFICE} or ${WITHIN}`,
    insert: WITHIN,
    update: WITHIN,
  }),
  ...protect('case_wait', { select: `${OFFICE} or ${WITHIN}`, insert: WITHIN }),
  ...protect('ended_task', { select: OFFICE, insert: WITHIN }),
];

/** Since when somebody has a duty, in the time of the case: `opened_at` is the clock of the database. */
const TASKS = [
  `alter table "task" add column "since" timestamptz`,
  'set local role selvedge_across',
  `update "task" set "since" = "opened_at"`,
  'reset role',
  `alter table "task" alter column "since" set not null`,
];

const INDEXES = [
  `create index "outbox_event_of_corrections" on "outbox_event" ("qualification_id")
    where "type" in ('corrective-action-submitted', 'corrective-action-verified')`,
  `create index "fact_of_deliveries" on "fact" ("qualification_id") where "paper" like 'deliveries:%'`,
];

/** A site that moves takes its cases along. */
const MOVES = [
  ...acrossTrigger(
    'move_programme_cases()',
    'update programme_case set province = new.province where site_id = new.id; return null;',
  ),
  `create trigger "site_moves" after update of "province" on "site" for each row
    when (old.province <> new.province) execute function move_programme_cases()`,
];

const MOVED = (to: string): string => `j.payload like '%"to":"${to}%'`;
const FIRST = (to: string): string =>
  `(select min(j.occurred_at) from journal_entry j where j.qualification_id = q.id and ${MOVED(to)})`;
const AT = `coalesce(q.state->>'at', 'DRAFT')`;
const WORKERS = `(q.state #>> '{siteFacts,workers}')::integer`;
const OUTCOME = `case ${AT} when 'WITHDRAWN' then 'withdrawn' when 'REJECTED' then 'rejected' when 'EXPIRED' then 'lapsed'
  when 'REVOKED' then 'revoked' else 'open' end`;
const ENDING = `case ${AT} when 'WITHDRAWN' then 'withdrawal' when 'REJECTED' then 'rejection' when 'REVOKED' then 'revocation' end`;
const FAILURES = `array(
    select (case f->>'severity' when 'zero-tolerance' then 'zero-tolerance:' else 'finding:' end) || (f->>'itemId')
      from jsonb_array_elements(coalesce(q.state #> '{audit,findings}', '[]')) f
    union select 'decline:' || coalesce(a.value->>'declineReason', 'other')
      from jsonb_each(coalesce(q.state->'approvals', '{}')) a where a.value->>'phase' = 'declined'
    union select ${ENDING} || ':' || (q.state->>'closedReason') where ${ENDING} is not null and q.state ? 'closedReason'
    order by 1)`;
const UNTIL = `case when ${AT} = 'QUALIFIED_CONDITIONAL' then least(q.state #>> '{validity,until}',
    (select d.value->>'dueAt' from jsonb_array_elements(q.state->'deadlines') d where d.value->>'kind' = 'condition' limit 1))
  else q.state #>> '{validity,until}' end`;

/** As `programmeRecord` of the domain makes it of every decision from now on. Whom cases waited for before is not known. */
const FILL = [
  'set local role selvedge_across',
  `insert into "programme_case"
   select q.id, q.case_number, q.supplier_id, q.site_id, q.previous_id, q.category, s.province, q.state ? 'renewal',
       ${FIRST('SUBMITTED')}, ${FIRST('QUALIFIED')}, q.case_time, ${AT},
       greatest(case q.stage when 'application' then 1 when 'assessment' then 2 when 'pilot-order' then 3 when 'approval' then 4
           when 'qualified' then 5 else 0 end,
         (select max(case when ${MOVED('QUALIFIED')} then 5 when ${MOVED('BUYER_DECISION')} then 4
             when ${MOVED('PILOT_')} then 3 when ${MOVED('ELIGIBLE')} then 2 else 1 end)
           from journal_entry j where j.qualification_id = q.id)),
       ${OUTCOME}, ${AT} in ('QUALIFIED', 'QUALIFIED_CONDITIONAL', 'REQUALIFYING'),
       q.state #>> '{validity,grade}', case when pg_input_is_valid(${UNTIL}, 'timestamptz') then (${UNTIL})::timestamptz end,
       case when ${WORKERS} <= 10 then 'micro' when ${WORKERS} <= 50 then 'small' when ${WORKERS} <= 100 then 'medium'
         when ${WORKERS} > 100 then 'large' end,
       ${WORKERS}, coalesce((f.content->>'workers')::integer, ${WORKERS}), (f.content->>'womenWorkers')::integer,
       (f.content->>'womenOwned')::boolean, ${FAILURES}, coalesce((q.state #>> '{audit,signed}')::boolean, false),
       (select count(*)::integer from jsonb_each(coalesce(q.state->'approvals', '{}')) a
         where a.value->>'phase' in ('approved', 'approved-conditionally')),
       q.state #>> '{checks,wages,verdict}',
       coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('subject', a.value->'subject', 'phase', a.value->'phase',
           'openedAt', a.value->'openedAt', 'dueAt', a.value->'dueAt')) order by a.key)
         from jsonb_each(coalesce(q.state->'correctiveActions', '{}')) a), '[]')
     from qualification q join site s on s.id = q.site_id
     left join fact f on f.qualification_id = q.id and f.paper = 'application' and f.item = 'profile'`,
  `insert into "case_wait" (qualification_id, seq, since) select id, 0, least(opened_at, case_time) from qualification`,
  'reset role',
];

const UP = [...TABLES, ...TASKS, ...INDEXES, ...MOVES, ...FILL, ...across(...PUBLIC_PROGRAMME)];

const DOWN = [
  ...dropFunctions('public_programme()'),
  'drop trigger "site_moves" on "site"',
  ...dropFunctions('move_programme_cases()'),
  'drop index "fact_of_deliveries"',
  'drop index "outbox_event_of_corrections"',
  'alter table "task" drop column "since"',
  'drop table "ended_task"',
  'drop table "case_wait"',
  'drop table "programme_case"',
];
