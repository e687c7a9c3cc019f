import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { instant } from './primitives.js';

export const JournalEntryView = z
  .object({
    seq: z.number().int(),
    entry: z.record(z.string(), z.unknown()),
    hash: z.string(),
    /** SHA-256 of the entry's canonical text: what the chain is made of, also where the entry is `sealed`. */
    digest: z.string(),
    occurredAt: instant,
    recordedAt: instant,
  })
  .meta({ id: 'JournalEntryView' });
export const JournalPage = pageOfViews('JournalPage', JournalEntryView);
export const JournalVerification = z
  .object({
    entries: z.number().int(),
    reliances: z.number().int(),
    intact: z.boolean(),
    faults: z.array(z.object({ seq: z.number().int(), fault: z.string() })),
  })
  .meta({ id: 'JournalVerification', description: 'The chain and every digest of facts, computed anew.' });
