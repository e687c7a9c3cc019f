import { CONTENT_CLAIMS } from '#domain';
import { z } from 'zod';
import { isicClass } from './application-sections.contract.js';
import { askedItem } from './audit-answers.contract.js';
import { WordingQuery } from './compliance-checks.contract.js';
import { market, oneOrMore } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

const workers = z.coerce.number<string>().int().min(0).max(100_000).optional();

/** What decides which items a site is asked, as an application would say it. */
export const SchemeChecklistQuery = z.strictObject({
  ...WordingQuery.shape,
  category: inputCategory,
  profile: z.enum(['core', 'full']).default('core'),
  endMarkets: oneOrMore(market, 30).optional(),
  workers,
  womenWorkers: workers,
  isic: oneOrMore(isicClass, 10).optional(),
  claims: oneOrMore(z.enum(CONTENT_CLAIMS), CONTENT_CLAIMS.length).optional(),
});
export type SchemeChecklistQuery = z.infer<typeof SchemeChecklistQuery>;

export const SchemeChecklistView = z
  .object({ items: z.array(askedItem.omit({ credited: true, overlayOf: true })) })
  .meta({ id: 'SchemeChecklistView', description: 'What an auditor would be asked at such a site.' });
