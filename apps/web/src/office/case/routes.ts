import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { onlyOffice } from '../only-office.js';

/** Pages of one case beside the page that every role has of it. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/completeness',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./completeness.js'), 'Completeness'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/assign',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./assign.js'), 'Assign'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/review',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./review.js'), 'Review'),
  }),
] as const;
