import { INPUT_CATEGORIES, type CommandOf } from '#domain';
import { z } from 'zod';
import { distinct, id, market } from './primitives.js';

export const inputCategory = z.enum(INPUT_CATEGORIES.map((c) => c.code));

/** Opens a case: the first command, with a body of its own. */
export const OpenQualification = z
  .strictObject({
    supplierId: id,
    siteId: id,
    category: inputCategory,
    schemeVersionId: id,
    profile: z.enum(['core', 'full']).default('core'),
    endMarkets: distinct(market, 0, 30).default([]),
    previousId: id.optional(),
  })
  .meta({ id: 'OpenQualification' }) satisfies z.ZodType<Omit<CommandOf<'open'>, 'type'>>;
export type OpenQualification = z.infer<typeof OpenQualification>;
