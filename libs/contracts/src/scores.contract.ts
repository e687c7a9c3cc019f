import { z } from 'zod';
import { instant } from './primitives.js';

const grade = z.string();
const itemId = z.string();
const summary = z.object({ grade, total: z.number(), outcome: z.enum(['pass', 'conditional', 'fail']) });
const points = z.number().meta({ description: 'Points of the total, of 100.' });
const credit = z.object({
  ...{ itemId, scheme: z.string(), reportId: z.string(), from: z.string(), until: z.string() },
  ended: z.literal(true).optional(),
});

const breakdown = z
  .object({
    unrounded: z.number().meta({ description: 'What the grade is computed on, to six decimals.' }),
    limits: z
      .array(z.string())
      .meta({ description: 'What keeps the grade below the one of the total alone.' }),
    openCriticals: z.number().int(),
    openMajors: z.number().int(),
    followUp: z.array(itemId).meta({ description: 'Grave items that were not verified: a visit is due.' }),
    sections: z.array(
      z.object({
        section: z.string(),
        score: z.number().optional(),
        belowFloor: z.boolean(),
        items: z.number().int(),
        notApplicable: z.number().int(),
        naShareHigh: z.boolean(),
      }),
    ),
    lost: z.array(
      z.object({
        ...{ itemId, section: z.string(), severity: z.string(), weight: z.number(), value: z.string() },
        ...{ worth: points, lost: points, reason: z.string(), restoredBy: z.string() },
      }),
    ),
    credited: z.array(credit),
  })
  .meta({ id: 'ScoreBreakdown' });

const correction = z.object({
  ...{ itemId, was: z.string().optional(), value: z.string(), reason: z.string() },
  phase: z.enum(['proposed', 'accepted', 'refused']),
  proposedAt: instant,
  decidedAt: instant.optional(),
  by: z
    .array(z.string())
    .optional()
    .meta({ description: 'Who proposed and who decided: for office and auditor.' }),
});

/** Null wherever the reader is not told yet, or the case has nothing to tell. */
export const ScoreView = z
  .object({
    initial: summary.nullable(),
    current: summary.nullable(),
    breakdown: breakdown.nullable(),
    notApplicableToConfirm: z.array(z.string()),
    corrections: z.array(correction),
  })
  .meta({ id: 'ScoreView' });

const dated = z.object({ version: z.string(), source: z.string(), status: z.string() });
const money = z.enum(['none', 'low', 'medium', 'high']);
const days = z.object({ inParallel: z.number(), inSeries: z.number() });

const itemIds = z
  .string()
  .max(2000)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]*(?:,[A-Za-z0-9][A-Za-z0-9._:-]*)*$/,
    'must be ids with commas between them',
  );
export const WhatIfQuery = z.strictObject({
  grade: z.enum(['A', 'B', 'C', 'D']).optional(),
  closed: itemIds.optional().meta({ description: 'Items that somebody thinks of putting right.' }),
});
export type WhatIfQuery = z.infer<typeof WhatIfQuery>;

const openStep = { itemId, reason: z.string(), points, days: z.number(), money, help: z.string().optional() };
export const WhatIfView = z
  .object({
    current: summary.nullable(),
    paths: z
      .array(
        z.object({
          ...{ grade, reachable: z.boolean(), blockedBy: z.array(itemId) },
          steps: z.array(z.object({ ...openStep, required: z.boolean() })),
          ...{ days, money: z.record(money, z.number().int()), total: z.number(), exact: z.boolean() },
        }),
      )
      .meta({ description: 'To the next grade first, then to each better one; steps cheapest first.' }),
    open: z
      .array(z.object(openStep))
      .meta({ description: 'Every item that can be put right, the cheapest first.' }),
    chosen: z
      .object({
        ...{ items: z.array(itemId), grade, total: z.number(), outcome: summary.shape.outcome },
        ...{ days, money: z.record(money, z.number().int()) },
      })
      .nullable()
      .meta({ description: 'What the items of `closed` come to; null without them.' }),
    certificates: z.array(z.object({ scheme: z.string(), days: z.number() })),
    checks: z.array(z.string()),
    estimates: dated,
  })
  .meta({ id: 'WhatIfView' });

const report = z.object({
  ...{ id: z.string(), scheme: z.string(), reportedOn: z.string(), openCriticals: z.array(z.string()) },
  phase: z.enum(['submitted', 'confirmed', 'refused']),
});
const samples = z.object({
  interviews: z.object({
    ...{ workers: z.number().int(), womenAtLeast: z.number().int(), inPrivate: z.number().int() },
    groups: z.array(z.number().int()),
  }),
  payroll: z.object({
    ...{ months: z.array(z.string()), workersPerMonth: z.number().int(), records: z.number().int() },
  }),
});
const effort = z.object({
  hours: z.object({ whole: z.number(), residual: z.number(), saved: z.number() }),
  personDays: z.object({ from: z.number(), to: z.number() }),
});

export const AuditPlanView = z
  .object({
    toAsk: z.array(itemId),
    credited: z.array(credit),
    reports: z.array(report),
    samples: samples.nullable(),
    effort: effort.nullable(),
    sources: z.object({ mapping: dated, minutes: dated }),
  })
  .meta({
    id: 'AuditPlanView',
    description: 'Samples and effort are null until the head-count is declared.',
  });
