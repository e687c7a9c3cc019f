import { STUCK_REASONS } from '#domain';
import { z } from 'zod';
import { WordingQuery } from './compliance-checks.contract.js';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant, oneOrMore } from './primitives.js';

const reason = z.enum(STUCK_REASONS);
export const StuckCaseQuery = z.strictObject({
  ...PageQuery.shape,
  ...WordingQuery.shape,
  reason: oneOrMore(reason, STUCK_REASONS.length)
    .optional()
    .meta({ description: 'Only for this reason; repeat it for several.' }),
});
export type StuckCaseQuery = z.infer<typeof StuckCaseQuery>;

export const StuckCaseView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    supplier: z.object({ id, name: z.string() }),
    category: z.string(),
    stage: z.string(),
    substate: z.string(),
    reason,
    subject: z
      .string()
      .meta({ description: 'Which check, command, event, document or year; empty: the case itself.' }),
    since: instant.nullable(),
    words: z.string().meta({ description: 'Why it does not go on, and what helps.' }),
  })
  .meta({ id: 'StuckCaseView' });
export type StuckCaseView = z.infer<typeof StuckCaseView>;
export const StuckCasePage = pageOfViews('StuckCasePage', StuckCaseView);
