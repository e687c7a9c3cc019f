import { CLAIM_REASONS } from '#domain';
import { z } from 'zod';
import { ClaimNumber, DeliveryNumber, DeliveryRecord } from './deliveries.contract.js';
import { pageOfViews } from './page.contract.js';
import { date, id, instant, line, wholeNumber } from './primitives.js';

export const CreateInboundSource = z
  .strictObject({ name: line(100) })
  .meta({ id: 'CreateInboundSource', description: 'A system of yours that sends events; it acts as you.' });
export type CreateInboundSource = z.infer<typeof CreateInboundSource>;
const fields = {
  ...{ id, source: z.string(), name: z.string(), personId: id },
  ...{ createdAt: instant, disabledAt: instant.nullable(), previousSecretUntil: instant.nullable() },
};
export const InboundSourceView = z.object(fields).meta({
  id: 'InboundSourceView',
  description: '`source` is what its events say as their `source`.',
});
export type InboundSourceView = z.infer<typeof InboundSourceView>;
export const InboundSourcePage = pageOfViews('InboundSourcePage', InboundSourceView);
export const NewInboundSourceView = z.object({ ...fields, secret: z.string().optional() }).meta({
  id: 'NewInboundSourceView',
  description:
    'The secret (`whsec_`, Standard Webhooks) is shown once: in this answer, and in the same answer to a repeat under ' +
    'its Idempotency-Key.',
});
export type NewInboundSourceView = z.infer<typeof NewInboundSourceView>;

const quantity = wholeNumber(0, 1_000_000);
/** A lot of a pilot order came in. */
export const GoodsReceipt = z.strictObject({
  ...{ qualificationId: id, pilotId: id, lot: wholeNumber(1, 100), quantity, date },
  claim: z
    .strictObject({
      ...{ reason: z.enum(CLAIM_REASONS), units: quantity, usd: z.number().min(0).max(1_000_000) },
    })
    .optional(),
});
/** A delivery under an approval came in. */
export const InboundDelivery = z.strictObject({
  ...{ qualificationId: id, number: DeliveryNumber, delivery: DeliveryRecord },
});
/** Something was wrong with a delivery; with no units it is about the whole of it. */
export const InboundComplaint = z.strictObject({
  ...{ qualificationId: id, delivery: DeliveryNumber, number: ClaimNumber, reason: z.enum(CLAIM_REASONS) },
  units: wholeNumber(0, 100_000_000),
});

const TYPE = 'org.selvedge.inbound';
/** What may come in, by the type of the event. */
export const INBOUND_DATA = {
  [`${TYPE}.goods-receipt.v1`]: GoodsReceipt,
  [`${TYPE}.delivery.v1`]: InboundDelivery,
  [`${TYPE}.complaint.v1`]: InboundComplaint,
} as const;
const envelope = {
  specversion: z.literal('1.0'),
  id: line(200),
  source: z.string().regex(/^urn:uuid:/, 'must be the `source` of one of your inbound sources'),
};
/** The attributes that we look at; others may be there. */
export const InboundEnvelope = z.looseObject({ ...envelope, type: line(200), data: z.unknown() });
export type InboundEnvelope = z.infer<typeof InboundEnvelope>;
const eventOf = <T extends z.ZodType>(type: string, data: T) =>
  z.looseObject({ ...envelope, type: z.literal(type), data });
export const InboundCloudEvent = z
  .union([
    eventOf(`${TYPE}.goods-receipt.v1`, GoodsReceipt),
    eventOf(`${TYPE}.delivery.v1`, InboundDelivery),
    eventOf(`${TYPE}.complaint.v1`, InboundComplaint),
  ])
  .meta({ id: 'InboundCloudEvent', description: 'CloudEvents 1.0.2 in structured mode.' });

/** What is said of an event that came in. */
export const InboundEventView = z
  .object({
    ...{ id, source: z.string(), eventId: z.string(), type: z.string(), qualificationId: id },
    status: z.enum(['received', 'taken', 'refused']),
    refusal: z.string().optional(),
    commandId: id.optional(),
    receivedAt: instant,
  })
  .meta({
    id: 'InboundEventView',
    description: '`received` is being worked on; `refusal` is one of the codes of /problems.',
  });
export type InboundEventView = z.infer<typeof InboundEventView>;
