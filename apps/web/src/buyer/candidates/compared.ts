import { useNavigate, useSearch } from '@tanstack/react-router';
import { comparedIn, MOST_COMPARED, withCompared } from './candidate-query.js';

/** The candidates that were chosen to look at side by side; the address keeps them. */
export function useCompared() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { compare } = search;
  const ids = comparedIn(typeof compare === 'string' ? compare : undefined);
  const set = (text: string | undefined) =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, compare: text })) as never,
      replace: true,
      resetScroll: false,
    });
  return {
    ids,
    isFull: ids.length === MOST_COMPARED,
    toggle: (id: string) => set(withCompared(ids, id)),
    clear: () => set(undefined),
  };
}
