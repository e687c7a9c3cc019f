import { z } from 'zod';
import { instant } from './primitives.js';

const count = z.number().int();
export const OperationsView = z
  .object({
    screeningLists: z
      .array(
        z.object({
          list: z.string(),
          version: z.string(),
          loadedAt: instant,
          settledAt: instant.nullable(),
        }),
      )
      .meta({ description: 'The last edition of each list that was loaded.' }),
    holidays: z.object({
      loaded: z.array(count).meta({ description: 'Years.' }),
      missing: z
        .array(count)
        .meta({ description: 'Of this year and the next one; deadlines are counted without.' }),
    }),
    officeTasks: z
      .record(z.string(), count)
      .meta({ description: 'Open ones by kind: what no single case can hold.' }),
    events: z.object({ parked: count }).meta({ description: 'Events that were set aside.' }),
    commands: z
      .object({ waiting: count, oldestAt: instant.nullable() })
      .meta({ description: 'Not decided for two minutes or longer.' }),
    journal: z
      .object({
        anchoredLines: count
          .nullable()
          .meta({ description: 'Lines of the anchor file; null: there is none yet.' }),
        lastAnchorAt: instant.nullable(),
        waiting: count.meta({ description: 'Cases with entries that are not anchored, up to 1000.' }),
      })
      .meta({ description: 'How far the journal is anchored outside of the database.' }),
  })
  .meta({ id: 'OperationsView' });
export type OperationsView = z.infer<typeof OperationsView>;
