import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../server/problem.js';

/** Something is set right, and what is known of how the service stands is read anew. */
export function useAct<T>(act: () => Promise<T>) {
  const queries = useQueryClient();
  return useMutation<T, Problem>({
    mutationFn: act,
    onSettled: () =>
      Promise.all([['operations'], ['tasks']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
