import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant, paragraph } from './primitives.js';

/** What workers told the auditor, in the auditor's words. Names are not needed, and better left out. */
export const InterviewNote = z.strictObject({ text: paragraph(10_000) }).meta({ id: 'InterviewNote' });
export type InterviewNote = z.infer<typeof InterviewNote>;

export const InterviewNoteWritten = z
  .object({ id, version: z.number().int() })
  .meta({ id: 'InterviewNoteWritten' });

export const SafeguardingNoteView = z
  .object({
    id,
    kind: z.enum(['interview', 'child-found', 'child-safe', 'verdict']),
    text: z.string(),
    version: z.number().int(),
    writtenBy: id,
    occurredAt: instant,
  })
  .meta({
    id: 'SafeguardingNoteView',
    description: 'What workers told, and what was said of a child found at work and of how it was made safe.',
  });
export type SafeguardingNoteView = z.infer<typeof SafeguardingNoteView>;
export const SafeguardingNotePage = pageOfViews('SafeguardingNotePage', SafeguardingNoteView);
