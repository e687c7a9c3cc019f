import type { HitClearing } from '../case-state.js';
import type { Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import { CHECKED } from './checks.js';
import { hitsToClear, clearingNeedsTwo, openHits, settleHits } from './hits.js';
import type { Rules } from './rule.js';

const keep = (d: Decision, hit: string, clearing: HitClearing): void =>
  d.change({ clearings: { ...d.state.clearings, [hit]: clearing } });

/**
 * Pair decisions (domain 4.3): a hit that means somebody else is cleared with a reason, by two officers unless it is weak.
 * That it means the supplier two officers say by letting the check fail.
 */
export const screeningRules: Rules<'clear-hit' | 'confirm-clearing'> = {
  'clear-hit': {
    by: ['officer'],
    in: CHECKED,
    subjects: (state) =>
      hitsToClear(state)
        .filter(({ hit }) => !state.clearings?.[hit.id])
        .map(({ check, hit }) => ({ check, hit: hit.id })),
    check: (state, { check, hit }) => {
      if (!openHits(state, check).some(({ id }) => id === hit)) return refuse('hit-unknown', [hit]);
      return state.clearings?.[hit] ? refuse('proposal-pending', [hit]) : undefined;
    },
    apply: (d, { check, hit, reason }) => {
      const found = openHits(d.state, check).find(({ id }) => id === hit);
      const proposed = { check, reason, by: d.hand, since: d.now };
      if (found && clearingNeedsTwo(found)) {
        keep(d, hit, proposed);
        return d.tell('hit-clearing-proposed', { check, hit });
      }
      keep(d, hit, { ...proposed, cleared: true });
      d.tell('hit-cleared', { check, hit });
      settleHits(d, check);
    },
  },
  'confirm-clearing': {
    by: ['officer'],
    in: CHECKED,
    subjects: (state) =>
      hitsToClear(state)
        .filter(({ hit }) => state.clearings?.[hit.id])
        .map(({ check, hit }) => ({ check, hit: hit.id })),
    check: (state, { check, hit }, actor) => {
      if (!openHits(state, check).some(({ id }) => id === hit)) return refuse('hit-unknown', [hit]);
      const proposed = state.clearings?.[hit];
      if (!proposed) return refuse('proposal-missing', [hit]);
      const same = actor.kind === 'person' && actor.personId === proposed.by.personId;
      return same ? refuse('same-person') : undefined;
    },
    apply: (d, { check, hit }) => {
      const proposed = d.state.clearings?.[hit];
      if (!proposed) return;
      keep(d, hit, { ...proposed, confirmedBy: d.hand, cleared: true });
      d.tell('hit-cleared', { check, hit });
      settleHits(d, check);
    },
  },
};
