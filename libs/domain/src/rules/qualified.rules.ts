import { CHECK_KINDS } from '../case-state.js';
import { refuse } from '../refusals.js';
import { OPEN_STATES, QUALIFIED_STATES } from '../states.js';
import { WITHDRAWAL_REASONS } from '../commands.js';
import { isClear } from './checks.js';
import { independent, unverified } from './corrective-actions.js';
import { withdrawCase } from './closing.js';
import { downgradeQualification, planRequalification, validityEnd } from './qualified.js';
import type { Rules } from './rule.js';

export const qualifiedRules: Rules<'downgrade' | 'meet-conditions' | 'withdraw'> = {
  downgrade: {
    by: ['officer', 'reviewer'],
    in: ['QUALIFIED', 'REQUALIFYING'],
    apply: (d, command) => downgradeQualification(d, command.reason),
  },
  'meet-conditions': {
    by: ['reviewer'],
    in: ['QUALIFIED_CONDITIONAL'],
    check: (state, _command, actor) => {
      const open = unverified(state).map((a) => a.subject);
      const unclear = CHECK_KINDS.filter(
        (kind) => state.checks[kind] && !isClear(state.checks[kind].verdict),
      );
      if (open.length + unclear.length > 0) return refuse('conditions-open', [...open, ...unclear]);
      if (state.audit.current?.grade === 'D') return refuse('grade-too-low');
      return independent(state, actor);
    },
    apply: (d) => {
      d.move('conditions_met');
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
      const validity = d.state.validity;
      if (validity) {
        const until = validityEnd(d.state, d.facts, validity.from, false);
        const grade = d.state.audit.current?.grade ?? validity.grade;
        d.change({ validity: { ...validity, grade, until } });
        d.start('validity', '', { dueAt: until });
        planRequalification(d, { ...validity, grade });
      }
      d.tell('conditions-met');
    },
  },
  withdraw: {
    by: ['supplier'],
    onBehalf: true,
    in: OPEN_STATES,
    check: (state, command, actor) => {
      // To end a qualification, or an appeal, is the supplier's alone: an officer who could do it would revoke with one pair of eyes.
      const byOfficer = actor.kind === 'person' && actor.organisationId !== state.supplierId;
      if (byOfficer && [...QUALIFIED_STATES, 'APPEAL'].includes(state.at)) return refuse('role-not-allowed');
      return command.reason === undefined || WITHDRAWAL_REASONS.includes(command.reason)
        ? undefined
        : refuse('not-applicable-here', [command.reason]);
    },
    apply: (d, command) => withdrawCase(d, 'withdraw', command.reason),
  },
};
