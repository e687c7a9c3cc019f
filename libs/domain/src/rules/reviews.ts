import type { Actor } from '../actors.js';
import type { CaseState } from '../case-state.js';
import { openCorrections } from '../corrections.js';
import type { Decision } from '../decision.js';
import type { Facts } from '../facts.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, provisional } from '../safeguarding.js';
import { scoreNow } from './audit.js';
import { openChecks } from './checks.js';
import { independent } from './corrective-actions.js';
import { previousInOrder } from './renewals.js';

/** Nothing is decided on an audit while a child is not safe, nor before its zero-tolerance findings are judged. */
export const verdictsFirst = (state: CaseState): Refusal | undefined => {
  if (childUnsafe(state)) return refuse('child-not-safe');
  const open = provisional(state);
  return open.length > 0 ? refuse('zero-tolerance-open', open) : undefined;
};

/** Who judges an assessment is independent of its audit, and of a decision that a panel overturned (domain 2.1, appeal). */
export const impartial = (state: CaseState, actor: Actor): Refusal | undefined => {
  const had = state.excludedReviewers?.some(
    ({ personId }) => actor.kind === 'person' && personId === actor.personId,
  );
  return had ? refuse('segregation-of-duties') : independent(state, actor);
};

/** Whether this person may judge the assessment now. */
export const review = (state: CaseState, _command: unknown, actor: Actor): Refusal | undefined => {
  if (state.rejection) return refuse('rejection-pending');
  // After an appeal that was overturned, not before there is a new auditor.
  return verdictsFirst(state) ?? (state.audit.auditor ? impartial(state, actor) : refuse('auditor-missing'));
};

/** Answers that an auditor wants changed are decided on before anything that builds on them. */
export const correctionsFirst = ({ audit }: CaseState): readonly Refusal[] => {
  const open = openCorrections(audit.corrections);
  return open.length > 0 ? [refuse('correction-open', open)] : [];
};

/** What must be settled before a verdict on the audit: its corrections, and what it left out as not applicable. */
export const unsettled = (state: CaseState): readonly Refusal[] => {
  const { notApplicableOpen } = state.audit;
  return [
    ...correctionsFirst(state),
    ...(notApplicableOpen ? [refuse('not-applicable-unconfirmed', notApplicableOpen)] : []),
  ];
};

/** What stands between an assessment and its passing, first time or renewal: grade C at least, and every check spoken. */
export const passBlockers = (state: CaseState, facts: Facts): readonly Refusal[] => [
  ...unsettled(state),
  ...(['A', 'B', 'C'].includes(scoreNow(state, facts).grade) ? [] : [refuse('grade-too-low')]),
  ...openChecks(state),
  ...previousInOrder(state, facts),
];

/** The reviewer puts their name to the assessment: from here on its result is told. */
export const sign = (d: Decision): void => {
  d.stop('review');
  d.change({ reviewers: [...d.state.reviewers, d.hand], rejection: undefined });
  d.changeAudit({ current: scoreNow(d.state, d.facts), signed: true });
};
