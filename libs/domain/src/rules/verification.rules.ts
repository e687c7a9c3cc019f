import { localDate } from '../calendar.js';
import type { CorrectiveAction } from '../case-state.js';
import { RESIDUAL_SEVERITIES, VERIFICATION_METHODS } from '../commands.js';
import { deadlineKey } from '../deadlines.js';
import { correctiveActionPaper } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { verificationOf } from '../resubmission.js';
import { findingsPaper, scoreNow } from './audit.js';
import {
  ACTION_STATES,
  actionsIn,
  deadlineOf,
  independent,
  isSubmitted,
  setAction,
  settleCorrections,
} from './corrective-actions.js';
import type { Rules } from './rule.js';

/** A day of the visit: not in the future, and not before there was anything to correct. */
function visitRefusals(action: CorrectiveAction, visitDate: string | undefined, now: string): Refusal[] {
  if (visitDate === undefined) return [refuse('verification-needs-visit', [action.subject])];
  const [from, to] = [localDate(action.openedAt ?? now), localDate(now)];
  const before = action.openedAt !== undefined && visitDate < from;
  return before || visitDate > to ? [refuse('date-out-of-range', ['visitDate'])] : [];
}

/** What is left is not graver than what was found. */
const noGraver = (residual: CorrectiveAction['severity'], found: CorrectiveAction['severity']): boolean =>
  found !== 'minor' || residual === 'minor';

/** How a corrected finding is looked at, and what is taken for done (domain 2.1 and 3.1). */
export const verificationRules: Rules<
  'set-verification' | 'verify-corrective-action' | 'accept-corrective-action-partly'
> = {
  'set-verification': {
    by: ['auditor', 'reviewer'],
    in: ACTION_STATES,
    subjects: (state) => actionsIn(state, 'open', 'submitted', 'rejected'),
    check: (state, command, actor) => {
      const action = state.correctiveActions[command.correctiveActionId];
      if (!action || action.phase === 'verified')
        return refuse('corrective-action-not-open', [command.correctiveActionId]);
      if (command.method !== undefined && !VERIFICATION_METHODS.includes(command.method))
        return refuse('not-applicable-here', ['method']);
      // To spare the visit for a critical finding is not for the auditor alone who would have to make it.
      const auditor = actor.kind === 'person' && !actor.roles.includes('reviewer');
      const spared = action.severity === 'critical' && command.method === 'desk';
      return auditor && spared ? refuse('role-not-allowed') : undefined;
    },
    apply: (d, { correctiveActionId, method }) => {
      setAction(d, correctiveActionId, { verification: method });
      d.tell('verification-set', { correctiveActionId, method });
    },
  },
  'verify-corrective-action': {
    by: ['auditor'],
    in: ACTION_STATES,
    subjects: (state) => actionsIn(state, 'submitted'),
    check: isSubmitted,
    reliesOn: (state, command) => [findingsPaper(state), correctiveActionPaper(command.correctiveActionId)],
    blockers: (state, command, _facts, _actor, now) => {
      const action = state.correctiveActions[command.correctiveActionId];
      if (!action) return [];
      if (command.method === 'on-site') return visitRefusals(action, command.visitDate, now);
      return verificationOf(action) === 'on-site'
        ? [refuse('verification-needs-visit', [action.subject])]
        : [];
    },
    apply: (d, command) => {
      const { correctiveActionId: id, method = 'desk' } = command;
      const visitDate = method === 'on-site' ? command.visitDate : undefined;
      d.stop('verification', id);
      setAction(d, id, { phase: 'verified', verifiedBy: { method, ...(visitDate && { visitDate }) } });
      if (d.state.audit.initial) d.changeAudit({ current: scoreNow(d.state, d.facts) });
      d.tell('corrective-action-verified', { correctiveActionId: id, method });
      settleCorrections(d);
    },
  },
  'accept-corrective-action-partly': {
    by: ['reviewer'],
    in: ACTION_STATES,
    subjects: (state) => actionsIn(state, 'submitted', 'rejected'),
    check: (state, command, actor) => {
      const action = state.correctiveActions[command.correctiveActionId];
      if (!action || !['submitted', 'rejected'].includes(action.phase))
        return refuse('corrective-action-not-submitted', [command.correctiveActionId]);
      if (action.partlyAccepted)
        return refuse('corrective-action-partly-accepted', [command.correctiveActionId]);
      const { residual } = command;
      const known = RESIDUAL_SEVERITIES.includes(residual) && noGraver(residual, action.severity);
      if (residual !== undefined && !known) return refuse('not-applicable-here', ['residual']);
      return independent(state, actor);
    },
    reliesOn: (_state, command) => [correctiveActionPaper(command.correctiveActionId)],
    apply: (d, command) => {
      const { correctiveActionId: id, residual } = command;
      const action = d.state.correctiveActions[id];
      if (!action) return;
      const before = deadlineOf(action);
      d.stop(before, id);
      d.stop('verification', id);
      d.settleMatter('escalated', deadlineKey(before, id));
      d.start(`corrective-action-${residual}`, id);
      const key = deadlineKey(`corrective-action-${residual}`, id);
      const dueAt = d.state.deadlines.find((x) => x.key === key)?.dueAt ?? d.now;
      setAction(d, id, {
        ...{ severity: residual, phase: 'open', dueAt, rejections: 0, verification: undefined },
        partlyAccepted: { from: action.severity, at: d.now },
      });
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
      d.tell('corrective-action-partly-accepted', {
        ...{ correctiveActionId: id, from: action.severity, residual, dueAt },
      });
    },
  },
};
