import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { sortingOf, sortingText, type Sorting } from './sorting.js';

/**
 * What a table is sorted by, kept in the address: a link to it shows the same.
 * @param name of the table, one of its own on the page
 */
export function useSorting(name: string, ids: readonly string[]) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const at = `sort-${name}`;
  const asked = sortingOf(search[at], ids);
  const text = asked && sortingText(asked);
  // The same as long as the address says the same.
  const sorting = useMemo(() => asked, [text]);
  const sort = (next: Sorting | undefined) =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, [at]: next && sortingText(next) })) as never,
      // Back leaves the page, not one order of its rows.
      replace: true,
      resetScroll: false,
    });
  return { sorting, sort };
}
