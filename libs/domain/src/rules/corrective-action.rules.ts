import { addDays } from '../calendar.js';
import type { CaseState } from '../case-state.js';
import { deadlineKey } from '../deadlines.js';
import { paperOf, type Facts } from '../facts.js';
import { correctiveActionPaper } from '../papers.js';
import { refuse } from '../refusals.js';
import { judgedPapers, scoreNow } from './audit.js';
import { isExhausted, mayHandIn } from '../resubmission.js';
import { openChecks } from './checks.js';
import {
  ACTION_STATES,
  actionsIn,
  deadlineOf,
  isSubmitted,
  setAction,
  unverified,
} from './corrective-actions.js';
import { readyForPilot } from './pilots.js';
import { previousInOrder, renewQualification } from './renewals.js';
import { correctionsFirst, impartial } from './reviews.js';
import type { Rules } from './rule.js';

const isOpen = (state: CaseState, id: string): boolean => {
  const action = state.correctiveActions[id];
  return action !== undefined && mayHandIn(action);
};

/** A response needs a root cause, an action, who sees to it, and at least one piece of evidence. */
const responseGaps = (facts: Facts, id: string): readonly string[] => {
  const response = (paperOf(facts, correctiveActionPaper(id))['response'] ?? {}) as Record<string, unknown>;
  const missing = (value: unknown): boolean => !value || (Array.isArray(value) && value.length === 0);
  return ['rootCause', 'action', 'owner', 'evidence']
    .filter((f) => missing(response[f]))
    .map((field) => `${id}.${field}`);
};
/** Nothing but planned corrections is left of a renewal: it needs no new pilot order to go on. */
const renewsOnPlan = ({ renewal, audit }: CaseState): boolean =>
  renewal?.pilotAccepted === true && ['A', 'B', 'C'].includes(audit.current?.grade ?? 'E');

export const correctiveActionRules: Rules<
  'submit-corrective-action' | 'reject-corrective-action' | 'accept-corrective-plan'
> = {
  'submit-corrective-action': {
    by: ['supplier'],
    onBehalf: true,
    in: ACTION_STATES,
    subjects: (state) =>
      actionsIn(state, 'open', 'rejected').filter(({ correctiveActionId: id }) => isOpen(state, id)),
    check: (state, command) =>
      isOpen(state, command.correctiveActionId)
        ? undefined
        : refuse('corrective-action-not-open', [command.correctiveActionId]),
    reliesOn: (_state, command) => [correctiveActionPaper(command.correctiveActionId)],
    blockers: (_state, command, facts) => {
      const gaps = responseGaps(facts, command.correctiveActionId);
      return gaps.length > 0 ? [refuse('corrective-action-incomplete', gaps)] : [];
    },
    apply: (d, command) => {
      const id = command.correctiveActionId;
      const action = d.state.correctiveActions[id];
      if (action) {
        d.stop(deadlineOf(action), id);
        d.settleMatter('escalated', deadlineKey(deadlineOf(action), id));
      }
      setAction(d, id, { phase: 'submitted' });
      d.start('verification', id);
      d.tell('corrective-action-submitted', { correctiveActionId: id });
    },
  },
  'reject-corrective-action': {
    by: ['auditor'],
    in: ACTION_STATES,
    subjects: (state) => actionsIn(state, 'submitted'),
    check: isSubmitted,
    reliesOn: (_state, command) => [correctiveActionPaper(command.correctiveActionId)],
    apply: (d, command) => {
      const id = command.correctiveActionId;
      const action = d.state.correctiveActions[id];
      if (!action) return;
      d.stop('verification', id);
      const soonest = addDays(d.now, 7);
      const dueAt = action.dueAt > soonest ? action.dueAt : soonest;
      setAction(d, id, { phase: 'rejected', rejections: action.rejections + 1, dueAt });
      d.start(deadlineOf(action), id, { dueAt });
      const rejected = d.state.correctiveActions[id];
      const last = rejected !== undefined && isExhausted(rejected);
      d.tell('corrective-action-rejected', { correctiveActionId: id, last });
    },
  },
  'accept-corrective-plan': {
    by: ['reviewer'],
    in: ['CAP_OPEN'],
    check: (state, _command, actor) => impartial(state, actor),
    reliesOn: (state) => [
      ...judgedPapers(state),
      ...unverified(state).map((a) => correctiveActionPaper(a.subject)),
    ],
    blockers: (state, _command, facts) => {
      const open = unverified(state);
      const critical = open.filter((a) => a.severity === 'critical').map((a) => a.subject);
      const planned = (id: string): boolean =>
        responseGaps(facts, id).every((gap) => gap === `${id}.evidence`);
      const unplanned = open.filter((a) => !planned(a.subject)).map((a) => a.subject);
      return [
        ...correctionsFirst(state),
        ...(critical.length > 0 ? [refuse('corrective-actions-critical-open', critical)] : []),
        ...(unplanned.length > 0 ? [refuse('corrective-actions-plan-missing', unplanned)] : []),
        ...openChecks(state),
        ...previousInOrder(state, facts),
      ];
    },
    apply: (d) => {
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
      d.changeAudit({ current: scoreNow(d.state, d.facts) });
      d.tell('corrective-plan-accepted', { open: unverified(d.state).map((a) => a.subject) });
      if (renewsOnPlan(d.state)) return renewQualification(d);
      d.move('cap_partial_ok');
      readyForPilot(d);
    },
  },
};
