import { APPROVAL_STANDINGS, ORDER_REASONS } from '#domain';
import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { date, hsCode, id, instant, line, market, wholeNumber } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

/** What a buyer's own system calls a supplier: one word, as it has it. */
export const externalId = z
  .string()
  .max(100)
  .regex(/^[!-~]+$/, 'must be visible ASCII characters, no spaces');
export const SetExternalId = z
  .strictObject({ externalId: externalId.nullable() })
  .meta({ id: 'SetExternalId', description: 'Your own number of the supplier; null takes it away.' });
export type SetExternalId = z.infer<typeof SetExternalId>;
export const ExternalIdView = z
  .object({ supplierId: id, externalId: z.string().nullable() })
  .meta({ id: 'ExternalIdView' });
export type ExternalIdView = z.infer<typeof ExternalIdView>;
export const ExternalIdPage = pageOfViews('ExternalIdPage', ExternalIdView);

const MOST_USD = 100_000_000;
const MOST_UNITS = 100_000_000;
const asked = {
  supplierId: id.optional(),
  externalId: externalId.optional(),
  category: inputCategory,
  siteId: id.optional(),
  hsLine: hsCode.optional(),
  endMarket: market.optional(),
  on: date.optional(),
};
const named = (question: { supplierId?: string | undefined; externalId?: string | undefined }): boolean =>
  (question.supplierId === undefined) !== (question.externalId === undefined);
const ONE_NAME = { path: ['supplierId'], message: 'must name the supplier, or externalId must: one of them' };

/** May we order these goods from this supplier on this day? */
export const OrderQuestion = z
  .strictObject({
    ...asked,
    amountUsd: z.number().min(0).max(MOST_USD).optional(),
    units: wholeNumber(0, MOST_UNITS).optional(),
  })
  .refine(named, ONE_NAME)
  .meta({ id: 'OrderQuestion' });
export type OrderQuestion = z.infer<typeof OrderQuestion>;
/** The same as an address has it. */
export const OrderQuery = z
  .strictObject({
    ...asked,
    amountUsd: z.coerce.number<string>().min(0).max(MOST_USD).optional(),
    units: z.coerce.number<string>().int().min(0).max(MOST_UNITS).optional(),
  })
  .refine(named, ONE_NAME);
export type OrderQuery = z.infer<typeof OrderQuery>;

export const MAX_QUESTIONS = 200;
export const OrderQuestions = z
  .strictObject({ questions: z.array(OrderQuestion).min(1).max(MAX_QUESTIONS) })
  .meta({ id: 'OrderQuestions' });
export type OrderQuestions = z.infer<typeof OrderQuestions>;

const money = z.number();
const units = z.number().int();
const left = z.object({ usd: money, units });
const reasons = z.array(z.enum(ORDER_REASONS));
const approval = z.object({
  ...{ qualificationId: id, caseNumber: z.string(), siteId: id, status: z.enum(APPROVAL_STANDINGS) },
  ...{ mayOrder: z.boolean(), reasons, validUntil: instant.optional() },
  scope: z
    .object({
      ...{ hsLines: z.array(hsCode), endMarkets: z.array(market), tier: z.number().int() },
      ...{ maxUsdPerMonth: money, maxUnitsPerMonth: units, conditions: z.array(line(500)) },
    })
    .optional(),
  deliveredThisMonth: z.object({ month: z.string(), usd: money, units, withoutValue: z.number().int() }),
  leftThisMonth: left,
});
export const OrderAnswerView = z
  .object({
    supplierId: id.nullable(),
    category: z.string(),
    mayOrder: z.boolean(),
    upTo: left,
    reasons,
    approvals: z.array(approval),
  })
  .meta({
    id: 'OrderAnswerView',
    description:
      'For the organisation that asks. `upTo` is what is left of the month under the approval that lets most through: ' +
      'limits less deliveries that were written down; deliveries `withoutValue` count with their units alone.',
  });
export type OrderAnswerView = z.infer<typeof OrderAnswerView>;
export const OrderAnswerList = z
  .object({ items: z.array(OrderAnswerView.extend({ etag: z.string() })) })
  .meta({
    id: 'OrderAnswerList',
    description:
      'One answer for each question, in their order, with the ETag that it has when it is asked alone: whoever kept ' +
      'an answer sees whether it is another one.',
  });
export type OrderAnswerList = z.infer<typeof OrderAnswerList>;
