import {
  AUDIT,
  papersReliedOn,
  surveillancePaper,
  type Actor,
  type Answer,
  type CaseState,
  type Command,
  type Facts,
  type SchemeContent,
  type WorkCalendar,
} from '#domain';
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
      select distinct on (paper, item) id::text, paper, item, version, content_text as text
        from fact_revision where qualification_id = $1 and paper = any($2)
       order by paper, item, version desc) r), '[]') as revisions,
    (select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles))
       from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = $3 and m.ended_at is null) as memberships,
    exists (select 1 from organisation where id = $4 and kind = 'buyer') as "buyerKnown",
    (select jsonb_object_agg(kind, jsonb_build_object('verdict', verdict, 'expiresAt', expires_at, 'inputHash', input_hash))
       from compliance_check_run where run_id = $5 and qualification_id = $1) as "checkRun",
    (select max(occurred_at) from fact where qualification_id = $1 and paper in ('application', 'compliance') and $6) as "lastEditAt",
    gen_random_uuid()::text as "drawSeed",
    (select id from qualification where site_id = $7 and category = $8 and not over and stage <> 'closed'
        and id <> $1 and id is distinct from $9 limit 1) as "openCaseId",
    (select coalesce(sealed->>'commitment', encode(sha256(salt || convert_to(text, 'UTF8')), 'hex')) from note where id = $10
     union all select encode(digest, 'hex') from safeguarding_note where id = $10 and kind <> 'interview') as "noteDigest",
    (select jsonb_build_object('upTo', max(position)::text,
              'digest', encode(sha256(string_agg(digest, ''::bytea order by position)), 'hex'))
       from safeguarding_note where qualification_id = $1 and kind = 'interview' and 'audit' = any($2)
     having count(*) > 0) as "interviewNotes"`,
);
interface LoadedRow {
  revisions: Revision[];
  memberships: NonNullable<Facts['person']>['memberships'] | null;
  buyerKnown: boolean;
  checkRun: Record<string, { verdict: string; expiresAt: string | null; inputHash: string }> | null;
  lastEditAt: Date | null;
  openCaseId: string | null;
  drawSeed: string;
  noteDigest: string | null;
  interviewNotes: InterviewNotes | null;
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

const holdsAnswers = (paper: string): boolean => paper === AUDIT || paper.startsWith(surveillancePaper(''));

export function papersFrom(revisions: readonly Pick<Revision, 'paper' | 'item' | 'text'>[]): Facts['papers'] {
  const papers: Record<string, Record<string, unknown>> = {};
  for (const { paper, item, text } of revisions) {
    const content = JSON.parse(text) as Record<string, unknown>;
    (papers[paper] ??= {})[item] = holdsAnswers(paper) ? toAnswer(content) : content;
  }
  return papers;
}

const checkRunFrom = (row: LoadedRow): Facts['checkRun'] =>
  row.checkRun
    ? (Object.fromEntries(
        Object.entries(row.checkRun).map(([kind, { verdict, expiresAt, inputHash }]) => [
          kind,
          { verdict, inputHash, ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }) },
        ]),
      ) as Facts['checkRun'])
    : undefined;

/** Read everything a command may rely on, in one statement and after the case's papers were locked. */
export async function loadFacts(
  tx: Transaction,
  state: CaseState,
  command: Command,
  actor: Actor,
  scheme: SchemeContent,
  calendar: WorkCalendar,
): Promise<LoadedFacts> {
  const papers = papersReliedOn(state, command, actor);
  const personId = param(command, 'auditorId', 'toPersonId');
  const opening = command.type === 'open';
  const [row] = await tx.run<LoadedRow>(LOAD, [
    state.qualificationId,
    papers,
    personId,
    param(command, 'buyerId'),
    param(command, 'runId'),
    command.type === 'advance-clock' && state.at === 'DRAFT',
    opening ? state.siteId : null,
    opening ? state.category : null,
    state.previousId ?? null,
    param(command, 'noteId'),
  ]);
  if (!row) throw new Error('a query without from always gives one row');
  const scope = row.revisions.find((r) => r.paper.startsWith('approval-scope:'));
  const facts: Facts = {
    scheme,
    calendar,
    papers: papersFrom(row.revisions),
    buyerKnown: row.buyerKnown,
    drawSeed: row.drawSeed,
    ...(row.lastEditAt && { lastEditAt: row.lastEditAt.toISOString() }),
    ...(row.openCaseId && { openCaseId: row.openCaseId }),
    ...(personId && { person: { personId, memberships: row.memberships ?? [] } }),
    ...(row.checkRun && { checkRun: checkRunFrom(row) }),
    ...(scope && { scopeRevision: scope.id }),
  };
  return {
    ...{ facts, revisions: row.revisions },
    ...(row.noteDigest && { noteDigest: row.noteDigest }),
    ...(row.interviewNotes && { interviewNotes: row.interviewNotes }),
  };
}
