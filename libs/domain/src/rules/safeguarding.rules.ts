import type { Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import { childUnsafe, provisional } from '../safeguarding.js';
import { CASE_STATES, CLOSED_STATES } from '../states.js';
import { childFound, inAuditPhase } from './audit.js';
import { ACTION_STATES } from './corrective-actions.js';
import type { Rules } from './rule.js';

export const safeguardingRules: Rules<'report-child' | 'mark-child-safe'> = {
  'report-child': {
    by: ['auditor'],
    in: ACTION_STATES,
    check: inAuditPhase('in-progress', 'submitted'),
    apply: (d) => childFound(d, []),
  },
  // In closed cases too: a supplier that leaves takes no child out of anybody's care.
  'mark-child-safe': {
    by: ['officer'],
    in: CASE_STATES,
    check: (state) => (childUnsafe(state) ? undefined : refuse('not-applicable-here')),
    apply: (d) => {
      const { safeguarding } = d.state;
      if (!safeguarding) return;
      d.stop('safeguarding');
      d.change({ safeguarding: { ...safeguarding, phase: 'safe' } });
      d.tell('child-safe');
      alert(d, safeguarding.items);
      if (safeguarding.ended) d.change({ over: true });
    },
  },
};

/** The finding goes the way of every zero-tolerance finding now: a second reviewer is asked. */
function alert(d: Decision, items: readonly string[]): void {
  const open = provisional(d.state).filter((itemId) => items.includes(itemId));
  if (open.length === 0 || d.state.audit.phase !== 'submitted' || CLOSED_STATES.includes(d.state.at)) return;
  d.start('zero-tolerance');
  d.tell('zero-tolerance-alert', { items: open });
}
