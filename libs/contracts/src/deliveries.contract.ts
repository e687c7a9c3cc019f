import { CLAIM_REASONS, SCORECARD_BANDS, type DeliveryRecord as DomainDelivery } from '#domain';
import { z } from 'zod';
import { date, id, wholeNumber } from './primitives.js';

const units = wholeNumber(0, 100_000_000);
const ownNumber = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, dots, dashes');
/** Complaints about one delivery that are kept. */
export const MAX_CLAIMS = 20;
/** A complaint; without units it is about the whole delivery. */
const claim = z.strictObject({ number: ownNumber, reason: z.enum(CLAIM_REASONS), units });
/** One delivery under an approval. */
export const DeliveryRecord = z
  .strictObject({
    dueOn: date,
    deliveredOn: date,
    ordered: wholeNumber(1, 100_000_000),
    delivered: units,
    accepted: z.boolean(),
    inspected: units,
    defective: units,
    answeredInTime: z.boolean(),
    priceKept: z.boolean(),
    valueUsd: z.number().min(0).max(100_000_000).optional(),
    claims: z.array(claim).max(MAX_CLAIMS).optional(),
  })
  .refine(({ inspected, defective }) => defective <= inspected, {
    path: ['defective'],
    message: 'must not be more than were inspected',
  })
  .meta({ id: 'DeliveryRecord' }) satisfies z.ZodType<DomainDelivery>;
export type DeliveryRecord = z.infer<typeof DeliveryRecord>;

/** The buyer's own number of a delivery. */
export const DeliveryNumber = ownNumber;
/** The buyer's own number of a complaint. */
export const ClaimNumber = ownNumber;

const points = z.number();
export const MonthlyScoreView = z
  .object({
    month: z.string(),
    deliveries: z.number().int(),
    parts: z.object({
      ...{ quality: points, delivery: points, compliance: points, service: points, price: points },
    }),
    score: points,
    band: z.enum(SCORECARD_BANDS).optional(),
  })
  .meta({ id: 'MonthlyScoreView' });
export const ScorecardList = z
  .object({ items: z.array(z.object({ buyerId: id, months: z.array(MonthlyScoreView) })) })
  .meta({ id: 'ScorecardList', description: 'Of the last twelve months with deliveries, oldest first.' });
export type ScorecardList = z.infer<typeof ScorecardList>;
