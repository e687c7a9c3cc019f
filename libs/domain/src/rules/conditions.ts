import { CHECK_KINDS, type CaseState, type CheckKind } from '../case-state.js';
import type { SuspensionCause } from '../qualified-codes.js';
import { isClear } from './checks.js';
import { unverified } from './corrective-actions.js';

/** Checks against lists of persons and firms nobody may deal with: a hit that two officers confirmed suspends. */
export const LIST_CHECKS: readonly CheckKind[] = ['sanctions', 'forced-labour'];
/** The corrective action that two rejected lots in a row ask for. */
export const REJECTED_LOTS = 'rejected-lots';

/** Checks that are not clear, those without a result among them. */
export const unclearChecks = (state: CaseState): readonly CheckKind[] =>
  CHECK_KINDS.filter((kind) => state.checks[kind] && !isClear(state.checks[kind].verdict));

/**
 * What keeps a conditional qualification from being a full one: corrective actions by subject, checks by kind, and
 * `grade` while the audit stands at D. Empty when a reviewer can say that the conditions are met.
 */
export const openConditions = (state: CaseState): readonly string[] => [
  ...unverified(state).map((action) => action.subject),
  ...unclearChecks(state),
  ...(state.audit.current?.grade === 'D' ? ['grade'] : []),
];

/** Every cause of the suspension, of one that has ended with the case as well; none without. */
export const causesOf = ({ suspension }: Pick<CaseState, 'suspension'>): readonly SuspensionCause[] =>
  suspension ? (suspension.causes ?? [suspension.cause]) : [];

/** Whether the time for conditions ran out, before the suspension or while it lasts. */
export const conditionOver = (state: CaseState): boolean =>
  causesOf(state).includes('condition-overdue') ||
  (state.suspension?.conditionDueAt ?? '9999') <= state.caseTime;

/** Zero-tolerance findings that nobody has dismissed: no corrective action closes one, only a visit that finds it gone. */
const standingAlerts = ({ audit: { zeroTolerance } }: CaseState): readonly string[] =>
  Object.keys(zeroTolerance).filter((itemId) => zeroTolerance[itemId] !== 'dismissed');

/**
 * What of the cause of a suspension is still open: two officers may reinstate when it is nothing. Causes that no rule can
 * see closed (an accident, a complaint, a suspicion) are for the two officers to judge.
 */
export function openCause(state: CaseState): readonly string[] {
  const { suspension, correctiveActions } = state;
  if (!suspension) return [];
  const unclear: readonly string[] = unclearChecks(state);
  const isOpen = (subject: string): boolean =>
    unclear.includes(subject) || (correctiveActions[subject]?.phase ?? 'verified') !== 'verified';
  const subjects = [suspension.subject ?? '', ...(suspension.besides ?? []), ...LIST_CHECKS].filter(isOpen);
  return [
    ...new Set([
      ...subjects,
      ...standingAlerts(state),
      ...(conditionOver(state) ? openConditions(state) : []),
    ]),
  ];
}
