import type { CaseState } from './case-state.js';

/** Whether a child was found whom the office has not yet marked safe. */
export const childUnsafe = ({ safeguarding }: CaseState): boolean => safeguarding?.phase === 'unsafe';

/** Zero-tolerance findings that no second reviewer has judged. */
export const provisional = ({ audit }: CaseState): readonly string[] =>
  Object.keys(audit.zeroTolerance).filter((itemId) => audit.zeroTolerance[itemId] === 'provisional');

/** Provisional findings that hold the case. One about a child in danger does not: a case that halts would tell of it. */
export const holding = (state: CaseState): readonly string[] => {
  const kept = childUnsafe(state) ? (state.safeguarding?.items ?? []) : [];
  return provisional(state).filter((itemId) => !kept.includes(itemId));
};
