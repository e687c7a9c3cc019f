import { CHECK_KINDS, type CaseState, type CheckKind, type HitBand, type ListHit } from '../case-state.js';
import type { Decision } from '../decision.js';
import { requestChecks, setCheck, settleAssessment, settleScreening, watchExpiry } from './checks.js';

/** Where the name alone is enough, two officers say that it means somebody else (domain 4.3); a weak hit one may clear. */
const BY_TWO: readonly HitBand[] = ['strong', 'potential'];
export const clearingNeedsTwo = ({ band }: ListHit): boolean => BY_TWO.includes(band);

/** Hits of a check that officers have to look at: those of its last run that were not cleared since. */
export const openHits = ({ checks, clearings }: CaseState, kind: CheckKind): readonly ListHit[] =>
  checks[kind]?.verdict === 'POTENTIAL'
    ? (checks[kind].hits ?? []).filter(({ id }) => !clearings?.[id]?.cleared)
    : [];

/** Whether nothing is left to do with the hits of a check but for a second officer to agree. */
export const awaitsClearing = (state: CaseState, kind: CheckKind): boolean => {
  const hits = openHits(state, kind);
  return hits.length > 0 && hits.every(({ id }) => state.clearings?.[id]);
};

/** Every open hit of the case with its check. */
export const hitsToClear = (state: CaseState): readonly { check: CheckKind; hit: ListHit }[] =>
  CHECK_KINDS.flatMap((check) => openHits(state, check).map((hit) => ({ check, hit })));

/** Who wanted to clear a hit was overruled by two officers: a later run begins without that word. */
export function dropProposals(d: Decision, check: CheckKind): void {
  const kept = Object.entries(d.state.clearings ?? {}).filter(
    ([, one]) => one.check !== check || one.cleared,
  );
  if (d.state.clearings) d.change({ clearings: Object.fromEntries(kept) });
}

/**
 * Sanctions hang on nothing but hits: with the last one cleared the officers have passed the check. Whatever looks at more
 * than names runs again, and leaves out what was cleared.
 */
export function settleHits(d: Decision, check: CheckKind): void {
  if (openHits(d.state, check).length > 0) return;
  if (check !== 'sanctions') return requestChecks(d, [check]);
  setCheck(d, check, { verdict: 'PASS', decidedBy: d.hand, failureProposedBy: undefined });
  d.stop('check-officer', check);
  watchExpiry(d, check);
  d.tell('check-resolved', { check, verdict: 'PASS' });
  settleScreening(d);
  settleAssessment(d);
}
