import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, Problem } from './problem.js';

const FRESH_MS = 15_000;
const TRIES = 3;

/** Somebody who is not signed in any more signs in again, and comes back to this page; what waits on the device stays there. */
function signInAgain(error: unknown): void {
  if (!(error instanceof Problem) || error.status !== 401) return;
  const { pathname, search } = location;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  mutationCache: new MutationCache({ onError: signInAgain }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < TRIES && error instanceof Problem && isPassing(error),
      // A page that was read stays readable without a network.
      networkMode: 'offlineFirst',
    },
    mutations: { networkMode: 'always' },
  },
});
