import { z } from 'zod';
import { QualificationSummary } from './cases.contract.js';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';
import { province } from './suppliers.contract.js';

/** One audit as its auditor plans it: where and when, and in which language people there are spoken to. */
export const AuditSummary = z
  .object({
    ...QualificationSummary.shape,
    site: z.object({
      ...{ id, name: z.string(), address: z.string(), province },
      ...{ latitude: z.number(), longitude: z.number() },
    }),
    phase: z.string(),
    visitDate: z.string().nullable(),
    proposedDates: z.array(z.string()),
    visits: z.array(z.string()).meta({ description: 'Surveillance visits that the auditor is on.' }),
    language: z
      .enum(['km', 'en', 'zh'])
      .nullable()
      .meta({ description: 'Of the person who has been with the supplier longest.' }),
  })
  .meta({ id: 'AuditSummary' });
export type AuditSummary = z.infer<typeof AuditSummary>;
export const AuditPage = pageOfViews('AuditPage', AuditSummary);

const digest = z.string().meta({ description: 'SHA-256, in hex.' });
/** What was received with the last submission of an audit, as the journal of the case keeps it. */
export const AuditSubmission = z
  .object({
    seq: z.number().int(),
    submittedAt: instant,
    recordedAt: instant,
    digest: digest.meta({ description: 'Of the entry in the journal.' }),
    hash: digest.meta({ description: 'Of the chain up to this entry.' }),
    papers: z.array(z.object({ paper: z.string(), digest })).meta({
      description:
        'Of each working paper the SHA-256 of the canonical JSON (RFC 8785) of its items in order, each as ' +
        '`[item, version, SHA-256 of the canonical JSON of its content]`; personal fields count as they are sealed.',
    }),
  })
  .meta({ id: 'AuditSubmission' });
