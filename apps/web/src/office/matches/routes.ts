import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { onlyOffice } from '../only-office.js';

/** Names of suppliers and owners that a list may mean. */
export const matchesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/matches',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./queue.js'), 'MatchQueue'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/matches/$id',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./matches.js'), 'CaseMatches'),
  }),
] as const;
