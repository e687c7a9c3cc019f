import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

/** Pages of the office's desk beside its inbox, which is its home. */
export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/cases',
    component: lazyRouteComponent(() => import('./cases.js'), 'Cases'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/visits',
    component: lazyRouteComponent(() => import('./visits/visits.js'), 'Visits'),
  }),
] as const;
