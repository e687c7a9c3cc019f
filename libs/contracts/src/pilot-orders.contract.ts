import type { LotInspection as DomainInspection, PilotTerms as DomainTerms } from '#domain';
import { z } from 'zod';
import { date, wholeNumber } from './primitives.js';

const lot = z.strictObject({ lot: wholeNumber(1, 10), size: wholeNumber(2, 500_000) });

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
  })
  .meta({ id: 'PilotTerms' }) satisfies z.ZodType<DomainTerms>;
export type PilotTerms = z.infer<typeof PilotTerms>;

const count = wholeNumber(0, 1_000_000);
/** What an inspector found in one lot. The seed names the random draw, so that anybody can draw the units again. */
export const LotInspection = z
  .strictObject({
    inspected: wholeNumber(1, 1_000_000),
    found: z.strictObject({ critical: count, major: count, minor: count }),
    otherChecks: z.strictObject({ measurements: z.boolean(), labelling: z.boolean(), packing: z.boolean() }),
    seed: z
      .string()
      .min(1)
      .max(100)
      .regex(/^[\x21-\x7e]+$/),
  })
  .meta({ id: 'LotInspection' }) satisfies z.ZodType<DomainInspection>;
export type LotInspection = z.infer<typeof LotInspection>;

export const LotNumber = z.coerce.number<string>().int().min(1).max(10);
