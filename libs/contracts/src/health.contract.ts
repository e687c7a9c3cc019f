import { z } from 'zod';

export const LiveView = z
  .object({ status: z.literal('live'), instanceId: z.string() })
  .meta({ id: 'LiveView' });
const part = z.enum(['up', 'down']);
export const ReadyView = z
  .object({ status: z.enum(['ready', 'not-ready']), instanceId: z.string(), database: part, temporal: part })
  .meta({ id: 'ReadyView' });
export type ReadyView = z.infer<typeof ReadyView>;
