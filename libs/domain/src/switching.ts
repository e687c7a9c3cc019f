import type { CaseState, Pilot } from './case-state.js';

export type Strictness = 'normal' | 'tightened';
/** Why lots are inspected otherwise than before. */
export type SwitchReason =
  'pilot-failed' | 'two-of-five-rejected' | 'five-accepted' | 'five-rejected-under-tightened';
export interface Switched {
  /** How the next lot is inspected; `discontinued`: not at all before the supplier has corrected what goes wrong. */
  readonly inspection: Strictness | 'discontinued';
  /** Of the last switch; none when lots were never inspected otherwise than normally. */
  readonly reason?: SwitchReason;
}
/** The lots of one pilot in the order of their first inspections, and how strictly the pilot began. */
export interface SwitchingRun {
  readonly startsOn: Strictness;
  readonly reason?: SwitchReason;
  readonly lots: readonly { readonly inspection: Strictness; readonly accepted: boolean }[];
}

const CONSECUTIVE = 5;
const REJECTED_TO_TIGHTEN = 2;
const REJECTED_TO_END = 5;

interface Standing extends Switched {
  readonly inspection: Strictness | 'discontinued';
  /** Lots since the last switch, oldest first. */
  readonly since: readonly boolean[];
}

function afterLot(standing: Standing, accepted: boolean): Standing {
  const since = [...standing.since, accepted];
  const last = since.slice(-CONSECUTIVE);
  const rejected = (lots: readonly boolean[]): number => lots.filter((one) => !one).length;
  if (standing.inspection === 'normal')
    return rejected(last) >= REJECTED_TO_TIGHTEN
      ? { inspection: 'tightened', reason: 'two-of-five-rejected', since: [] }
      : { ...standing, since };
  if (rejected(since) >= REJECTED_TO_END)
    return { inspection: 'discontinued', reason: 'five-rejected-under-tightened', since };
  return last.length === CONSECUTIVE && rejected(last) === 0
    ? { inspection: 'normal', reason: 'five-accepted', since: [] }
    : { ...standing, since };
}

/**
 * How strictly the next lot is inspected (ISO 2859-1 clause 9 and MIL-STD-105E 4.7, domain `aql/switching_rules.json`):
 * two of five or fewer consecutive lots not accepted at their first inspection tighten it, five accepted in a row under
 * tightened inspection loosen it again, and five not accepted under it end it. A lot counts only under the inspection
 * that stood when it was judged. Reduced inspection needs ten lots before, steady production and two persons of the
 * buyer who want it: a pilot order has none of that, so it is never allowed here.
 */
export function switchedInspection(runs: readonly SwitchingRun[]): Switched {
  let standing: Standing = { inspection: 'normal', since: [] };
  for (const run of runs) {
    if (run.startsOn !== standing.inspection)
      standing = { inspection: run.startsOn, reason: run.reason, since: [] };
    for (const lot of run.lots)
      if (lot.inspection === standing.inspection) standing = afterLot(standing, lot.accepted);
  }
  const { inspection, reason } = standing;
  return { inspection, ...(reason && { reason }) };
}

/** First inspections of a pilot in the order they were judged; a cancelled one has none that count. */
const judged = (pilot: Pilot) =>
  pilot.phase === 'cancelled'
    ? []
    : pilot.lots
        .flatMap(({ first }) => (first ? [first] : []))
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** How an order began of before that was kept: as its lots stand that were not reworked. */
const begunOn = ({ lots }: Pilot): Strictness =>
  lots.some((lot) => lot.inspection === 'tightened' && !lot.reworked) ? 'tightened' : 'normal';

/** The pilots of one buyer in the order they were placed: its history with this supplier. */
export const runsOf = ({ pilots }: Pick<CaseState, 'pilots'>, buyerId: string): readonly SwitchingRun[] =>
  Object.values(pilots)
    .filter((pilot) => pilot.buyerId === buyerId)
    .map((pilot) => ({
      startsOn: pilot.inspection ?? begunOn(pilot),
      ...(pilot.inspectionReason && { reason: pilot.inspectionReason }),
      lots: judged(pilot),
    }));

/**
 * How many lots in a row were not accepted at their first inspection, up to the last one that was judged, whoever
 * ordered them. Two are a reason to look at a qualification again (domain 2.1).
 */
export function consecutiveRejections({ pilots }: Pick<CaseState, 'pilots'>): number {
  const all = Object.values(pilots)
    .flatMap(judged)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const lastAccepted = all.map(({ accepted }) => accepted).lastIndexOf(true);
  return all.length - 1 - lastAccepted;
}
