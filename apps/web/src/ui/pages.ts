import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { told } from '../server/told.js';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
/** A list of the API, asked for page by page with what its last page gave as `next`. */
type Load<T> = (cursor: string | undefined) => Parameters<typeof told<Page<T>>>[0];

/**
 * A list that goes on by cursor.
 * @param key `cases`, `tasks` and `notifications` are read anew with any event, `case` with those of that case
 */
export function useList<T>(key: readonly unknown[], load: Load<T>) {
  const query = useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: key,
      queryFn: ({ pageParam }: { pageParam: string | undefined }) => told(load(pageParam)),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}
