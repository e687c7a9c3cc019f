import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { code, instant } from './primitives.js';

export const ScreeningListQuery = z.strictObject({ ...PageQuery.shape, list: code.optional() });
export type ScreeningListQuery = z.infer<typeof ScreeningListQuery>;

const count = z.number().int();
export const ScreeningListView = z
  .object({
    list: z.string(),
    version: z.string().meta({ description: 'The date in the content, or the first digits of the digest.' }),
    sha256: z.string(),
    entries: count,
    loadedAt: instant,
    changes: z.object({ added: count, changed: count, removed: count }),
    settledAt: instant
      .nullable()
      .meta({ description: 'When everybody whom it may concern had been screened again; null: not yet.' }),
    screened: count.nullable().meta({ description: 'Cases that were compared with what changed.' }),
    concerned: count.nullable().meta({ description: 'Those of them that were screened again.' }),
    inForce: z.boolean().meta({ description: 'The edition that everybody was last screened against.' }),
  })
  .meta({ id: 'ScreeningListView', description: 'An edition of a sanctions list. No names.' });
export type ScreeningListView = z.infer<typeof ScreeningListView>;
export const ScreeningListPage = pageOfViews('ScreeningListPage', ScreeningListView);
