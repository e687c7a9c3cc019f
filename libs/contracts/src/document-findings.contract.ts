import { z } from 'zod';
import { id, instant } from './primitives.js';

export const DocumentFindingView = z
  .object({
    documentId: id,
    check: z.enum(['authenticity', 'location']),
    verdict: z.enum(['WARN', 'POTENTIAL', 'FAIL']),
    explanation: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
    foundAt: instant,
  })
  .meta({
    id: 'DocumentFindingView',
    description: 'What a check found about a document, in codes, ids and numbers: for an officer to judge.',
  });
export type DocumentFindingView = z.infer<typeof DocumentFindingView>;

export const DocumentFindingList = z
  .object({ items: z.array(DocumentFindingView) })
  .meta({ id: 'DocumentFindingList' });
