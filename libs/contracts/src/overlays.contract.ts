import type { OverlayContent as DomainContent } from '#domain';
import { z } from 'zod';
import { ChecklistItemId } from './audit-answers.contract.js';
import { pageOfViews } from './page.contract.js';
import { code, id, instant, line } from './primitives.js';
import { category, checklistItem, severity } from './scheme-content.contract.js';

export const OverlayContent = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{3,4}$/, 'must be three or four capitals, for example NLO'),
    items: z.array(checklistItem).max(100),
    tightened: z
      .array(
        z.strictObject({
          itemId: ChecklistItemId,
          severity: severity.optional(),
          weight: z.number().min(0).max(100).optional(),
        }),
      )
      .max(100),
    certificates: z.partialRecord(category, z.array(code).max(10)),
  })
  .meta({ id: 'OverlayContent' }) satisfies z.ZodType<DomainContent>;

export const CreateOverlay = z
  .strictObject({ version: line(50), content: OverlayContent })
  .meta({ id: 'CreateOverlay' });
export type CreateOverlay = z.infer<typeof CreateOverlay>;
export const ChangeOverlay = z.strictObject({ content: OverlayContent }).meta({ id: 'ChangeOverlay' });
export type ChangeOverlay = z.infer<typeof ChangeOverlay>;

export const OverlayView = z
  .object({
    ...{ id, buyerId: id, version: z.string() },
    status: z.enum(['draft', 'published', 'retired']),
    revision: z.number().int(),
    createdAt: instant,
    publishedAt: instant.nullable(),
    retiredAt: instant.nullable(),
    createdBy: id,
    /** Everybody who wrote the draft anew: none of them puts it in force. */
    changedBy: z.array(id),
    publishedBy: id.nullable(),
    content: OverlayContent,
  })
  .meta({ id: 'OverlayView' });
export type OverlayView = z.infer<typeof OverlayView>;
export const OverlayPage = pageOfViews('OverlayPage', OverlayView);

/** What the overlays that apply to a case come to: each buyer sees its own. */
export const CaseOverlays = z
  .object({
    items: z.array(
      z.object({
        ...{ overlayId: id, buyerId: id, version: z.string() },
        added: z.array(z.string()),
        tightened: z.array(z.string()),
        result: z
          .object({
            meets: z.boolean(),
            open: z.array(z.string()),
            missingCertificates: z.array(z.string()),
            total: z.number(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseOverlays' });
