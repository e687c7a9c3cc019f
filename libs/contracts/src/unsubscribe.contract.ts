import { z } from 'zod';

export const unsubscribeSecret = z.string().regex(/^[\w-]{43}$/, 'must be the secret of a letter');
export const UnsubscribeView = z
  .object({ kind: z.string(), unsubscribed: z.boolean() })
  .meta({ id: 'UnsubscribeView', description: 'The kind of messages that a letter is of.' });
export type UnsubscribeView = z.infer<typeof UnsubscribeView>;
