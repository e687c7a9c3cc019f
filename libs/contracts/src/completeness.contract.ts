import { z } from 'zod';
import { id, instant } from './primitives.js';

const version = z.number().int();
const section = z.object({
  section: z.string(),
  required: z.boolean().meta({ description: 'The scheme asks for it before an application is handed in.' }),
  version: version.meta({ description: '0: nothing was written.' }),
  writtenAt: instant.nullable(),
  onBehalf: z.boolean(),
  gaps: z.array(z.string()).meta({ description: 'Fields that are missing.' }),
  asked: z.array(z.string()).meta({ description: 'What is asked about of it now: itself, or fields.' }),
  check: z
    .object({
      version,
      by: z.object({ id, name: z.string() }),
      at: instant,
      current: z.boolean().meta({ description: 'False: it was written anew since.' }),
    })
    .nullable()
    .meta({ description: 'That an officer looked at it and found it in order.' }),
  documents: z.object({ available: z.int(), waiting: z.int(), refused: z.int() }),
});
export const CompletenessView = z
  .object({
    sections: z.array(section),
    informationLoops: z.object({ used: z.int(), most: z.int() }),
  })
  .meta({ id: 'CompletenessView' });
export type CompletenessView = z.infer<typeof CompletenessView>;
