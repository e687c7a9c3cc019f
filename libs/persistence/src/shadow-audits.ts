import type { Hand, OrganisationKind, Role, ShadowVerdict } from '#domain';
import { auditedBy, LAST_SUBMISSION } from './auditor-quality.js';
import { statement, type Database, type SqlActor } from './database.js';

/** So many submitted audits are looked through for one page at most: one in twenty of them is drawn. */
export const AUDITS_LOOKED_THROUGH = 1000;

/** $1 before this case number or null; from the index alone what the draw needs. */
const SUBMITTED = statement(
  'shadow-audits-submitted',
  `select id, case_number as "caseNumber" from qualification
    where state->'audit'->>'phase' = 'submitted' and ($1::text is null or case_number < $1)
    order by case_number desc limit ${AUDITS_LOOKED_THROUGH}`,
);
export interface SubmittedAudit {
  readonly id: string;
  readonly caseNumber: string;
}
/** Submitted audits for the office to draw from, the newest case first; whoever else asks sees only its own cases. */
export const readSubmittedAudits = (db: Database, actor: SqlActor, before: string | null) =>
  db.run<SubmittedAudit & Record<string, unknown>>(actor, SUBMITTED, [before]) as Promise<
    readonly SubmittedAudit[]
  >;

const AUDITS = statement(
  'shadow-audits-read',
  `select q.id as "qualificationId", q.case_number as "caseNumber", q.category, q.supplier_id as "supplierId",
     ${auditedBy('q.id', 'max')} as auditor, j.seq as submission, j.occurred_at as "submittedAt",
     a.looked_by as "lookedBy", a.organisation_id as "organisationId", a.visited_on as "visitedOn", a.verdict, a.items,
     a.recorded_at as "recordedAt"
     from qualification q join journal_entry j on j.qualification_id = q.id and j.seq = ${LAST_SUBMISSION}
     left join shadow_audit a on a.qualification_id = q.id and a.submission = j.seq
    where q.id = any($1::uuid[]) and q.state->'audit'->>'phase' = 'submitted' and q.state->'audit'->'auditor' is not null
    order by q.case_number desc`,
);
export interface ShadowAudit {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly category: string;
  readonly supplierId: string;
  /** Who handed it in. */
  readonly auditor: Hand;
  /** Number of the journal entry with which it was submitted. */
  readonly submission: number;
  readonly submittedAt: Date;
  /** All null until somebody looked. */
  readonly lookedBy: string | null;
  readonly organisationId: string | null;
  readonly visitedOn: string | null;
  readonly verdict: ShadowVerdict | null;
  readonly items: readonly string[] | null;
  readonly recordedAt: Date | null;
}
/** Of these cases the audits as they were last submitted, with what came of looking once more. */
export const readShadowAudits = (db: Database, actor: SqlActor, ids: readonly string[]) =>
  db.run<ShadowAudit & Record<string, unknown>>(actor, AUDITS, [ids]) as Promise<readonly ShadowAudit[]>;

const LOOKED = statement(
  'shadow-audit-looked',
  `select coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles))
       from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = $2 and m.ended_at is null), '[]') as employments,
     array(select item from fact where qualification_id = $1 and paper = 'audit' and item = any($3::text[])) as answered`,
);
export interface Looked {
  readonly employments: readonly {
    readonly organisationId: string;
    readonly organisationKind: OrganisationKind;
    readonly roles: readonly Role[];
  }[];
  /** Which of the items the audit answered. */
  readonly answered: readonly string[];
}
/** For whom somebody who looked works now, and which of these items of the case were answered. */
export async function readLooked(
  db: Database,
  actor: SqlActor,
  qualificationId: string,
  personId: string,
  items: readonly string[],
): Promise<Looked> {
  const values = [qualificationId, personId, items];
  const [row] = await db.run<Looked & Record<string, unknown>>(actor, LOOKED, values);
  return row ?? { employments: [], answered: [] };
}

export interface ShadowOutcome {
  readonly qualificationId: string;
  readonly submission: number;
  readonly looked: Hand;
  readonly visitedOn: string;
  readonly verdict: ShadowVerdict;
  readonly items: readonly string[];
}
const RECORD = statement(
  'shadow-audit-record',
  `insert into shadow_audit (qualification_id, submission, looked_by, organisation_id, visited_on, verdict, items, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning submission`,
);
/** Once for each submission: false when there is an outcome already. */
export async function recordShadowAudit(
  db: Database,
  actor: SqlActor,
  outcome: ShadowOutcome,
): Promise<boolean> {
  const { qualificationId, submission, looked, visitedOn, verdict, items } = outcome;
  const who = [looked.personId, looked.organisationId];
  const values = [qualificationId, submission, ...who, visitedOn, verdict, items, actor.personId];
  return (await db.run(actor, RECORD, values)).length > 0;
}
