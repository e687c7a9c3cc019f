import { z } from 'zod';
import { WordingQuery } from './compliance-checks.contract.js';
import { instant } from './primitives.js';

export const ReviewQuery = WordingQuery;
const refusal = z.object({ code: z.string(), items: z.array(z.string()), words: z.string() });
export const ReviewView = z
  .object({
    proposed: z.object({ grade: z.string(), total: z.number(), outcome: z.string() }).nullable().meta({
      description: 'What the score comes to; `/score` says why. Null before the audit is submitted.',
    }),
    decisions: z
      .array(
        z.object({
          type: z.enum([
            'pass-review',
            'require-corrective-actions',
            'propose-rejection',
            'return-to-auditor',
          ]),
          reason: z.string().optional().meta({ description: 'Of a rejection.' }),
          fits: z.boolean().meta({ description: 'What the score asks for.' }),
          refusals: z
            .array(refusal)
            .meta({ description: 'All that stands in the way for you; none: you may.' }),
        }),
      )
      .meta({ description: 'What may be decided on the assessment.' }),
    correctiveActions: z
      .array(z.object({ id: z.string(), severity: z.enum(['critical', 'major', 'minor']), dueAt: instant }))
      .meta({ description: 'Those that would be opened now.' }),
    zeroTolerance: z.record(z.string(), z.string()).meta({ description: 'By item what was said of it.' }),
    returns: z.object({ used: z.int(), most: z.int() }),
  })
  .meta({ id: 'ReviewView' });
export type ReviewView = z.infer<typeof ReviewView>;
