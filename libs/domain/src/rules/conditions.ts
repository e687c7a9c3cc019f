import { CHECK_KINDS, type CaseState, type CheckKind } from '../case-state.js';
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

/**
 * What of the cause of a suspension is still open: two officers may reinstate when it is nothing. Causes that no rule can
 * see closed (an accident, a complaint, a suspicion) are for the two officers to judge.
 */
export function openCause(state: CaseState): readonly string[] {
  const { suspension } = state;
  if (!suspension) return [];
  const listed = LIST_CHECKS.filter((kind) => unclearChecks(state).includes(kind));
  const lots = state.correctiveActions[REJECTED_LOTS];
  const own: Partial<Record<typeof suspension.cause, readonly string[]>> = {
    'certificate-expired': unclearChecks(state).filter((kind) => kind === 'certificates'),
    'condition-overdue': openConditions(state),
    'rejected-lots': lots && lots.phase !== 'verified' ? [REJECTED_LOTS] : [],
  };
  return [...new Set([...(own[suspension.cause] ?? []), ...listed])];
}
