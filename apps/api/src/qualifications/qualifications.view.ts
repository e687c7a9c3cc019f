import {
  allowedCommands,
  ballHolders,
  consentInForce,
  PLACES,
  validUntil,
  type AllowedCommand,
  type Appeal,
  type BallHolder,
  type CaseRelation,
  type CaseState,
  type ConsentSection,
  type PastAppeal,
  type Person,
} from '#domain';
import type { CaseDetail, CaseRow } from '#persistence';
import { approvalView, yearsView, type ApprovalSeen, type YearsView } from './years.view.js';

/** What a case shows to everybody who may see it. */
export interface CaseSummary {
  readonly id: string;
  readonly caseNumber: string;
  readonly supplier: { readonly id: string; readonly name: string };
  /** The name is kept from a buyer to whom the supplier did not open the site. */
  readonly site: { readonly id: string; readonly name: string | null };
  readonly category: string;
  readonly stage: string;
  readonly substate: string;
  readonly seq: number;
  readonly caseTime: string;
  readonly openedAt: string;
  readonly validUntil: string | null;
  readonly grade: string | null;
  readonly ballHolders: readonly BallHolder[];
}

const sees = (relations: readonly CaseRelation[], ...wanted: CaseRelation[]): boolean =>
  relations.some((relation) => wanted.includes(relation));
/** What a supplier is paid to and what its goods cost it: nothing that an audit looks at. */
const NOT_FOR_AUDITORS: readonly string[] = ['bank', 'cost-sheets'];
/** Whether a reader sees a section: a buyer by the supplier's consent, an auditor unless it is about money, others always. */
export const seesSection = (
  { relations, sections }: Pick<CaseRow, 'relations' | 'sections'>,
  section: string,
): boolean =>
  relations.some((r) => r !== 'buyer' && (r !== 'audit-firm' || !NOT_FOR_AUDITORS.includes(section))) ||
  sections.some((opened) => opened === section);

const only = <T>(
  record: Readonly<Record<string, T>>,
  keep: (value: T, key: string) => boolean,
): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(value, key)));

/** Whether a subject is the root cause of a pilot that was another buyer's business. */
export const foreignPilot = (
  { pilots }: CaseState,
  subject: string,
  relations: readonly CaseRelation[],
  { organisationId }: Person,
): boolean => {
  const pilot = subject.startsWith('pilot:') ? pilots[subject.slice('pilot:'.length)] : undefined;
  return !!pilot && pilot.buyerId !== organisationId && sees(relations, 'buyer') && relations.length === 1;
};

/** For the programme office only: a zero-tolerance alert is kept from the supplier (domain 0.10), and who complained. */
const OFFICE_ONLY = ['confirm-zero-tolerance', 'mark-child-safe', 'pressure-on-auditor'];

/** Duties that tell what a section holds: a finding that must be corrected, a check that is not clear. */
const TELLS: Readonly<Record<string, ConsentSection>> = {
  'correct-finding': 'corrective-actions',
  'verify-corrective-action': 'corrective-actions',
  'decide-corrective-action': 'corrective-actions',
  escalated: 'corrective-actions',
  'renew-certificate': 'certificates',
  'renew-external-report': 'external-reports',
  'confirm-external-report': 'external-reports',
  'grade-changed': 'audit-result',
  'close-conditions': 'corrective-actions',
  'review-change': 'profile',
  'review-surveillance': 'audit-result',
  'assign-surveillance': 'audit-result',
  'submit-surveillance': 'audit-result',
  'conclude-surveillance': 'audit-result',
  'run-check': 'compliance-verdicts',
  'rerun-check': 'compliance-verdicts',
  'resolve-check': 'compliance-verdicts',
  'confirm-check-failure': 'compliance-verdicts',
  'confirm-clearing': 'compliance-verdicts',
};

/** A buyer's duties are its own and the supplier's business: no other buyer's, and no auditor's. */
function visibleHolders(row: CaseRow, person: Person): readonly BallHolder[] {
  const { state, relations } = row;
  const all = ballHolders(state);
  if (sees(relations, 'programme-office')) return all;
  const foreign = (holder: BallHolder): boolean =>
    !sees(relations, 'supplier') &&
    ['buyer-requester', 'buyer-approver', 'inspector'].includes(holder.role) &&
    holder.organisationId !== person.organisationId;
  const tells = ({ what }: BallHolder): boolean => !TELLS[what] || seesSection(row, TELLS[what]);
  return all.filter(
    (holder) =>
      !foreign(holder) &&
      !OFFICE_ONLY.includes(holder.what) &&
      tells(holder) &&
      !foreignPilot(state, holder.subject, relations, person),
  );
}

export function summaryOf(row: CaseRow, person: Person): CaseSummary {
  const { state } = row;
  return {
    id: row.id,
    caseNumber: row.caseNumber,
    supplier: { id: state.supplierId, name: row.supplierName },
    site: { id: state.siteId, name: row.siteName },
    category: state.category,
    ...PLACES[state.at],
    seq: state.seq,
    caseTime: state.caseTime,
    openedAt: row.openedAt.toISOString(),
    validUntil: validUntil(state) ?? null,
    grade: (seesSection(row, 'audit-result') && state.validity?.grade) || null,
    ballHolders: visibleHolders(row, person),
  };
}

export interface CaseView extends CaseSummary, YearsView {
  readonly schemeVersionId: string;
  readonly profile: string;
  readonly endMarkets: readonly string[];
  readonly previousId: string | null;
  readonly informationItems: readonly string[];
  readonly informationQuestions: NonNullable<CaseState['informationQuestions']>;
  readonly parked: boolean;
  readonly closedReason: string | null;
  readonly over: boolean;
  readonly deadlines: CaseState['deadlines'];
  readonly consents: readonly string[];
  readonly audit: Partial<CaseState['audit']>;
  readonly checks: CaseState['checks'];
  readonly correctiveActions: CaseState['correctiveActions'];
  readonly pilots: CaseState['pilots'];
  readonly approvals: Readonly<Record<string, ApprovalSeen>>;
  readonly otherBuyers: number;
  /** How this case renews the one before it; null for any other. */
  readonly renewal: RenewalView | null;
  /** The appeal under way, and those that were decided: for the supplier and the programme office. */
  readonly appeal: AppealView | null;
  readonly appeals: readonly PastAppeal[];
  readonly allowedCommands: readonly AllowedCommand[];
  readonly safeguarding?: { readonly phase: string; readonly since: string };
}

const checksFor = (row: CaseRow): CaseState['checks'] => {
  if (sees(row.relations, 'programme-office')) return row.state.checks;
  return seesSection(row, 'compliance-verdicts') ? checksWithoutHands(row.state) : {};
};

/** Which officer judged a check is the office's business. */
const checksWithoutHands = (state: CaseState): CaseState['checks'] =>
  Object.fromEntries(
    Object.entries(state.checks).map(([kind, { verdict, errors, runId, expiresAt }]) => [
      kind,
      { verdict, errors, ...(runId && { runId }), ...(expiresAt && { expiresAt }) },
    ]),
  );

/** Provisional zero-tolerance verdicts are for the office and the auditor until somebody has confirmed them. */
function auditFor(row: CaseRow): Partial<CaseState['audit']> {
  const { state, relations } = row;
  if (sees(relations, 'programme-office', 'audit-firm')) return state.audit;
  const { phase, visitDate, proposedDates, initial, current, findings, zeroTolerance, auditor } = state.audit;
  const hidden = (itemId: string): boolean => zeroTolerance[itemId] === 'provisional';
  const open = Object.values(zeroTolerance).includes('provisional');
  const seen = seesSection(row, 'findings') ? findings.filter((finding) => !hidden(finding.itemId)) : [];
  if (!seesSection(row, 'audit-result')) return { phase, proposedDates: [], findings: seen };
  return {
    phase,
    proposedDates,
    ...(visitDate && { visitDate }),
    ...(auditor && { auditor }),
    findings: seen,
    ...(!open && initial && { initial }),
    ...(!open && current && { current }),
  };
}

function deadlinesFor(state: CaseState, relations: readonly CaseRelation[]): CaseState['deadlines'] {
  if (sees(relations, 'programme-office')) return state.deadlines;
  return sees(relations, 'supplier') ? state.deadlines : [];
}

export interface RenewalView {
  readonly audit: 'delta' | 'full' | null;
  readonly fullBecause: string | null;
  /** Items whose answer is carried over from the case before, as far as that is told. */
  readonly carried: Readonly<Record<string, string>>;
  readonly carriedFrom: string | null;
  readonly verifiedAt: string | null;
}

/** Buyers see which answers are of an earlier audit when the supplier opened the audit's result to them. */
function renewalFor(row: CaseRow): RenewalView | null {
  const { renewal, previousId } = row.state;
  if (!renewal) return null;
  const carried = seesSection(row, 'audit-result') ? (renewal.carried ?? {}) : {};
  return {
    audit: renewal.audit ?? null,
    fullBecause: renewal.fullBecause ?? null,
    carried,
    carriedFrom: (Object.keys(carried).length > 0 && previousId) || null,
    verifiedAt: renewal.verifiedAt ?? null,
  };
}

export interface AppealView extends Pick<
  Appeal,
  'origin' | 'decisionAt' | 'ground' | 'lodgedAt' | 'effectSuspended'
> {
  /** Who sits on the panel: the supplier may object to a person. */
  readonly panel: readonly { readonly personId: string; readonly role: string }[];
}

const appealFor = ({ appeal, at }: CaseState): AppealView | null => {
  if (!appeal || at !== 'APPEAL') return null;
  const { origin, decisionAt, ground, lodgedAt, effectSuspended, panel } = appeal;
  const seats = panel.map(({ personId, role }) => ({ personId, role }));
  return { origin, decisionAt, ground, lodgedAt, effectSuspended, panel: seats };
};

/** Why a case was closed tells of its audit and of its checks. */
const TOLD_BY_REASON: readonly ConsentSection[] = ['audit-result', 'compliance-verdicts'];

/** One case as this person may see it, by whitelist. */
export function caseView(detail: CaseDetail, person: Person, now: string): CaseView {
  const { state, relations } = detail;
  const buyerOnly = !sees(relations, 'programme-office', 'supplier');
  const mine = (organisationId: string): boolean => !buyerOnly || organisationId === person.organisationId;
  const consents = state.consents.filter((buyerId) => consentInForce(state, buyerId, now));
  const buyers = new Set([...consents, ...Object.keys(state.approvals)]);
  return {
    ...summaryOf(detail, person),
    schemeVersionId: state.schemeVersionId,
    profile: state.profile,
    endMarkets: state.endMarkets,
    previousId: state.previousId ?? null,
    informationItems: sees(relations, 'programme-office', 'supplier') ? state.informationItems : [],
    informationQuestions: sees(relations, 'programme-office', 'supplier')
      ? (state.informationQuestions ?? {})
      : {},
    parked: state.parked,
    closedReason:
      (TOLD_BY_REASON.every((section) => seesSection(detail, section)) && state.closedReason) || null,
    over: state.over,
    deadlines: deadlinesFor(state, relations),
    consents: consents.filter(mine),
    audit: auditFor(detail),
    checks: checksFor(detail),
    correctiveActions: only(
      state.correctiveActions,
      ({ subject }) =>
        seesSection(detail, 'corrective-actions') && !foreignPilot(state, subject, relations, person),
    ),
    pilots: only(state.pilots, (pilot) => mine(pilot.buyerId)),
    approvals: Object.fromEntries(
      Object.entries(only(state.approvals, (_approval, buyerId) => mine(buyerId))).map(
        ([buyerId, approval]) => [buyerId, approvalView(state, buyerId, approval, now)],
      ),
    ),
    ...yearsView(
      detail,
      buyerOnly && !sees(relations, 'audit-firm') ? person.organisationId : undefined,
      (section) => seesSection(detail, section),
    ),
    otherBuyers: [...buyers].filter((id) => id !== person.organisationId).length,
    renewal: renewalFor(detail),
    appeal: sees(relations, 'programme-office', 'supplier') ? appealFor(state) : null,
    appeals: sees(relations, 'programme-office', 'supplier') ? (state.appeals ?? []) : [],
    allowedCommands: allowedCommands(state, person, detail.facts, now),
    ...(sees(relations, 'programme-office') &&
      state.safeguarding && {
        safeguarding: { phase: state.safeguarding.phase, since: state.safeguarding.since },
      }),
  };
}
