import { TIE_WARNINGS, TIE_KINDS } from '#domain';
import { z } from 'zod';
import { id, instant } from './primitives.js';

/** Whom to look at; who audits the case now, when nobody is named. */
export const ConflictsQuery = z
  .strictObject({ auditorId: id.optional(), firmId: id.optional() })
  .refine(({ auditorId, firmId }) => (auditorId === undefined) === (firmId === undefined), {
    message: 'auditorId and firmId go together',
    path: ['firmId'],
  });
export type ConflictsQuery = z.infer<typeof ConflictsQuery>;

export const ConflictList = z
  .object({
    auditor: z.object({ personId: id, organisationId: id }).nullable(),
    items: z.array(z.object({ kind: z.enum([...TIE_KINDS, ...TIE_WARNINGS]), organisationId: id })),
  })
  .meta({
    id: 'ConflictList',
    description:
      'What auditor or firm have in common with supplier and buyers of the case: kinds of ties, never what it is. ' +
      "Beside them what stands in nobody's way: buyers that share an owner with the supplier, and who of the firm and the buyers declared no interests.",
  });
export type ConflictList = z.infer<typeof ConflictList>;

const rate = z.number().min(0).max(1);
const auditor = z.object({
  auditorId: id,
  audits: z.number().int(),
  asked: z.number().int(),
  findings: z.number().int(),
  rate,
  low: rate,
  high: rate,
  peers: rate.nullable(),
  verdict: z.enum(['too-few', 'no-peers', 'as-peers', 'fewer-than-peers', 'more-than-peers']),
});
const audit = z.object({
  qualificationId: id,
  auditorId: id,
  category: z.string(),
  submittedAt: instant.nullable(),
  workers: z.number().int().nullable(),
  hours: z.number().nullable(),
  photoHours: z.number().nullable(),
  leastHours: z.number().nullable(),
  hurried: z.boolean(),
  shadow: z.boolean(),
});
export const AuditorQualityView = z
  .object({
    firmId: id,
    auditors: z.array(auditor),
    audits: z.array(audit),
    shadowed: z.object({ drawn: z.number().int(), done: z.number().int(), differing: z.number().int() }),
  })
  .meta({
    id: 'AuditorQualityView',
    description:
      'The last audits of a firm beside those of all firms in the same categories: findings by item asked with the ' +
      '95 % interval by Wilson, time on site beside what the head-count asks for, and which audits are drawn for a ' +
      'shadow review. Reasons to look closer, no judgements.',
  });
export type AuditorQualityView = z.infer<typeof AuditorQualityView>;
