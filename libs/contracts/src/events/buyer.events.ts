import {
  CANCEL_REASONS,
  CLAIM_REASONS,
  DECLINE_REASONS,
  PRODUCTION_RESULTS,
  SAMPLE_KINDS,
  SAMPLE_REASONS,
  SCORECARD_BANDS,
} from '#domain';
import { z } from 'zod';
import { instant } from '../primitives.js';
import {
  buyer,
  count,
  day,
  event,
  lot,
  lotNumber,
  month,
  perhaps,
  pilot,
  points,
  seed,
} from './event-fields.js';

const inspection = z.enum(['normal', 'tightened']);
const switched = z.enum([
  'pilot-failed',
  'two-of-five-rejected',
  'five-accepted',
  'five-rejected-under-tightened',
]);
const sample = { ...pilot, sample: z.enum(SAMPLE_KINDS) };
const delivered = { ...lot, quantity: count };

/** Pilot orders. */
export const PILOT_EVENTS = {
  'pilot-placed': event('A buyer placed a pilot order.', {
    ...{ ...pilot, ...buyer, lots: count, inspection: perhaps(inspection), reason: perhaps(switched) },
  }),
  'pilot-confirmed': event('The supplier took the pilot order.', pilot),
  'sample-submitted': event('The supplier shows a sample.', sample),
  'sample-approved': event('The buyer took the sample.', sample),
  'sample-rejected': event('The buyer did not take the sample.', {
    ...sample,
    reason: z.enum(SAMPLE_REASONS),
  }),
  'production-started': event('The supplier makes the goods.', pilot),
  'production-checked': event('An inspector looked at the goods while they were made.', {
    ...{ ...pilot, percentDone: points, result: z.enum(PRODUCTION_RESULTS) },
  }),
  'lot-ready': event("A lot waits at the supplier's for its inspection.", delivered),
  'inspection-booked': event('The day of an inspection stands.', { ...lot, date: day }),
  'inspection-started': event('An inspector is with the lot; which units are looked at is drawn.', {
    ...lot,
    seed,
  }),
  'inspection-switched': event('Coming lots are inspected more strictly, or normally again.', {
    ...{ ...pilot, inspection, reason: switched, lots: z.array(lotNumber).max(100) },
  }),
  'inspection-discontinued': event('Too many lots in a row were not accepted; no more are inspected.', {
    ...{ ...pilot, reason: perhaps(switched) },
  }),
  'receipt-confirmed': event('The buyer counted what came in.', {
    ...{ ...delivered, claimReason: perhaps(z.enum(CLAIM_REASONS)) },
  }),
  'lot-delivered': event('The supplier delivered a lot.', { ...delivered, seed: perhaps(seed) }),
  'lot-judged': event('An inspector accepted a lot, or did not.', { ...lot, accepted: z.boolean() }),
  'rework-requested': event('The supplier reworks a lot that was not accepted, once.', lot),
  'pilot-accepted': event('Every lot of the pilot order was accepted and delivered.', {
    ...{ ...pilot, result: z.enum(['pass', 'conditional']) },
  }),
  'pilot-failed': event('The pilot order failed.', pilot),
  'pilot-cancelled': event('The pilot order was cancelled, without blame.', {
    ...{ ...pilot, reason: z.enum([...CANCEL_REASONS, 'qualification-revoked']) },
  }),
  'pilot-parked': event('No buyer placed a pilot order in time; the case waits on the parked list.', {}),
} as const;

/** What buyers decide, and how they judge deliveries. */
export const APPROVAL_EVENTS = {
  'approval-requested': event('A buyer is asked to decide on the supplier.', buyer),
  'approval-recommended': event(
    "A person of the buyer recommends approval; the buyer's approver decides.",
    buyer,
  ),
  'approval-granted': event('A buyer approved the supplier.', {
    ...{ ...buyer, conditional: z.boolean(), validUntil: instant },
  }),
  'approval-declined': event('A buyer said no.', { ...buyer, reason: z.enum(DECLINE_REASONS) }),
  'approval-deferred': event('A buyer takes more time to decide, once.', buyer),
  'approval-expired': event("A buyer's approval came to its end.", buyer),
  'approval-suspended': event(
    "A buyer's approval does not count while the qualification is suspended.",
    buyer,
  ),
  'approval-awaits-buyer': event('A buyer is asked whether its approval counts again.', buyer),
  'approval-confirmed': event('A buyer said that its approval counts again.', buyer),
  'approval-withdrawn': event("A buyer's approval went with the qualification it stood on.", buyer),
  'approval-made-conditional': event("Low scorecards made a buyer's approval conditional.", {
    ...{ ...buyer, reason: z.enum(['scorecard']) },
  }),
  'scorecard-closed': event('A month of deliveries to a buyer was scored.', {
    ...{ ...buyer, month, deliveries: count, score: points, band: perhaps(z.enum(SCORECARD_BANDS)) },
  }),
} as const;
