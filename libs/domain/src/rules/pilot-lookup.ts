import type { Actor } from '../actors.js';
import type { CaseState, Pilot, PilotLot } from '../case-state.js';
import { refuse, type Refusal } from '../refusals.js';
import { PILOT_STATES, YEARS_AFTER, type CaseStateName } from '../states.js';

/** A pilot that is under way goes on whatever the case itself does beside it. */
export const UNDER_WAY: readonly CaseStateName[] = [
  ...PILOT_STATES,
  'IN_ASSESSMENT',
  'ASSESSMENT_REVIEW',
  'CAP_OPEN',
  ...YEARS_AFTER,
];

/** Other buyers' pilots are not there for a buyer. */
const theirs = (pilot: Pilot | undefined, actor: Actor): boolean =>
  !!pilot &&
  (actor.kind === 'system' || actor.organisationKind !== 'buyer' || actor.organisationId === pilot.buyerId);

export const pilotIn =
  (...phases: Pilot['phase'][]) =>
  (state: CaseState, command: { pilotId: string }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    return pilot && phases.includes(pilot.phase) ? undefined : refuse('stage-does-not-allow');
  };
export const lotIn =
  (...phases: PilotLot['phase'][]) =>
  (state: CaseState, command: { pilotId: string; lot: number }, actor: Actor): Refusal | undefined => {
    const pilot = state.pilots[command.pilotId];
    if (!theirs(pilot, actor)) return refuse('pilot-unknown', [command.pilotId]);
    if (!pilot || !['running', 'inspection'].includes(pilot.phase)) return refuse('stage-does-not-allow');
    const lot = pilot.lots.find((l) => l.lot === command.lot);
    if (!lot) return refuse('lot-unknown', [String(command.lot)]);
    return phases.includes(lot.phase) ? undefined : refuse('lot-not-awaiting', [String(command.lot)]);
  };
export const pilotsIn = (state: CaseState, actor: Actor, ...phases: Pilot['phase'][]) =>
  Object.entries(state.pilots)
    .filter(([, p]) => phases.includes(p.phase) && theirs(p, actor))
    .map(([pilotId]) => ({ pilotId }));
export const lotsIn = (state: CaseState, actor: Actor, phase: PilotLot['phase']) =>
  pilotsIn(state, actor, 'running', 'inspection').flatMap(({ pilotId }) =>
    (state.pilots[pilotId]?.lots ?? [])
      .filter((l) => l.phase === phase)
      .map((l) => ({ pilotId, lot: l.lot })),
  );
export const lotOf = (state: CaseState, command: { pilotId: string; lot: number }): PilotLot | undefined =>
  state.pilots[command.pilotId]?.lots.find((l) => l.lot === command.lot);
