import { SHADOW_VERDICTS } from '#domain';
import { z } from 'zod';
import { PageQuery, pageOfViews } from './page.contract.js';
import { code, date, distinct, id, instant } from './primitives.js';

export const ShadowAuditQuery = z.strictObject({
  ...PageQuery.shape,
  status: z.enum(['open', 'done']).optional(),
});
export type ShadowAuditQuery = z.infer<typeof ShadowAuditQuery>;

/** What came of looking at a submitted audit once more. */
export const RecordShadowAudit = z
  .strictObject({
    lookedBy: z
      .strictObject({ personId: id, organisationId: id })
      .meta({ description: 'An auditor of another firm, or an officer, in the name of their organisation.' }),
    visitedOn: date,
    verdict: z.enum(SHADOW_VERDICTS),
    items: distinct(code, 0, 500)
      .default([])
      .meta({ description: 'Checklist items that were seen otherwise.' }),
  })
  .refine(({ verdict, items }) => (verdict === 'differs') === items.length > 0, {
    ...{ path: ['items'], message: 'must name items when the verdict is `differs`, and none when it agrees' },
  })
  .meta({ id: 'RecordShadowAudit' });
export type RecordShadowAudit = z.infer<typeof RecordShadowAudit>;

const hand = z.object({ personId: id, organisationId: id });
export const ShadowAuditView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    category: z.string(),
    supplierId: id,
    auditor: hand,
    submittedAt: instant,
    outcome: z
      .object({
        lookedBy: hand,
        visitedOn: date,
        verdict: z.enum(SHADOW_VERDICTS),
        items: z.array(z.string()),
        recordedAt: instant,
      })
      .nullable(),
  })
  .meta({ id: 'ShadowAuditView' });
export type ShadowAuditView = z.infer<typeof ShadowAuditView>;
export const ShadowAuditPage = pageOfViews('ShadowAuditPage', ShadowAuditView).meta({
  description:
    'Submitted audits that were drawn, the newest case first. One in twenty is, so a page may have fewer entries than the limit, or none, and still a next one.',
});
export type ShadowAuditPage = z.infer<typeof ShadowAuditPage>;
