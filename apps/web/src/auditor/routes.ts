import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const auditorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/checklist',
    component: lazyRouteComponent(() => import('./checklist.js'), 'Checklist'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/interviews',
    component: lazyRouteComponent(() => import('./interviews.js'), 'Interviews'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/meetings',
    component: lazyRouteComponent(() => import('./meetings.js'), 'Meetings'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/send',
    component: lazyRouteComponent(() => import('./send.js'), 'SendAudit'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sync',
    component: lazyRouteComponent(() => import('./sync.js'), 'Sync'),
  }),
] as const;
