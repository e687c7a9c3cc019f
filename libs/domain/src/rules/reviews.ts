import type { Actor } from '../actors.js';
import type { CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { refuse, type Refusal } from '../refusals.js';
import { childUnsafe, provisional } from '../safeguarding.js';
import { scoreNow } from './audit.js';
import { independent } from './corrective-actions.js';

/** Nothing is decided on an audit while a child is not safe, nor before its zero-tolerance findings are judged. */
export const verdictsFirst = (state: CaseState): Refusal | undefined => {
  if (childUnsafe(state)) return refuse('child-not-safe');
  const open = provisional(state);
  return open.length > 0 ? refuse('zero-tolerance-open', open) : undefined;
};

/** Whether this person may judge the assessment now. */
export const review = (state: CaseState, _command: unknown, actor: Actor): Refusal | undefined => {
  if (state.rejection) return refuse('rejection-pending');
  // After an appeal that was overturned, not before there is a new auditor.
  return (
    verdictsFirst(state) ?? (state.audit.auditor ? independent(state, actor) : refuse('auditor-missing'))
  );
};

/** The reviewer puts their name to the assessment: from here on its result is told. */
export const sign = (d: Decision): void => {
  d.stop('review');
  d.change({ reviewers: [...d.state.reviewers, d.hand], rejection: undefined });
  d.changeAudit({ current: scoreNow(d.state, d.facts), signed: true });
};
