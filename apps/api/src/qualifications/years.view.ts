import {
  approvalStatus,
  CHECK_KINDS,
  openConditions,
  type Approval,
  type ApprovalStatus,
  type CaseState,
  type ConsentSection,
  type SurveillanceVisit,
} from '#domain';
import type { CaseRow } from '#persistence';

/** What a case shows of the years after approval: why it does not count, what is open, who looks at it. */
export interface YearsView {
  readonly suspension: {
    readonly since: string;
    readonly cause: string | null;
    readonly step: string;
  } | null;
  readonly conditions: readonly string[];
  readonly changes: readonly { readonly change: string; readonly since: string }[];
  readonly surveillance: Readonly<Record<string, Omit<SurveillanceVisit, 'before' | 'findings'>>>;
}
type Sees = (section: ConsentSection) => boolean;

const isCheck = (condition: string): boolean => (CHECK_KINDS as readonly string[]).includes(condition);
/** The section that a condition tells of. */
const sectionOf = (condition: string): ConsentSection => {
  if (condition === 'grade') return 'audit-result';
  return isCheck(condition) ? 'compliance-verdicts' : 'corrective-actions';
};

/** Where a suspension stands on its way out; a suspension by one person is not sure yet. */
const stepOf = ({ suspension }: CaseState): string => {
  if (suspension?.by && !suspension.confirmedBy) return 'awaits-second-officer';
  return suspension?.proposal ? `${suspension.proposal.kind}-proposed` : 'open';
};

/** Of a visit everything but its findings, which are the audit's when they are told, and whom it took over from. */
const visitsOf = ({ surveillance }: CaseState): YearsView['surveillance'] =>
  Object.fromEntries(
    Object.entries(surveillance?.visits ?? {}).map(([id, { reason, phase, score, outcome }]) => [
      id,
      { reason, phase, ...(score && { score }), ...(outcome && { outcome }) },
    ]),
  );

/**
 * @param buyerId of a reader that is nothing but a buyer: it hears the cause of a suspension when it has approved, the rest as
 *   the supplier opened it
 * @param sees whether the reader sees a section
 */
export function yearsView({ state }: CaseRow, buyerId: string | undefined, sees: Sees): YearsView {
  const { suspension } = state;
  const approved = buyerId === undefined || state.approvals[buyerId]?.approver !== undefined;
  return {
    suspension: suspension
      ? { since: suspension.since, cause: approved ? suspension.cause : null, step: stepOf(state) }
      : null,
    conditions:
      state.at === 'QUALIFIED_CONDITIONAL' || state.at === 'SUSPENDED'
        ? openConditions(state).filter((condition) => sees(sectionOf(condition)))
        : [],
    changes: Object.entries(buyerId === undefined ? (state.changes ?? {}) : {}).map(
      ([change, { since }]) => ({
        change,
        since,
      }),
    ),
    surveillance: sees('audit-result') ? visitsOf(state) : {},
  };
}

/** An approval with what it is worth now. */
export interface ApprovalSeen extends Approval {
  readonly status: ApprovalStatus;
}
export const approvalView = (
  state: CaseState,
  buyerId: string,
  approval: Approval,
  now: string,
): ApprovalSeen => ({
  ...approval,
  status: approvalStatus(state, buyerId, now),
});
