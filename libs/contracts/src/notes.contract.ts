import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const NoteView = z
  .object({
    id,
    seq: z.number().int().meta({ description: 'Of the entry of the journal that it goes with.' }),
    command: z.string(),
    params: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the decision was about: ids and codes.' }),
    occurredAt: instant,
    by: z.object({ personId: id, organisation: z.object({ id, name: z.string().nullable() }) }),
    text: z.string().nullable().meta({ description: 'Null when it was erased.' }),
  })
  .meta({ id: 'NoteView', description: 'What somebody wrote beside a decision.' });
export type NoteView = z.infer<typeof NoteView>;
export const NotePage = pageOfViews('NotePage', NoteView);
