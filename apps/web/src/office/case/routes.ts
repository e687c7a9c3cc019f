import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

/** Pages of one case beside the page that every role has of it. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/completeness',
    component: lazyRouteComponent(() => import('./completeness.js'), 'Completeness'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/assign',
    component: lazyRouteComponent(() => import('./assign.js'), 'Assign'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/review',
    component: lazyRouteComponent(() => import('./review.js'), 'Review'),
  }),
] as const;
