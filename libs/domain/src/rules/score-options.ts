import type { CaseState } from '../case-state.js';
import type { ScoreOptions } from '../scoring-items.js';
import { ACCESS_DENIED, toCorrect } from './corrective-actions.js';

/** What of a case, beside its answers, its score depends on. */
export function scoreOptions(state: CaseState): ScoreOptions {
  const { zeroTolerance, credits = [] } = state.audit;
  const verified = Object.values(state.correctiveActions).filter((a) => a.phase === 'verified');
  const ids = (ended: boolean): ReadonlySet<string> =>
    new Set(credits.filter((credit) => (credit.ended === true) === ended).map(({ itemId }) => itemId));
  return {
    zeroTolerance,
    extraCriticals: toCorrect(state).filter((x) => x.subject === ACCESS_DENIED).length,
    verifiedClosures: new Set(verified.map((a) => a.subject)),
    credited: ids(false),
    creditEnded: ids(true),
  };
}
