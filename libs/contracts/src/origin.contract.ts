import { z } from 'zod';
import { date } from './primitives.js';

const answer = z.enum(['yes', 'no', 'unknown']);
const why = z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }));
const ruleView = z.object({ form: z.string(), text: z.string(), certainty: z.string() }).nullable();
const localValue = z
  .object({
    usd: z
      .number()
      .meta({ description: 'Per piece: materials made in Cambodia, labour, overhead and profit.' }),
    percent: z.number(),
  })
  .nullable();

const programmeOrigin = z.object({
  programme: z.string(),
  origin: answer,
  rule: ruleView,
  why,
  missing: z.array(z.string()).meta({ description: 'Paths into the cost sheet: what has to be known.' }),
  regionalValuePercent: z.number().nullable().meta({
    description: 'Build-down: (FOB - value of non-originating materials) / FOB * 100, rounded down.',
  }),
  rates: z.array(
    z.object({
      kind: z.string(),
      percent: z.number(),
      from: date,
      to: date.optional(),
      confirmedOn: date,
      volatile: z.boolean(),
      source: z.string(),
    }),
  ),
  withdrawn: z.enum(['no', 'some-lines', 'all', 'unknown']),
});
const graduationChange = z.object({
  programme: z.string(),
  before: answer,
  after: answer,
  from: date,
  transitionUntil: date.nullable(),
  afterRule: ruleView,
  why,
  localise: z.array(z.string()).nullable().meta({
    description: 'Materials that would have to be made in Cambodia; null when that is not all, or unknown.',
  }),
});

export const OriginView = z
  .object({
    asOf: date.meta({ description: 'Of the reference data: rules and rates.' }),
    date,
    products: z.array(
      z.object({
        product: z.string(),
        hs: z.string().nullable(),
        date,
        localValue,
        localValueMissing: z.array(z.string()),
        costsDiffer: z.boolean(),
        programmes: z.array(programmeOrigin),
        graduation: z.object({ date, changes: z.array(graduationChange) }),
      }),
    ),
  })
  .meta({ id: 'OriginView' });

export const OriginQuery = z.strictObject({
  date: date
    .optional()
    .meta({ description: 'The day whose rules and rates are asked for; today when absent.' }),
});
export type OriginQuery = z.infer<typeof OriginQuery>;
