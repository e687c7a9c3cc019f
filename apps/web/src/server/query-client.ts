import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, Problem } from './problem.js';
import { sessionIsOver } from './session.js';

const FRESH_MS = 15_000;
const TRIES = 3;

const onError = (error: unknown): void => {
  if (error instanceof Problem && error.status === 401) sessionIsOver(error);
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Without a network it is said at once; what was read stays readable.
      retry: (failures, error) =>
        navigator.onLine && failures < TRIES && error instanceof Problem && isPassing(error),
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});
