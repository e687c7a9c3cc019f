import {
  isCasNumber,
  MAX_INVENTORY_ROWS,
  ORIGIN_PROCESSES,
  PROGRAMME_CODES,
  SUBSTANCE_USES,
  UNDISCLOSED,
  type CostMaterial,
  type CostSheet,
  type InventoryRow,
  type Payroll,
} from '#domain';
import { z } from 'zod';
import { code, date, distinct, hsCode, id, line, market, wholeNumber } from './primitives.js';

const casNumber = z
  .string()
  .max(12)
  .refine((text) => text === UNDISCLOSED || isCasNumber(text), 'must be a CAS number with its check digit')
  .meta({ description: `A CAS number, or \`${UNDISCLOSED}\` where its maker keeps it secret.` });
const inventoryRow = z.strictObject({
  product: line(200),
  supplier: line(200).optional(),
  cas: casNumber.optional(),
  percent: z.number().min(0).max(100),
  kgMonth: z.number().min(0).max(10_000_000),
  sdsDate: date.optional(),
  use: z.enum(SUBSTANCE_USES).optional(),
}) satisfies z.ZodType<InventoryRow>;
/** One row for each substance of each product; no rows when the firm keeps no chemicals. */
export const CHEMICALS_SHAPE = {
  rows: z.array(inventoryRow).max(MAX_INVENTORY_ROWS),
  documentId: id.meta({ description: 'The document that the rows were read from.' }),
};

const usd = z.number().min(0).max(1_000_000);
const costMaterial = z.strictObject({
  material: code.max(60),
  hs: hsCode.optional(),
  country: market.optional(),
  valueUsd: usd.optional(),
  originating: z
    .boolean()
    .optional()
    .meta({ description: 'Whether there is a proof that it originates in `country`.' }),
}) satisfies z.ZodType<CostMaterial>;
const costSheet = z.strictObject({
  product: code.max(60),
  hs: hsCode.optional(),
  fobUsd: usd.positive().optional(),
  materials: z
    .array(costMaterial)
    .max(60)
    .refine(
      (all) => new Set(all.map((one) => one.material)).size === all.length,
      'must not name a material twice',
    )
    .optional(),
  labourUsd: usd.optional(),
  overheadUsd: usd.optional(),
  profitUsd: usd.optional(),
  processes: distinct(z.enum(ORIGIN_PROCESSES), 0, ORIGIN_PROCESSES.length).optional(),
  claims: distinct(z.enum(PROGRAMME_CODES), 0, PROGRAMME_CODES.length).optional(),
}) satisfies z.ZodType<CostSheet>;
/** US dollars per piece of each good. */
export const COST_SHEETS_SHAPE = {
  sheets: z
    .array(costSheet)
    .max(20)
    .refine(
      (all) => new Set(all.map((one) => one.product)).size === all.length,
      'must not name a product twice',
    ),
};

const wage = z.number().min(0).max(100_000_000);
/** The lowest basic wages of a month, without allowances. Of single workers nothing is asked. */
export const PAYROLL_SHAPE = {
  month: z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'must be a month, for example 2026-10'),
  currency: z.enum(['USD', 'KHR']),
  khrPerUsd: z.number().min(3_000).max(6_000),
  lowestBasicWage: wage,
  lowestProbationWage: wage,
  workersSampled: wholeNumber(1, 100_000),
} satisfies Record<keyof Payroll, z.ZodType>;
/** The same as an auditor saw it: all of it but probation, which not every firm has. */
export const PayrollSample = z
  .strictObject({
    ...PAYROLL_SHAPE,
    khrPerUsd: PAYROLL_SHAPE.khrPerUsd.optional(),
    lowestProbationWage: wage.optional(),
  })
  .refine(({ currency, khrPerUsd }) => currency === 'USD' || khrPerUsd !== undefined, {
    ...{ path: ['khrPerUsd'], message: 'must be given with an amount in riel' },
  })
  .meta({ id: 'PayrollSample' });
export type PayrollSample = z.infer<typeof PayrollSample>;
