import { addDays, endOfLocalDay, localDate } from '../calendar.js';
import { refuse, type Refusal } from '../refusals.js';
import { seedOf } from '../sample-pick.js';
import {
  lotIn,
  lotsIn,
  lotsToPresent,
  presentable,
  samplesMissing,
  UNDER_WAY,
  wholeQuantity,
} from './pilot-lookup.js';
import { setLot, setPilot, settlePilots } from './pilots.js';
import type { Rules } from './rule.js';

const LONGEST_WAIT_DAYS = 60;
const bookable = (date: string, now: string): readonly Refusal[] =>
  date >= localDate(now) && date <= localDate(addDays(now, LONGEST_WAIT_DAYS))
    ? []
    : [refuse('date-out-of-range', ['date'])];

/** Inspection at the supplier's, before the goods are delivered: ready, booked, begun (domain 5, flow). */
export const inspectionRules: Rules<'ready-for-inspection' | 'book-inspection' | 'start-inspection'> = {
  'ready-for-inspection': {
    by: ['supplier'],
    onBehalf: true,
    in: UNDER_WAY,
    subjects: lotsToPresent,
    check: (state, command, actor) =>
      presentable(state, command, actor) ??
      samplesMissing(state.pilots[command.pilotId]) ??
      wholeQuantity(command.quantity),
    apply: (d, { pilotId, lot, quantity }) => {
      setLot(d, pilotId, lot, { phase: 'ready', quantity, readyAt: d.now, inspectionOn: undefined });
      setPilot(d, pilotId, { phase: 'inspection' });
      d.start('pilot-inspection', `${pilotId}:${lot}`);
      d.tell('lot-ready', { pilotId, lot, quantity });
      settlePilots(d);
    },
  },
  'book-inspection': {
    by: ['buyer-requester', 'inspector'],
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'ready'),
    check: lotIn('ready'),
    blockers: (_state, command, _facts, _actor, now) => bookable(command.date, now),
    apply: (d, { pilotId, lot, date }) => {
      setLot(d, pilotId, lot, { inspectionOn: date });
      d.start('pilot-inspection', `${pilotId}:${lot}`, { dueAt: endOfLocalDay(date) });
      d.tell('inspection-booked', { pilotId, lot, date });
    },
  },
  'start-inspection': {
    by: ['inspector'],
    in: UNDER_WAY,
    subjects: (state, actor) => lotsIn(state, actor, 'ready'),
    check: lotIn('ready'),
    apply: (d, { pilotId, lot }) => {
      // Only now, with the inspector before the goods: nobody can lay out a sample that is not drawn yet.
      const seed = seedOf(pilotId, lot, d.now);
      setLot(d, pilotId, lot, { phase: 'awaiting-inspection', seed });
      d.tell('inspection-started', { pilotId, lot, seed });
    },
  },
};
