import { ACTION_OWNERS, CORRECTION_REASONS } from '#domain';
import { z } from 'zod';
import { distinct, id, paragraph } from './primitives.js';

const evidence = distinct(id, 0, 50);

/** One answer of the checklist. What an answer must hold to be submitted, the rules say then. */
export const AuditAnswer = z
  .strictObject({
    value: z.enum(['conform', 'partial', 'nonconform', 'not-verified', 'not-applicable']),
    reason: paragraph(2000).optional(),
    note: paragraph(4000).optional(),
    evidence: evidence.optional(),
  })
  .meta({ id: 'AuditAnswer' });
export type AuditAnswer = z.infer<typeof AuditAnswer>;

/** What was wrong with a submitted answer, and what it should have been. `reason` as for the answer itself. */
export const AuditCorrection = AuditAnswer.extend({
  code: z.enum(CORRECTION_REASONS),
  reason: paragraph(2000),
}).meta({ id: 'AuditCorrection' });
export type AuditCorrection = z.infer<typeof AuditCorrection>;

/** What the supplier does about a nonconformity; saved while somebody types. */
export const CorrectiveActionResponse = z
  .strictObject({
    rootCause: paragraph(4000),
    action: paragraph(4000),
    owner: z
      .enum(ACTION_OWNERS)
      .meta({ description: 'Who at the supplier sees to it: a function, no name.' }),
    evidence,
  })
  .partial()
  .meta({ id: 'CorrectiveActionResponse' });
export type CorrectiveActionResponse = z.infer<typeof CorrectiveActionResponse>;

/** `BL-01`: the section's letters and a number. */
export const ChecklistItemId = z
  .string()
  .regex(/^[A-Z]{2,4}-\d{2,3}$/, 'must be the id of a checklist item, for example BL-01');
/** A checklist item, `access-denied`, or the root cause of a failed pilot: `pilot:<id>`. */
export const CorrectiveActionId = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9:-]*$/, 'must be the id of a corrective action');

/** In which language an item is read; without one, that of the person. */
export const AuditQuery = z.strictObject({ lang: z.enum(['en', 'km', 'zh']).optional() });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** An item as an auditor reads it. */
export const askedItem = z.object({
  id: z.string(),
  section: z.string(),
  severity: z.string(),
  weight: z.number(),
  question: z.string(),
  guidance: z.string(),
  evidence: z.array(z.string()),
  credited: z
    .object({ scheme: z.string(), reportId: z.string(), from: z.string(), until: z.string() })
    .optional()
    .meta({ description: 'A report of another scheme covers it: it need not be answered.' }),
  language: z
    .enum(['en', 'km', 'zh'])
    .meta({ description: 'Of the words; English where there are no others.' }),
  draft: z.boolean().meta({ description: 'Nobody who speaks the language has reviewed the words.' }),
  safeguarding: z.literal('child').optional().meta({
    description: 'When it is nonconform somebody is in danger: `report-child` comes before the answer.',
  }),
  informative: z.boolean().meta({ description: 'Neither scored nor a finding at this site.' }),
  overlayOf: z
    .string()
    .nullable()
    .meta({ description: 'The buyer that asks it; it does not change the score of the programme.' }),
});

export const AuditView = z
  .object({
    phase: z.string(),
    visitDate: z.string().nullable(),
    /** Items that a renewal does not ask again, with the answer they were last verified with. */
    carried: z.record(z.string(), z.string()),
    checklist: z.array(askedItem),
  })
  .meta({ id: 'AuditView', description: 'The part of the frozen checklist that this case is asked.' });
