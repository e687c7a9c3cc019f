import { refuse } from '../refusals.js';
import { judgedPapers } from './audit.js';
import { settleRejection } from './closing.js';
import { renewQualification, restored } from './renewals.js';
import { passBlockers, review, sign } from './reviews.js';
import type { Rules } from './rule.js';

export const renewalRules: Rules<'renew' | 'waive-cooling-off'> = {
  renew: {
    by: ['reviewer'],
    in: ['ASSESSMENT_REVIEW'],
    check: (state, command, actor) => {
      if (!state.renewal && !restored(state)) return refuse('not-a-renewal');
      if (state.renewal && !state.renewal.pilotAccepted) return refuse('no-accepted-pilot');
      return review(state, command, actor);
    },
    reliesOn: judgedPapers,
    blockers: (state, _command, facts) => passBlockers(state, facts),
    apply: (d) => {
      sign(d);
      renewQualification(d);
    },
  },
  'waive-cooling-off': {
    by: ['officer'],
    in: ['REJECTED'],
    check: (state) => (state.coolingOffWaived ? refuse('not-applicable-here') : undefined),
    apply: (d, command) => {
      d.change({ coolingOffWaived: true });
      d.stop('cooling-off');
      d.tell('cooling-off-waived', { reason: command.reason });
      settleRejection(d);
    },
  },
};
