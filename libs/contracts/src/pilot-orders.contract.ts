import {
  AQLS,
  CURRENCIES,
  INSPECTION_LEVELS,
  SAMPLE_KINDS,
  type LotInspection as DomainInspection,
  type PilotTerms as DomainTerms,
} from '#domain';
import { z } from 'zod';
import { code, date, distinct, id, wholeNumber } from './primitives.js';

const lot = z.strictObject({ lot: wholeNumber(1, 10), size: wholeNumber(2, 500_000) });

const aqlTerms = z.strictObject({
  level: z.enum(INSPECTION_LEVELS),
  major: z.enum(AQLS),
  minor: z.enum(AQLS),
});

export const PilotTerms = z
  .strictObject({
    lots: z
      .array(lot)
      .min(1)
      .max(10)
      .refine((lots) => new Set(lots.map((l) => l.lot)).size === lots.length, 'must number each lot once'),
    deliveryBy: date,
    valueUsd: z.number().min(500).max(10_000),
    incoterm: z.enum(['EXW', 'FCA', 'DAP']),
    specVersion: code.max(60).meta({ description: 'Code of the version of the specification.' }),
    approvedSample: distinct(id, 0, 20).meta({ description: 'Documents that show the golden sample.' }),
    samples: distinct(z.enum(SAMPLE_KINDS), 0, 2).meta({
      description: 'Samples the buyer has to approve before production may start.',
    }),
    tolerancePercent: z.number().min(0).max(10),
    earlyDays: wholeNumber(0, 60).meta({
      description: 'The window opens so many days before deliveryBy; without it any earlier day will do.',
    }),
    aql: aqlTerms,
    unitPrice: z.number().positive().max(1_000_000),
    currency: z.enum(CURRENCIES),
    paymentDays: wholeNumber(0, 180),
  })
  .partial({
    ...{ specVersion: true, approvedSample: true, samples: true, tolerancePercent: true, earlyDays: true },
    ...{ aql: true, unitPrice: true, currency: true, paymentDays: true },
  })
  .meta({ id: 'PilotTerms' }) satisfies z.ZodType<DomainTerms>;
export type PilotTerms = z.infer<typeof PilotTerms>;

const count = wholeNumber(0, 1_000_000);
/**
 * What an inspector found in one lot. The units are drawn by the lot's own seed (`getLotSample`); a `seed` here says that
 * they were drawn by another one.
 */
export const LotInspection = z
  .strictObject({
    inspected: wholeNumber(1, 1_000_000),
    found: z.strictObject({ critical: count, major: count, minor: count }),
    otherChecks: z.strictObject({ measurements: z.boolean(), labelling: z.boolean(), packing: z.boolean() }),
    seed: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
    defectiveUnits: count.optional(),
  })
  .meta({ id: 'LotInspection' }) satisfies z.ZodType<DomainInspection>;
export type LotInspection = z.infer<typeof LotInspection>;

export const LotNumber = z.coerce.number<string>().int().min(1).max(10);
