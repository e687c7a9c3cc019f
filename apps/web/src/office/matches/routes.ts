import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

/** Names of suppliers and owners that a list may mean. */
export const matchesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/matches',
    component: lazyRouteComponent(() => import('./queue.js'), 'MatchQueue'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/matches/$id',
    component: lazyRouteComponent(() => import('./matches.js'), 'CaseMatches'),
  }),
] as const;
