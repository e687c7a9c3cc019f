import { z } from 'zod';
import { instant } from './primitives.js';

export const FactView = z
  .object({
    item: z.string(),
    content: z.record(z.string(), z.unknown()),
    version: z.number().int(),
    onBehalf: z.boolean(),
    occurredAt: instant,
    erased: z.array(z.string()).meta({ description: 'JSON pointers into `content` to what was erased.' }),
  })
  .meta({ id: 'FactView' });
export const FactList = z.object({ items: z.array(FactView) }).meta({ id: 'FactList' });
export const FactWritten = z
  .object({ item: z.string(), version: z.number().int() })
  .meta({ id: 'FactWritten' });
