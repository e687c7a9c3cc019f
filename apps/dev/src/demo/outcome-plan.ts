import type { InputCategory } from '#domain';
import type { Case } from '../play/api-client.js';

/** How the audit turns out. */
export type AuditPlan = 'clean' | 'two-findings' | 'four-criticals';
/** What becomes of the case besides. */
export type Route = 'approve' | 'decline-then-approve' | 'rework' | 'reject' | 'hold' | 'withdraw';

export interface PlannedOutcome {
  readonly title: string;
  readonly category: InputCategory;
  readonly audit: AuditPlan;
  readonly route: Route;
  readonly expected: string;
}

const QUALIFIED = 'qualified/full';
const qualifies = (category: InputCategory, audit: AuditPlan = 'clean'): PlannedOutcome => ({
  title: audit === 'clean' ? 'qualifies' : 'qualifies after corrections',
  category,
  audit,
  route: 'approve',
  expected: QUALIFIED,
});
const rejectedForGrade = (category: InputCategory): PlannedOutcome => ({
  title: 'grade E: rejected by two reviewers',
  category,
  audit: 'four-criticals',
  route: 'reject',
  expected: 'closed/rejected (grade)',
});

/** What is to become of the suppliers of a file, in their order; a longer file begins again from the top. */
export const OUTCOME_PLAN: readonly PlannedOutcome[] = [
  qualifies('TRIMS'),
  qualifies('YARN_FABRIC', 'two-findings'),
  rejectedForGrade('SERVICES'),
  qualifies('PACKAGING'),
  {
    title: 'an owner is on a list: held',
    category: 'TRIMS',
    audit: 'clean',
    route: 'hold',
    expected: 'application/screening (sanctions)',
  },
  qualifies('LEATHER'),
  {
    title: 'withdraws before the audit',
    category: 'PACKAGING',
    audit: 'clean',
    route: 'withdraw',
    expected: 'closed/withdrawn (no-longer-interested)',
  },
  {
    title: 'declined, then approved elsewhere',
    category: 'TRIMS',
    audit: 'clean',
    route: 'decline-then-approve',
    expected: `${QUALIFIED} (declined once)`,
  },
  qualifies('CHEMICALS'),
  {
    title: 'one lot reworked: conditional',
    category: 'PACKAGING',
    audit: 'clean',
    route: 'rework',
    expected: 'qualified/conditional',
  },
  qualifies('SERVICES', 'two-findings'),
  rejectedForGrade('TRIMS'),
  qualifies('YARN_FABRIC'),
  qualifies('TRIMS', 'two-findings'),
];

/** The planned outcome of the supplier at this place of a file. */
export function planFor(index: number): PlannedOutcome {
  const planned = OUTCOME_PLAN[index % OUTCOME_PLAN.length];
  if (!planned) throw new Error('the outcome plan is empty');
  return planned;
}

/** What became of a case, in the words of the plan: stage, substate and what makes it differ from others there. */
export function outcomeOf(seen: Case): string {
  const remarks = {
    application: Object.keys(seen.checks).filter((kind) => seen.checks[kind]?.verdict === 'POTENTIAL'),
    closed: seen.closedReason && seen.substate !== 'lapsed' ? [seen.closedReason] : [],
    qualified: Object.values(seen.approvals).some(({ phase }) => phase === 'declined')
      ? ['declined once']
      : [],
  };
  const remark = (remarks[seen.stage as keyof typeof remarks] ?? []).join(', ');
  return `${seen.stage}/${seen.substate}${remark ? ` (${remark})` : ''}`;
}
