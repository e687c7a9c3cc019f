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

/** What the supplier does about a nonconformity; saved while somebody types. */
export const CorrectiveActionResponse = z
  .strictObject({ rootCause: paragraph(4000), action: paragraph(4000), evidence })
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
export const AuditQuery = z
  .strictObject({ lang: z.enum(['en', 'km', 'zh']).optional() })
  .meta({ id: 'AuditQuery' });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditView = z
  .object({
    phase: z.string(),
    visitDate: z.string().nullable(),
    checklist: z.array(
      z.object({
        id: z.string(),
        section: z.string(),
        severity: z.string(),
        weight: z.number(),
        question: z.string(),
        guidance: z.string(),
        evidence: z.array(z.string()),
        language: z
          .enum(['en', 'km', 'zh'])
          .meta({ description: 'Of the words; English where there are no others.' }),
        draft: z.boolean().meta({ description: 'Nobody who speaks the language has reviewed the words.' }),
        informative: z.boolean().meta({ description: 'Neither scored nor a finding at this site.' }),
        overlayOf: z
          .string()
          .nullable()
          .meta({ description: 'The buyer that asks it; it does not change the score of the programme.' }),
      }),
    ),
  })
  .meta({ id: 'AuditView', description: 'The part of the frozen checklist that this case is asked.' });
