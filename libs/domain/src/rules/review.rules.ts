import type { Actor } from '../actors.js';
import type { CaseState } from '../case-state.js';
import { openCorrections } from '../corrections.js';
import { refuse, type Refusal } from '../refusals.js';
import { itemsOf, judgedPapers, scoreNow } from './audit.js';
import { failedChecks, settleScreening } from './checks.js';
import { rejectCase } from './closing.js';
import { openCorrectiveActions, toCorrect } from './corrective-actions.js';
import { readyForPilot } from './pilots.js';
import { impartial, passBlockers, review, sign, unsettled, verdictsFirst } from './reviews.js';
import type { Rules } from './rule.js';

export const reviewRules: Rules<
  | 'pass-review'
  | 'require-corrective-actions'
  | 'return-to-auditor'
  | 'propose-rejection'
  | 'confirm-rejection'
  | 'dismiss-rejection'
> = {
  'pass-review': {
    by: ['reviewer'],
    in: ['ASSESSMENT_REVIEW'],
    check: review,
    reliesOn: judgedPapers,
    blockers: (state, _command, facts) => passBlockers(state, facts),
    apply: (d) => {
      sign(d);
      d.move('pass');
      d.tell('assessment-passed', { grade: d.state.audit.current?.grade ?? 'E' });
      readyForPilot(d);
    },
  },
  'require-corrective-actions': {
    by: ['reviewer'],
    in: ['ASSESSMENT_REVIEW'],
    check: review,
    reliesOn: judgedPapers,
    blockers: (state, _command, facts) => [
      ...unsettled(state),
      ...(scoreNow(state, facts).grade === 'E' ? [refuse('grade-too-low')] : []),
      ...(toCorrect(state).length === 0 ? [refuse('nothing-to-correct')] : []),
    ],
    apply: (d) => {
      sign(d);
      d.move('conditional');
      openCorrectiveActions(d);
    },
  },
  'return-to-auditor': {
    by: ['reviewer'],
    in: ['ASSESSMENT_REVIEW'],
    check: review,
    blockers: (state, command, facts) => {
      const corrections = openCorrections(state.audit.corrections);
      if (corrections.length > 0) return [refuse('correction-open', corrections)];
      if (state.audit.returns >= facts.scheme.maxReturnsToAuditor) return [refuse('returns-exhausted')];
      // Named only when it is asked: no items at all would open the whole checklist again.
      const asked = itemsOf(state, facts).map((item) => item.id);
      const unknown = command.items?.filter((id) => !asked.includes(id)) ?? [];
      const none = command.items !== undefined && command.items.length === 0;
      return none || unknown.length > 0 ? [refuse('not-applicable-here', unknown)] : [];
    },
    apply: (d, command) => {
      d.stop('review');
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
      d.move('return_to_auditor');
      d.changeAudit({
        phase: 'in-progress',
        reopenedItems: command.items,
        returns: d.state.audit.returns + 1,
      });
      d.start('audit-report');
      d.tell('audit-returned', { items: command.items });
    },
  },
  'propose-rejection': {
    by: ['officer', 'reviewer'],
    in: ['SCREENING', 'ASSESSMENT_REVIEW'],
    check: (state, _command, actor) => {
      if (state.rejection) return refuse('rejection-pending');
      return state.at === 'ASSESSMENT_REVIEW' ? (verdictsFirst(state) ?? impartial(state, actor)) : undefined;
    },
    reliesOn: (state) => (state.at === 'ASSESSMENT_REVIEW' ? judgedPapers(state) : []),
    blockers: (state, command, facts) => {
      if (state.at === 'SCREENING') {
        return ['forged-document', 'out-of-scope'].includes(command.reason)
          ? []
          : [refuse('not-applicable-here')];
      }
      if (command.reason === 'grade')
        return scoreNow(state, facts).grade === 'E' ? [] : [refuse('grade-too-high')];
      const failed = failedChecks(state).length > 0;
      return command.reason === 'failed-check' && failed ? [] : [refuse('not-applicable-here')];
    },
    apply: (d, command) => {
      d.change({ rejection: { reason: command.reason, proposedBy: d.hand } });
      d.start('rejection-confirmation');
      d.tell('rejection-proposed', { reason: command.reason });
    },
  },
  'confirm-rejection': {
    by: ['officer', 'reviewer'],
    in: ['SCREENING', 'ASSESSMENT_REVIEW'],
    check: (state, command, actor) => verdictsFirst(state) ?? secondOfficer(state, command, actor),
    apply: (d) => {
      if (!d.state.rejection) return;
      const { reason, proposedBy } = d.state.rejection;
      d.change({ reviewers: [...d.state.reviewers, proposedBy, d.hand] });
      rejectCase(d, d.state.at === 'SCREENING' ? 'knock_out' : 'fail', reason);
    },
  },
  'dismiss-rejection': {
    by: ['officer', 'reviewer'],
    in: ['SCREENING', 'ASSESSMENT_REVIEW'],
    check: secondOfficer,
    apply: (d) => {
      d.change({ rejection: undefined });
      d.stop('rejection-confirmation');
      d.tell('rejection-dismissed');
      settleScreening(d);
    },
  },
};

function secondOfficer(state: CaseState, _command: unknown, actor: Actor): Refusal | undefined {
  if (!state.rejection) return refuse('rejection-not-proposed');
  const same = actor.kind === 'person' && actor.personId === state.rejection.proposedBy.personId;
  return same ? refuse('same-person') : impartial(state, actor);
}
