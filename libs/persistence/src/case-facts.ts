import {
  AUDIT,
  CLOSED_STATES,
  NO_HAND_IN_IT,
  AUDIT_CORRECTIONS,
  COMPLIANCE,
  overlayBuyers,
  papersReliedOn,
  surveillancePaper,
  type Actor,
  type Answer,
  type AssignmentFacts,
  type CaseState,
  type Command,
  type CommandType,
  type Facts,
  type FormerCase,
  type ListHit,
  type PreviousCase,
  type SchemeContent,
  type WorkCalendar,
} from '#domain';
import { EARLIER_AUDITORS } from './auditor-quality.js';
import { statement, type Transaction } from './database.js';
import type { InterviewNotes, Revision } from './journal.js';

/** Facts read for one decision, with the revisions they were read from. */
export interface LoadedFacts {
  readonly facts: Facts;
  readonly revisions: readonly Revision[];
  readonly noteDigest?: string;
  readonly interviewNotes?: InterviewNotes;
}

const LOAD = statement(
  'decision-facts',
  `select
    coalesce((select jsonb_agg(r) from (
      select distinct on (paper, item) id::text, paper, item, version, content_text as text, copied_from is not null as copied
        from fact_revision where qualification_id = $1 and paper = any($2)
       order by paper, item, version desc) r), '[]') as revisions,
    (select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles))
       from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = $3 and m.ended_at is null) as memberships,
    exists (select 1 from organisation where id = $4 and kind = 'buyer') as "buyerKnown",
    (select jsonb_object_agg(kind, jsonb_build_object('verdict', verdict, 'expiresAt', expires_at, 'inputHash', input_hash, 'hits',
        (select jsonb_agg(jsonb_build_object('id', e->'params'->'hit', 'band', e->'params'->'band'))
           from jsonb_array_elements(explanation) e where e->>'code' = 'list-hit' and e->'params' ? 'hit')))
       from compliance_check_run where run_id = $5 and qualification_id = $1) as "checkRun",
    exists (select from document d where d.id = $16 and d.status = 'available' and (d.qualification_id = $1 or exists
      (select from document_link l where l.document_id = d.id and l.qualification_id = $1))) as "evidenceKnown",
    (select max(occurred_at) from fact where qualification_id = $1 and paper in ('application', 'compliance') and $6) as "lastEditAt",
    (select jsonb_build_object('status', n.status,
         'sameScheme', n.scheme_id = (select scheme_id from scheme_version where id = $18))
       from scheme_version n where n.id = $17) as "namedScheme",
    (select jsonb_agg(jsonb_build_object('overlayId', v.id, 'buyerId', v.buyer_id, 'content', v.content))
       from overlay_version v
      where v.id = any($19::uuid[]) or (v.buyer_id = any($20::uuid[]) and v.status = 'published')) as overlays,
    (select id from qualification where site_id = $7 and category = $8 and not over and stage <> 'closed'
        and id <> $1 and id is distinct from $9 limit 1) as "openCaseId",
    (select coalesce(sealed->>'commitment', encode(sha256(salt || convert_to(text, 'UTF8')), 'hex')) from note where id = $10
     union all select encode(digest, 'hex') from safeguarding_note where id = $10 and kind <> 'interview') as "noteDigest",
    (select jsonb_build_object('upTo', max(position)::text,
              'digest', encode(sha256(string_agg(digest, ''::bytea order by position)), 'hex'))
       from safeguarding_note where qualification_id = $1 and kind = 'interview' and 'audit' = any($2)
     having count(*) > 0) as "interviewNotes",
    (select jsonb_build_object('state', q.state,
              'answers', case when $12 then (select jsonb_object_agg(item, content->>'value') from fact
                 where qualification_id = q.id and paper = 'audit') end,
              'workers', case when $12 then (select content->'workers' from fact
                 where qualification_id = q.id and paper = 'application' and item = 'profile') end)
       from qualification q where q.id = $11) as previous,
    (select jsonb_agg(former.ended) from (
       select jsonb_build_object('qualificationId', id, 'at', state->'at', 'enteredAt', state->'enteredAt',
                'closedReason', state->'closedReason', 'coolingOffWaived', state->'coolingOffWaived', 'appeal', state->'appeal',
                'suspension', state->'suspension') as ended
         from qualification
        where site_id = $13 and category = $8 and id <> $1 and stage = 'closed'
          and (substate in ('rejected', 'revoked') or state->'appeal' is not null or state->'suspension' is not null)
        order by case_time desc limit 20) former) as former,
    (select jsonb_object_agg(person_id, hats) from (
       select m.person_id, jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles)) as hats
         from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = any($14::uuid[]) and m.ended_at is null group by m.person_id) named) as named,
    (select jsonb_agg(distinct payload::jsonb->'actor'->'personId') from journal_entry
      where qualification_id = $1 and $14::uuid[] is not null and payload::jsonb->'actor'->'personId' is not null
        and payload::jsonb->>'command' <> all($15::text[])) as involved,
    case when $21::uuid is not null then ${EARLIER_AUDITORS} end as earlier,
    case when $21::uuid is not null then (select jsonb_agg(jsonb_build_object('kind', kind, 'organisationId', organisation_id))
       from ties_of_auditor($1, $3::uuid, $21::uuid)) end as ties,
    gen_random_uuid() as "drawSeed"`,
);
interface LoadedRow {
  revisions: (Revision & { readonly copied: boolean })[];
  memberships: NonNullable<Facts['person']>['memberships'] | null;
  buyerKnown: boolean;
  evidenceKnown: boolean;
  checkRun: Record<
    string,
    { verdict: string; expiresAt: string | null; inputHash: string; hits: ListHit[] | null }
  > | null;
  lastEditAt: Date | null;
  namedScheme: { status: string; sameScheme: boolean } | null;
  overlays: Facts['overlays'] | null;
  openCaseId: string | null;
  noteDigest: string | null;
  interviewNotes: InterviewNotes | null;
  previous: StoredPrevious | null;
  former: FormerCase[] | null;
  named: NonNullable<Facts['panel']>['named'] | null;
  involved: string[] | null;
  earlier: AssignmentFacts['earlier'] | null;
  ties: AssignmentFacts['ties'] | null;
  drawSeed: string;
}
/** The case before this one, and of its papers what the plan of a renewal's audit needs. */
interface StoredPrevious {
  readonly state: CaseState;
  readonly answers: NonNullable<PreviousCase['answers']> | null;
  readonly workers: number | null;
}

const param = (command: Command, ...names: string[]): string | null => {
  const values = command as unknown as Record<string, unknown>;
  const value = names.map((name) => values[name]).find((v) => typeof v === 'string');
  return (value as string | undefined) ?? null;
};

/** What an auditor wrote, reduced to what the rules ask of it. */
const toAnswer = (content: Record<string, unknown>): Answer => ({
  value: content['value'] as Answer['value'],
  reasonGiven: typeof content['reason'] === 'string' && content['reason'].length > 0,
  evidenceCount: Array.isArray(content['evidence']) ? content['evidence'].length : 0,
  noteLength: typeof content['note'] === 'string' ? content['note'].length : 0,
});

/** Papers with auditors' words in them: the rules get none. */
function reduced(paper: string, content: Record<string, unknown>): unknown {
  if (paper === AUDIT || paper.startsWith(surveillancePaper(''))) return toAnswer(content);
  return paper === AUDIT_CORRECTIONS ? { ...toAnswer(content), code: content['code'] } : content;
}

export function papersFrom(revisions: readonly Pick<Revision, 'paper' | 'item' | 'text'>[]): Facts['papers'] {
  const papers: Record<string, Record<string, unknown>> = {};
  for (const { paper, item, text } of revisions) {
    const content = JSON.parse(text) as Record<string, unknown>;
    (papers[paper] ??= {})[item] = reduced(paper, content);
  }
  return papers;
}

const checkRunFrom = (row: LoadedRow): Facts['checkRun'] =>
  row.checkRun
    ? (Object.fromEntries(
        Object.entries(row.checkRun).map(([kind, { verdict, expiresAt, inputHash, hits }]) => [
          kind,
          {
            ...{ verdict, inputHash, ...(hits && { hits }) },
            ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }),
          },
        ]),
      ) as Facts['checkRun'])
    : undefined;

/** Commands that look at the case before this one. */
const LOOKS_BACK: readonly CommandType[] = [
  'open',
  'accept-application',
  'renew',
  'pass-review',
  'accept-corrective-plan',
  'approve',
];
/** The one decision that reads the papers of the case before: how a renewal is audited. */
const plansAudit = (state: CaseState, { type }: Command): boolean =>
  type === 'accept-application' && state.renewal !== undefined;

/** Whether another case of the site and category matters: for a new case, and for an appeal against the end of one. */
const seeksOpenCase = (state: CaseState, { type }: Command): boolean =>
  type === 'open' || (type === 'appeal' && CLOSED_STATES.includes(state.at));

async function previousFrom(
  row: LoadedRow,
  state: CaseState,
  command: Command,
  schemeOf: (id: string) => Promise<SchemeContent>,
): Promise<PreviousCase | undefined> {
  if (!row.previous) return undefined;
  const { state: before, answers, workers } = row.previous;
  if (!plansAudit(state, command)) return { state: before };
  return {
    state: before,
    scheme: await schemeOf(before.schemeVersionId),
    answers: answers ?? {},
    ...(workers !== null && { workers }),
    rewritten: row.revisions.filter(({ copied }) => !copied).map(({ item }) => item),
  };
}

/** What is known before: the scheme of the case, how to read another one, the calendar and the instant. */
interface Known {
  readonly scheme: SchemeContent;
  readonly contentOf: (schemeVersionId: string) => Promise<SchemeContent>;
  readonly calendar: WorkCalendar;
  readonly now: string;
}

/** Read everything a command may rely on, in one statement and after the case's papers were locked. */
export async function loadFacts(
  tx: Transaction,
  state: CaseState,
  command: Command,
  actor: Actor,
  { scheme, contentOf, calendar, now }: Known,
): Promise<LoadedFacts> {
  const papers = papersReliedOn(state, command, actor);
  const personId = param(command, 'auditorId', 'toPersonId');
  const firmId = param(command, 'firmId');
  const opening = command.type === 'open';
  const seeks = seeksOpenCase(state, command);
  const [row] = await tx.run<LoadedRow>(LOAD, [
    state.qualificationId,
    papers,
    personId,
    param(command, 'buyerId'),
    param(command, 'runId'),
    command.type === 'advance-clock' && state.at === 'DRAFT',
    seeks ? state.siteId : null,
    seeks ? state.category : null,
    state.previousId ?? null,
    param(command, 'noteId'),
    LOOKS_BACK.includes(command.type) ? (state.previousId ?? null) : null,
    plansAudit(state, command),
    opening ? state.siteId : null,
    command.type === 'appoint-panel' ? command.members : null,
    NO_HAND_IN_IT,
    param(command, 'evidenceId'),
    // Of a new case the version that it is to run under, else the one that a command names.
    param(command, 'schemeVersionId'),
    state.schemeVersionId,
    papers.includes(AUDIT) ? (state.overlays ?? []).map(({ overlayId }) => overlayId) : [],
    command.type === 'start-audit' ? overlayBuyers(state, now) : [],
    firmId,
  ]);
  if (!row) throw new Error('a query without from always gives one row');
  const previous = await previousFrom(row, state, command, contentOf);
  const named = row.namedScheme;
  const published = named?.status === 'published';
  const migrating = command.type === 'migrate-scheme' ? command.schemeVersionId : undefined;
  const content = migrating && published ? await contentOf(migrating) : undefined;
  const scope = row.revisions.find((r) => r.paper.startsWith('approval-scope:'));
  const bank = row.revisions.find((r) => r.paper === COMPLIANCE && r.item === 'bank');
  const facts: Facts = {
    scheme,
    calendar,
    papers: papersFrom(row.revisions),
    buyerKnown: row.buyerKnown,
    evidenceKnown: row.evidenceKnown,
    drawSeed: row.drawSeed,
    ...(row.lastEditAt && { lastEditAt: row.lastEditAt.toISOString() }),
    ...(migrating && { nextScheme: { sameScheme: named?.sameScheme ?? false, ...(content && { content }) } }),
    ...(opening && !published && { schemeClosed: true as const }),
    ...(row.overlays && { overlays: row.overlays }),
    ...(row.openCaseId && { openCaseId: row.openCaseId }),
    ...(personId && { person: { personId, memberships: row.memberships ?? [] } }),
    ...(firmId && { assignment: { earlier: row.earlier ?? [], ties: row.ties ?? [] } }),
    ...(row.checkRun && { checkRun: checkRunFrom(row) }),
    ...(previous && { previous }),
    ...(opening && { former: row.former ?? [] }),
    ...(command.type === 'appoint-panel' && {
      panel: { named: row.named ?? {}, involved: row.involved ?? [] },
    }),
    ...(scope && { scopeRevision: scope.id }),
    ...(bank && { bankRevision: bank.id }),
    ...(bank?.copied && { bankIsCopy: true as const }),
  };
  return {
    ...{ facts, revisions: row.revisions },
    ...(row.noteDigest && { noteDigest: row.noteDigest }),
    ...(row.interviewNotes && { interviewNotes: row.interviewNotes }),
  };
}
