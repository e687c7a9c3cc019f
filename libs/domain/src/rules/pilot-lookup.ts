import type { Actor } from '../actors.js';
import type { CaseState, Pilot, PilotLot } from '../case-state.js';
import { refuse, type Refusal } from '../refusals.js';
import { PILOT_STATES, YEARS_AFTER, type CaseStateName } from '../states.js';
import { lotPlan, type LotPlan } from '../sampling.js';

/** A pilot that is under way goes on whatever the case itself does beside it, and whatever a panel looks at. */
export const UNDER_WAY: readonly CaseStateName[] = [
  ...PILOT_STATES,
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  'APPEAL',
  ...YEARS_AFTER,
];

/** Other buyers' pilots are not there for a buyer. */
const theirs = (pilot: Pilot | undefined, actor: Actor): boolean =>
  !!pilot &&
  (actor.kind === 'system' || actor.organisationKind !== 'buyer' || actor.organisationId === pilot.buyerId);

/** Samples that the order asks for and its buyer has not taken: nothing is made before. */
const openSamples = (pilot: Pilot | undefined): readonly string[] =>
  Object.entries(pilot?.samples ?? {})
    .filter(([, sample]) => sample.phase !== 'approved')
    .map(([kind]) => kind);
export const samplesMissing = (pilot: Pilot | undefined): Refusal | undefined => {
  const open = openSamples(pilot);
  return open.length > 0 ? refuse('sample-not-approved', open) : undefined;
};
export const wholeQuantity = (quantity: number | undefined): Refusal | undefined =>
  quantity === undefined || (Number.isInteger(quantity) && quantity > 0)
    ? undefined
    : refuse('not-applicable-here', ['quantity']);
/** Whether a lot may come in: to be inspected on arrival, or accepted at the supplier's before. */
export const isDeliverable = (lot: PilotLot): boolean =>
  lot.phase === 'awaiting-delivery' || (lot.phase === 'accepted' && lot.deliveredAt === undefined);
/** Whether a lot may be shown at the supplier's: one that came in before is sorted and inspected where it is. */
const isPresentable = (lot: PilotLot): boolean =>
  lot.phase === 'awaiting-delivery' && lot.deliveredAt === undefined;
/** The plan a lot is judged by: frozen, or that of its category for lots of before plans were frozen. */
export const planOf = (state: CaseState, lot: PilotLot): LotPlan =>
  lot.plan ?? lotPlan(state.category, lot.size, lot.inspection);

export const pilotIn =
  (...phases: Pilot['phase'][]) =>
  (state: CaseState, command: { pilotId: string }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    return pilot && phases.includes(pilot.phase) ? undefined : refuse('stage-does-not-allow');
  };
const lotThat =
  (fits: (lot: PilotLot) => boolean) =>
  (state: CaseState, command: { pilotId: string; lot: number }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    if (!pilot || !['running', 'inspection'].includes(pilot.phase)) return refuse('stage-does-not-allow');
    const lot = pilot.lots.find((l) => l.lot === command.lot);
    if (!lot) return refuse('lot-unknown', [String(command.lot)]);
    return fits(lot) ? undefined : refuse('lot-not-awaiting', [String(command.lot)]);
  };
export const lotIn = (...phases: PilotLot['phase'][]) => lotThat((lot) => phases.includes(lot.phase));
export const deliverable = lotThat(isDeliverable);
export const presentable = lotThat(isPresentable);
export const pilotsIn = (state: CaseState, actor: Actor, ...phases: Pilot['phase'][]) =>
  Object.entries(state.pilots)
    .filter(([, p]) => phases.includes(p.phase) && theirs(p, actor))
    .map(([pilotId]) => ({ pilotId }));
const lotsThat = (state: CaseState, actor: Actor, fits: (lot: PilotLot) => boolean) =>
  pilotsIn(state, actor, 'running', 'inspection').flatMap(({ pilotId }) =>
    (state.pilots[pilotId]?.lots ?? []).filter(fits).map((l) => ({ pilotId, lot: l.lot })),
  );
export const lotsIn = (state: CaseState, actor: Actor, phase: PilotLot['phase']) =>
  lotsThat(state, actor, (lot) => lot.phase === phase);
export const lotsToPresent = (state: CaseState, actor: Actor) => lotsThat(state, actor, isPresentable);
export const lotsToDeliver = (state: CaseState, actor: Actor) => lotsThat(state, actor, isDeliverable);
export const lotOf = (state: CaseState, command: { pilotId: string; lot: number }): PilotLot | undefined =>
  state.pilots[command.pilotId]?.lots.find((l) => l.lot === command.lot);
