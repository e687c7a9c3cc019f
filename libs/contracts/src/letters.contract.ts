import { LETTER_EVENTS } from '#domain';
import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

/** Khmer and Chinese are drafts until a person has reviewed them; the English text governs. */
export const LetterQuery = z.strictObject({ lang: z.enum(['km', 'en', 'zh']).default('en') });
export type LetterQuery = z.infer<typeof LetterQuery>;

/** The place of an entry in the journal. */
export const LetterSeq = z.coerce.number<string>().int().min(1).max(2_147_483_647);

export const LetterSummary = z
  .object({ seq: z.number().int(), decidedAt: instant, decisions: z.array(z.enum(LETTER_EVENTS)) })
  .meta({ id: 'LetterSummary' });
export type LetterSummary = z.infer<typeof LetterSummary>;
export const LetterPage = pageOfViews('LetterPage', LetterSummary);

const sentence = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  text: z.string(),
});
export const LetterView = z
  .object({
    seq: z.number().int(),
    decidedAt: instant,
    language: z.enum(['km', 'en', 'zh']),
    draftTranslation: z.boolean(),
    qualificationId: id,
    caseNumber: z.string(),
    supplier: z.object({ id, name: z.string() }),
    site: z.string().nullable(),
    title: z.string(),
    decisions: z.array(sentence),
    reasons: z.array(sentence),
    restsOn: z.array(sentence),
    next: z.array(sentence),
    signedBy: z.array(z.object({ role: z.string(), text: z.string() })),
    fourEyes: z.boolean(),
  })
  .meta({
    id: 'LetterView',
    description: 'A decision with its reasons, what it rests on, and what the supplier can do next.',
  });
export type LetterView = z.infer<typeof LetterView>;
