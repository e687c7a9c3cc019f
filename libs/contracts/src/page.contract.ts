import { z } from 'zod';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

const cursor = z.string().min(1).max(500).optional();
const limit = z.coerce.number<string>().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE);

/** `?cursor=&limit=` of every list. */
export const PageQuery = z.strictObject({ cursor, limit });
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list: pass `next` back as `cursor`; null after the last page. */
export const pageOfViews = <T extends z.ZodType>(name: string, item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id: name });
