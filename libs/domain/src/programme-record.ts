import { APPROVED } from './approval-status.js';
import type { CaseState, CorrectiveActionPhase, Grade, Verdict } from './case-state.js';
import { validUntil } from './rules/qualified.js';
import { PLACES, QUALIFIED_STATES, type CaseStateName, type Stage } from './states.js';

/** The way of a case, in order: what the funnel counts. */
export const FUNNEL_STAGES = [
  'application',
  'assessment',
  'pilot-order',
  'approval',
  'qualified',
] as const satisfies readonly Stage[];
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** How a case stands or ended. */
export const CASE_OUTCOMES = ['open', 'withdrawn', 'rejected', 'lapsed', 'revoked'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
const OUTCOMES: Readonly<Partial<Record<CaseStateName, CaseOutcome>>> = {
  WITHDRAWN: 'withdrawn',
  REJECTED: 'rejected',
  EXPIRED: 'lapsed',
  REVOKED: 'revoked',
};

export const SIZE_CLASSES = ['micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];
/**
 * Most workers of each class. Up to 10 and up to 50 as the SME Development Framework of 2005 has them; where medium ends its
 * readers differ (100 or 200), and the programme takes 100.
 */
const MOST_WORKERS: readonly (readonly [SizeClass, number])[] = [
  ['micro', 10],
  ['small', 50],
  ['medium', 100],
];
/** The size of a firm by the head-count of its site; nothing where that is not known. */
export const sizeClassOf = (workers: number | undefined): SizeClass | undefined =>
  workers === undefined ? undefined : (MOST_WORKERS.find(([, most]) => workers <= most)?.[0] ?? 'large');

/** How far along the funnel a state is; 0 where it says nothing of that: a panel sits, or the case is closed. */
export const funnelRank = (at: CaseStateName): number =>
  FUNNEL_STAGES.findIndex((stage) => stage === PLACES[at].stage) + 1;

/** What the programme's figures are made of, of one case: codes, numbers and instants. */
export interface ProgrammeRecord {
  readonly at: CaseStateName;
  readonly outcome: CaseOutcome;
  /** Buyers may rely on it. */
  readonly valid: boolean;
  readonly grade?: Grade;
  readonly validUntil?: string;
  readonly renewal: boolean;
  /** As the application said when it was handed in. */
  readonly size?: SizeClass;
  readonly workers?: number;
  /** Why it did not come through: findings by item, and the reason of whoever ended it, or declined it. */
  readonly failures: readonly string[];
  /** A reviewer has signed what the audit found: it is told to others. */
  readonly signed: boolean;
  readonly approvals: number;
  readonly wages?: Verdict;
  readonly actions: readonly {
    readonly subject: string;
    readonly phase: CorrectiveActionPhase;
    readonly openedAt?: string;
    readonly dueAt: string;
  }[];
}

const ENDINGS: Readonly<Partial<Record<CaseOutcome, string>>> = {
  rejected: 'rejection',
  withdrawn: 'withdrawal',
  revoked: 'revocation',
};
/** `finding:HS-03`, `zero-tolerance:SL-01`, `rejection:grade`, `decline:price`: each once. */
function failuresOf(state: CaseState, outcome: CaseOutcome): readonly string[] {
  const found = state.audit.findings.map(({ itemId, severity }) =>
    severity === 'zero-tolerance' ? `${severity}:${itemId}` : `finding:${itemId}`,
  );
  const declined = Object.values(state.approvals)
    .filter(({ phase }) => phase === 'declined')
    .map(({ declineReason }) => `decline:${declineReason ?? 'other'}`);
  const ending = ENDINGS[outcome];
  const ended = ending && state.closedReason ? [`${ending}:${state.closedReason}`] : [];
  return [...new Set([...found, ...declined, ...ended])].sort();
}

/** Of one case all that the figures of the programme look at, as its state has it. */
export function programmeRecord(state: CaseState): ProgrammeRecord {
  const { at, siteFacts, validity, checks } = state;
  const outcome = OUTCOMES[at] ?? 'open';
  const until = validUntil(state);
  const size = sizeClassOf(siteFacts?.workers);
  return {
    ...{ at, outcome, valid: QUALIFIED_STATES.includes(at), renewal: state.renewal !== undefined },
    ...(validity && { grade: validity.grade }),
    ...(until && { validUntil: until }),
    ...(size && { size }),
    ...(siteFacts?.workers !== undefined && { workers: siteFacts.workers }),
    failures: failuresOf(state, outcome),
    signed: state.audit.signed === true,
    approvals: Object.values(state.approvals).filter(({ phase }) => APPROVED.includes(phase)).length,
    ...(checks.wages && { wages: checks.wages.verdict }),
    actions: Object.values(state.correctiveActions).map(({ subject, phase, openedAt, dueAt }) => ({
      ...{ subject, phase, dueAt },
      ...(openedAt && { openedAt }),
    })),
  };
}
