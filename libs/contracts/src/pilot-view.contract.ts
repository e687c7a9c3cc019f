import { BOARD_COLUMNS, CURRENCIES, SAMPLE_KINDS } from '#domain';
import { z } from 'zod';
import { PageQuery, pageOfViews } from './page.contract.js';
import { date, id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

const count = z.number().int();
const share = z.number().min(0).max(1);
const inspection = z.enum(['normal', 'tightened']);
const hand = z.object({ personId: id, organisationId: id });

const classPlan = z.object({
  ...{ aql: z.string(), letter: z.string(), planLetter: z.string() },
  ...{ n: count, ac: count, re: count, inspect: count },
});
export const LotPlanView = z
  .object({
    lotSize: count,
    level: z.string(),
    inspection: z.string(),
    major: classPlan,
    minor: classPlan,
    inspect: count,
  })
  .meta({
    id: 'LotPlanView',
    description: 'Frozen when the order is placed; critical defects are accepted on zero.',
  });

const lot = z.object({
  lot: count,
  size: count,
  phase: z.string(),
  inspection,
  reworked: z.boolean(),
  criticalDefects: count,
  documentsRight: z.boolean().optional(),
  deliveredAt: instant.optional(),
  quantity: count.optional(),
  plan: LotPlanView.optional(),
  seed: z.string().optional(),
  readyAt: instant.optional(),
  inspectionOn: date.optional(),
  first: z
    .object({ at: instant, inspection, accepted: z.boolean(), inspected: count, defective: count })
    .optional(),
  receipt: z
    .object({
      quantity: count,
      on: date,
      claim: z.object({ reason: z.string(), units: count, usd: z.number() }).optional(),
    })
    .optional(),
});
const frozenTerms = z.object({
  ...{ deliveryBy: date, valueUsd: z.number(), incoterm: z.string(), specVersion: z.string().optional() },
  ...{ approvedSample: z.array(id), samples: z.array(z.enum(SAMPLE_KINDS)), tolerancePercent: z.number() },
  ...{
    earlyDays: count.optional(),
    aql: z.object({ level: z.string(), major: z.string(), minor: z.string() }),
  },
  ...{ unitPrice: z.number().optional(), currency: z.enum(CURRENCIES), paymentDays: count },
});
const sample = z.object({
  phase: z.enum(['awaited', 'submitted', 'approved', 'rejected']),
  evidence: z.array(id),
  rounds: count,
  reason: z.string().optional(),
});

export const PilotView = z
  .object({
    buyerId: id,
    phase: z.string(),
    placedBy: hand,
    dueAt: instant,
    lots: z.array(lot),
    result: z.string().optional(),
    placedAt: instant.optional(),
    confirmedAt: instant.optional(),
    terms: frozenTerms.optional(),
    inspection: inspection.optional(),
    inspectionReason: z.string().optional(),
    samples: z.partialRecord(z.enum(SAMPLE_KINDS), sample).optional(),
    productionStartedAt: instant.optional(),
    productionCheck: z
      .object({ at: instant, percentDone: count, result: z.string(), evidence: z.array(id) })
      .optional(),
    cancelled: z.object({ at: instant, reason: z.string() }).optional(),
  })
  .meta({ id: 'PilotView' });

export const PilotFiguresView = z
  .object({
    lots: count,
    otif: share.optional(),
    firstPassYield: share.optional(),
    defects: z
      .object({ sample: count, defective: count, rate: share, low: share, high: share, ppm: z.number() })
      .optional(),
    leadTimeDays: count.optional(),
    responseHours: z.number().optional(),
    outsideTolerance: count.optional(),
    claims: z.object({ lots: count, units: count, usd: z.number() }),
  })
  .meta({
    id: 'PilotFiguresView',
    description:
      'Of the lots judged so far; none for an order that its buyer cancelled. `low` and `high` are the 95 % interval of the rate (Wilson), `ppm` rests on `sample` units.',
  });

const order = { id, ...PilotView.shape, figures: PilotFiguresView.optional() };
export const PilotOrderList = z.object({ items: z.array(z.object(order)) }).meta({ id: 'PilotOrderList' });

export const BoardQuery = PageQuery.extend({
  board: z
    .enum(BOARD_COLUMNS)
    .optional()
    .meta({ description: 'One column: what is due first comes first, of what is done the latest.' }),
}).strict();
export type BoardQuery = z.infer<typeof BoardQuery>;
export const BoardOrderView = z
  .object({
    ...{ qualificationId: id, caseNumber: z.string(), category: inputCategory },
    supplier: z.object({ id, name: z.string() }),
    site: z.object({ id, name: z.string().nullable() }),
    board: z.enum(BOARD_COLUMNS),
    order: z.object(order),
  })
  .meta({ id: 'BoardOrderView' });
export const BoardOrderPage = pageOfViews('BoardOrderPage', BoardOrderView);

export const LotSampleView = z
  .object({
    seed: z.string(),
    lotSize: count,
    units: z.array(count),
    classes: z.object({ major: count, minor: count }),
  })
  .meta({
    id: 'LotSampleView',
    description:
      'Unit numbers from 1 in the order they were drawn; the first ones are the sample of a class.',
  });

const range = z.object({ from: z.number(), to: z.number(), suggested: z.number() });
export const PilotSuggestionView = z
  .object({
    units: range.optional(),
    valueUsd: range.optional(),
    lots: z.array(count),
    terms: z.object({ tolerancePercent: z.number(), earlyDays: count }),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'PilotSuggestionView' });

const amount = (max: number) => z.coerce.number<string>().positive().max(max).optional();
export const PilotNeedsQuery = z.strictObject({
  monthlyVolume: amount(1_000_000_000),
  unitPriceUsd: amount(1_000_000),
});
export type PilotNeedsQuery = z.infer<typeof PilotNeedsQuery>;
