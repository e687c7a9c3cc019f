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
    anchor: z
      .object({ seq: z.number().int(), time: instant, number: z.number().int(), matches: z.boolean() })
      .nullable()
      .meta({
        description: 'The last head that was written to the anchor file, in the line of this number.',
      }),
    faults: z.array(z.object({ seq: z.number().int(), fault: z.string() })),
  })
  .meta({ id: 'JournalVerification', description: 'The chain and every digest of facts, computed anew.' });

/** RFC 8037: an Ed25519 public key as a JSON Web Key. */
export const JournalKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
        alg: z.literal('EdDSA'),
      }),
    ),
  })
  .meta({ id: 'JournalKeys', description: 'Public keys that the lines of the anchor file are signed with.' });
export type JournalKeys = z.infer<typeof JournalKeys>;
