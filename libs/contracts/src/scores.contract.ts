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
