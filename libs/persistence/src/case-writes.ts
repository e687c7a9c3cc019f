import {
  approvalEnd,
  approvalRecord,
  asTold,
  ballHolders,
  boardColumn,
  closedSeals,
  nextStepAt,
  openPapers,
  PLACES,
  sealOf,
  termsOf,
  type CaseState,
  type JournalEntry,
} from '#domain';
import type { CommandResult, CommitRequest } from './case-store.js';
import { requestDigest } from './case-store.js';
import { Database, statement, type Transaction } from './database.js';
import type { JournalLink } from './journal.js';
import { programmeParts, programmeValues } from './programme-writes.js';

const OPEN_CASE = `insert into qualification
    (id, case_number, supplier_id, site_id, category, scheme_version_id, previous_id,
     stage, substate, state, seq, case_time, next_step_at, over, head_hash, closed_seals)
  select $1, 'SQ-' || to_char($7::timestamptz at time zone 'Asia/Phnom_Penh', 'YYYY') || '-' || lpad(nextval('case_number')::text, 9, '0'),
     ($2::jsonb->>'supplierId')::uuid, ($2::jsonb->>'siteId')::uuid, $2::jsonb->>'category',
     ($2::jsonb->>'schemeVersionId')::uuid, ($2::jsonb->>'previousId')::uuid,
     $4, $5, $2::jsonb, $3, $7, $6, $8, $9, $25::text[]`;
const CHANGE_CASE = `update qualification set state = $2::jsonb, scheme_version_id = ($2::jsonb->>'schemeVersionId')::uuid, seq = $3, stage = $4, substate = $5, next_step_at = $6,
     case_time = $7, over = $8, head_hash = coalesce($9, head_hash), closed_seals = $25::text[],
     assessment_told_at = case when 'assessment' = any(closed_seals) and 'assessment' <> all($25::text[]) then now()
       else assessment_told_at end,
     visit_on = coalesce($2::jsonb #>> '{audit,visitDate}',
       (select min(d) from jsonb_array_elements_text($2::jsonb #> '{audit,proposedDates}') d))::date,
     updated_at = now()
  where id = $1`;

/** The nil UUID holds the programme office's tasks, which belong to no one organisation by id. */
export const OFFICE = '00000000-0000-0000-0000-000000000000';

/** Everything one decision leaves behind, as one statement: all of it or, with the transaction, none. */
const keep = (first: string): string => `with
  changed as (${first} returning id, case_number),
  journal as (insert into journal_entry
      (qualification_id, seq, command_id, payload, payload_digest, previous_hash, hash, occurred_at, seal)
    values ($1, $3, $10, $11, $12, $13, $9, $7, $26)),
  basis as (insert into decision_basis (qualification_id, seq, basis) values ($1, $3, $27)),
  kept as (insert into command (id, qualification_id, type, organisation_id, status, request_digest, result, statements)
    values ($10, $1, $14, $15, 'done', $16, $17, $18)
    on conflict (id) do update set status = 'done', result = excluded.result, request = null, retry_at = null,
      statements = excluded.statements where command.status = 'pending'),
  told as (insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at, seal)
    select gen_random_uuid(), $1, $3, e.position, e.type, e.data, $7, $26
      from jsonb_to_recordset($19) as e(position integer, type text, data jsonb)),
  closed as (update working_paper set open = false
     where qualification_id = $1 and open and paper not in (select p.paper from jsonb_to_recordset($20) as p(paper text))),
  opened as (insert into working_paper (qualification_id, paper, role, organisation_id, person_id, items, open)
    select $1, p.paper, p.role, p."organisationId", p."personId", p.items, true
      from jsonb_to_recordset($20) as p(paper text, role text, "organisationId" uuid, "personId" uuid, items text[])
    on conflict (qualification_id, paper) do update set role = excluded.role, organisation_id = excluded.organisation_id,
      person_id = excluded.person_id, items = excluded.items, open = true),
  finished as (delete from task
     where qualification_id = $1 and task not in (select t.task from jsonb_to_recordset($21) as t(task text))
    returning task, role, organisation_id, what, since, due_at),
  tasks as (insert into task (qualification_id, task, role, organisation_id, person_id, what, subject, due_at, otherwise, claimed_by, since)
    select $1, t.task, t.role, coalesce(t."organisationId", '${OFFICE}'), t."personId", t.what, t.subject,
           coalesce(t."dueAt", 'infinity'), t.otherwise, t."claimedBy", $7
      from jsonb_to_recordset($21) as t(task text, role text, "organisationId" uuid, "personId" uuid, what text,
           subject text, "dueAt" timestamptz, otherwise text, "claimedBy" uuid)
    on conflict (qualification_id, task) do update set role = excluded.role, organisation_id = excluded.organisation_id,
      person_id = excluded.person_id, due_at = excluded.due_at, otherwise = excluded.otherwise, claimed_by = excluded.claimed_by),
  left_case as (delete from qualification_party where qualification_id = $1 and (organisation_id, relation) not in
    (select x."organisationId", x.relation from jsonb_to_recordset($22) as x("organisationId" uuid, relation text))),
  parties as (insert into qualification_party (organisation_id, qualification_id, relation, case_number, by_consent)
    select x."organisationId", $1, x.relation, changed.case_number, x."byConsent"
      from changed, jsonb_to_recordset($22) as x("organisationId" uuid, relation text, "byConsent" boolean)
    on conflict (organisation_id, qualification_id, relation) do update set by_consent = excluded.by_consent
      where qualification_party.by_consent <> excluded.by_consent),
  overlaid as (insert into case_overlay (qualification_id, overlay_id)
    select $1, o."overlayId" from jsonb_to_recordset($2::jsonb->'overlays') as o("overlayId" uuid) on conflict do nothing),
  approved as (insert into approval (qualification_id, buyer_id, supplier_id, site_id, category, record, ends_at)
    select $1, a."buyerId", ($2::jsonb->>'supplierId')::uuid, ($2::jsonb->>'siteId')::uuid, $2::jsonb->>'category', a.record,
           a."endsAt"
      from jsonb_to_recordset($28) as a("buyerId" uuid, record jsonb, "endsAt" timestamptz)
    on conflict (qualification_id, buyer_id) do update set record = excluded.record, ends_at = excluded.ends_at
      where approval.record <> excluded.record),
  ordered as (insert into pilot_order (qualification_id, id, buyer_id, board, due_at)
    select $1, o.id, o."buyerId", o.board, o."dueAt"
      from jsonb_to_recordset($33) as o(id uuid, "buyerId" uuid, board text, "dueAt" timestamptz)
    on conflict (qualification_id, id) do update set board = excluded.board, due_at = excluded.due_at
      where (pilot_order.board, pilot_order.due_at) <> (excluded.board, excluded.due_at)),
  ended as (update consent set ended_at = $7
     where qualification_id = $1 and ended_at is null and not $24::jsonb ? buyer_id::text),
  given as (insert into consent (qualification_id, buyer_id, sections, given_at, valid_until)
    select $1, c."buyerId", c.sections, c."givenAt", c."validUntil"
      from jsonb_to_recordset($23) as c("buyerId" uuid, sections text[], "givenAt" timestamptz, "validUntil" timestamptz)
    on conflict (qualification_id, buyer_id) do update set sections = excluded.sections, given_at = excluded.given_at,
      valid_until = excluded.valid_until, ended_at = null
      where consent.given_at <> excluded.given_at or consent.ended_at is not null),
  ${programmeParts(OFFICE)}
  select id from changed`;

const OPEN = statement('case-open', keep(OPEN_CASE));
const CHANGE = statement('case-change', keep(CHANGE_CASE));
const READ_CLOCK = statement(
  'case-clock',
  `with dated as (update task set due_at = t."dueAt"
       from jsonb_to_recordset($5) as t(task text, "dueAt" timestamptz)
      where task.qualification_id = $1 and task.task = t.task and task.due_at <> t."dueAt")
   update qualification set state = $2::jsonb, case_time = $3, next_step_at = $4, updated_at = now() where id = $1`,
);
const REFUSE = statement(
  'command-refused',
  `insert into command (id, qualification_id, type, organisation_id, status, request_digest, result, statements)
   values ($1, $2, $3, $4, 'refused', $5, $6, $7)
   on conflict (id) do update set status = 'refused', result = excluded.result, request = null, retry_at = null,
     statements = excluded.statements where command.status = 'pending'
   returning id`,
);

interface Party {
  readonly organisationId: string;
  readonly relation: 'supplier' | 'audit-firm' | 'buyer';
  /** Party by nothing else, and so no longer than the consent is in force. */
  readonly byConsent: boolean;
}
/** Who may see the case: its supplier, the audit firm at work on it, buyers by consent or by what they did there. */
function parties(state: CaseState): readonly Party[] {
  const byDeed = new Set([
    ...Object.keys(state.approvals),
    ...Object.values(state.pilots).map((p) => p.buyerId),
  ]);
  const buyers = new Set([...state.consents, ...byDeed]);
  const firm = state.audit.auditor?.organisationId;
  return [
    { organisationId: state.supplierId, relation: 'supplier', byConsent: false },
    ...(firm ? [{ organisationId: firm, relation: 'audit-firm' as const, byConsent: false }] : []),
    ...[...buyers].map((organisationId): Party => ({
      organisationId,
      relation: 'buyer',
      byConsent: !byDeed.has(organisationId),
    })),
  ];
}

/** Consents that stand, with their terms. */
const consents = (state: CaseState) =>
  state.consents.flatMap((buyerId) => {
    const terms = termsOf(state, buyerId);
    return terms ? [{ buyerId, ...terms }] : [];
  });

/** What the approval of each buyer is worth, as far as that buyer is told: what an order is judged by. */
const approvals = (state: CaseState) =>
  Object.keys(state.approvals).map((buyerId) => {
    const record = approvalRecord(asTold(state, ['buyer'], buyerId), buyerId);
    return { buyerId, record, endsAt: record && approvalEnd(record) };
  });

/** Where each pilot order stands on the board of its buyer. */
const pilotOrders = ({ pilots }: CaseState) =>
  Object.entries(pilots).map(([id, pilot]) => {
    const { buyerId, dueAt } = pilot;
    return { id, buyerId, board: boardColumn(pilot), dueAt };
  });

const tasks = (state: CaseState) =>
  ballHolders(state)
    .filter((holder) => holder.role !== 'system')
    .map((holder) => ({ ...holder, claimedBy: state.claims[holder.task]?.personId }));

/** Statements of the running commit, with the two that are still to come: this write and the `commit`. */
const statementsWithThis = (): number => Database.soFar.statements + 2;

export interface DecisionToKeep {
  readonly request: CommitRequest;
  readonly next: CaseState;
  readonly journal?:
    { readonly entry: JournalEntry; readonly link: JournalLink; readonly basis: string } | undefined;
  readonly result: CommandResult;
  readonly opening: boolean;
}

/** Write a decision; a clock reading that found nothing due only moves the case time. */
export async function writeDecision(tx: Transaction, kept: DecisionToKeep): Promise<void> {
  const { request, next, journal, result, opening } = kept;
  const id = next.qualificationId;
  const step = nextStepAt(next) ?? null;
  if (!journal) {
    await tx.run(READ_CLOCK, [id, JSON.stringify(next), next.caseTime, step, JSON.stringify(tasks(next))]);
    return;
  }
  const { entry, link, basis } = journal;
  const events = entry.events.map((event, position) => ({
    position,
    type: event.type,
    data: event.params,
  }));
  const place = PLACES[next.at];
  await tx.run(opening ? OPEN : CHANGE, [
    id,
    JSON.stringify(next),
    next.seq,
    place.stage,
    place.substate,
    step,
    entry.occurredAt,
    next.over,
    link.hash,
    request.commandId,
    link.payload,
    link.payloadDigest,
    link.previousHash,
    request.command.type,
    request.by?.organisationId ?? null,
    requestDigest(request.command),
    JSON.stringify(result),
    statementsWithThis(),
    JSON.stringify(events),
    JSON.stringify(openPapers(next)),
    JSON.stringify(tasks(next)),
    JSON.stringify(parties(next)),
    JSON.stringify(consents(next)),
    JSON.stringify(next.consents),
    closedSeals(next),
    sealOf(entry, next.supplierId),
    basis,
    JSON.stringify(approvals(next)),
    ...programmeValues(next, entry),
    JSON.stringify(pilotOrders(next)),
  ]);
}

/**
 * A refusal is kept under its command id: asking again with the same key gives the same answer. False when the command
 * was decided already: a decision is never overwritten by a refusal.
 */
export async function recordRefusal(
  tx: Transaction,
  request: CommitRequest,
  result: CommandResult,
): Promise<boolean> {
  const kept = await tx.run(REFUSE, [
    request.commandId,
    request.qualificationId,
    request.command.type,
    request.by?.organisationId ?? null,
    requestDigest(request.command),
    JSON.stringify(result),
    statementsWithThis(),
  ]);
  return kept.length > 0;
}
