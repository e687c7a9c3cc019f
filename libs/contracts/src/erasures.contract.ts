import { DATA_SUBJECT, ERASURE_REASONS } from '#domain';
import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

const subject = z
  .string()
  .max(66)
  .regex(
    DATA_SUBJECT,
    'must be contact, signatory, account-holder, representative, notes, or owner: and the id of its entry',
  )
  .meta({
    description:
      'Who of the case: `contact`, `signatory`, `account-holder`, `representative`, `notes`, or `owner:` and the id of its entry.',
  });
const reason = z.enum(ERASURE_REASONS);

export const EraseDataSubject = z.strictObject({ subject, reason }).meta({ id: 'EraseDataSubject' });
export type EraseDataSubject = z.infer<typeof EraseDataSubject>;
export const ErasePerson = z.strictObject({ reason }).meta({ id: 'ErasePerson' });
export type ErasePerson = z.infer<typeof ErasePerson>;
export const EraseDocument = z.strictObject({ reason }).meta({ id: 'EraseDocument' });
export type EraseDocument = z.infer<typeof EraseDocument>;
export const AskErasure = z.strictObject({ subject }).meta({ id: 'AskErasure' });
export type AskErasure = z.infer<typeof AskErasure>;

/** That it was done, by whom, when and why; nothing of what was erased. */
export const ErasureView = z
  .object({
    id,
    kind: z.enum(['person', 'data-subject', 'document']),
    aboutId: id.meta({ description: 'The person, the document, or the case of the data subject.' }),
    subject: z.string(),
    reason,
    erasedBy: id,
    recordedAt: instant,
  })
  .meta({ id: 'ErasureView' });
export type ErasureView = z.infer<typeof ErasureView>;
export const ErasurePage = pageOfViews('ErasurePage', ErasureView);

export const DataSubjectView = z
  .object({
    subject: z.string(),
    since: instant,
    erasedAt: instant.nullable(),
    retainedUntil: instant
      .nullable()
      .meta({ description: 'Null while the case has not ended, and when it is kept for cause.' }),
  })
  .meta({ id: 'DataSubjectView' });
export type DataSubjectView = z.infer<typeof DataSubjectView>;
export const DataSubjectPage = pageOfViews('DataSubjectPage', DataSubjectView);
