import { z } from 'zod';
import { qualificationFilter } from './cases.contract.js';
import { id, line } from './primitives.js';
import { taskFilter } from './tasks.contract.js';

/** So many one person keeps for one organisation at most. */
export const MOST_SAVED_FILTERS = 50;
const name = line(60);
const filterOf = <L extends string, T extends z.core.$ZodShape>(list: L, fields: T) =>
  z.strictObject({ list: z.literal(list), name, query: z.strictObject(fields) });

/** For each list what it can be narrowed to, under the names that its address has. */
export const SetSavedFilter = z
  .discriminatedUnion('list', [
    filterOf('tasks', taskFilter),
    filterOf('qualifications', qualificationFilter),
  ])
  .meta({ id: 'SetSavedFilter' });
export type SetSavedFilter = z.infer<typeof SetSavedFilter>;

export const SavedFilterView = z
  .object({
    id,
    list: z.string(),
    name: z.string(),
    query: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .meta({ description: 'What follows the `?` of the list.' }),
    version: z.number().int().meta({ description: 'What If-Match takes, in quotes.' }),
  })
  .meta({ id: 'SavedFilterView' });
export type SavedFilterView = z.infer<typeof SavedFilterView>;
export const SavedFilterList = z.object({ items: z.array(SavedFilterView) }).meta({ id: 'SavedFilterList' });
export type SavedFilterList = z.infer<typeof SavedFilterList>;
