import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

export const AccessView = z
  .object({
    at: instant,
    organisation: z.object({ id, name: z.string(), relation: z.string() }),
    roles: z.array(z.string()),
    operation: z.string(),
    item: z.string().nullable(),
  })
  .meta({
    id: 'AccessView',
    description:
      'Somebody of another organisation read this of the case, at least once in the hour that began with `at`. Persons are told by their roles.',
  });
export type AccessView = z.infer<typeof AccessView>;
export const AccessPage = pageOfViews('AccessPage', AccessView);
