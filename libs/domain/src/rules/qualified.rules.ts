import { refuse } from '../refusals.js';
import { OPEN_STATES, YEARS_AFTER } from '../states.js';
import { WITHDRAWAL_REASONS } from '../commands.js';
import { openConditions } from './conditions.js';
import { independent } from './corrective-actions.js';
import { withdrawCase } from './closing.js';
import { conditionsMet, downgradeQualification } from './qualified.js';
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
      const open = openConditions(state).filter((condition) => condition !== 'grade');
      if (open.length > 0) return refuse('conditions-open', open);
      if (state.audit.current?.grade === 'D') return refuse('grade-too-low');
      return independent(state, actor);
    },
    apply: (d) => {
      conditionsMet(d);
      d.change({ reviewers: [...d.state.reviewers, d.hand] });
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
      if (byOfficer && [...YEARS_AFTER, 'APPEAL'].includes(state.at)) return refuse('role-not-allowed');
      return command.reason === undefined || WITHDRAWAL_REASONS.includes(command.reason)
        ? undefined
        : refuse('not-applicable-here', [command.reason]);
    },
    apply: (d, command) => withdrawCase(d, 'withdraw', command.reason),
  },
};
