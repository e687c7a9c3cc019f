import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const MessageView = z
  .object({
    id,
    kind: z.string(),
    to: z.object({ kind: z.enum(['phone', 'email']), address: z.string() }),
    subject: z.string().optional(),
    text: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'MessageView', description: 'What would have been sent; on a machine of development only.' });
export type MessageView = z.infer<typeof MessageView>;
export const MessagePage = pageOfViews('MessagePage', MessageView);
