import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const supplierRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/start',
    component: lazyRouteComponent(() => import('./start/start.js'), 'Start'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/applications',
    component: lazyRouteComponent(() => import('./applications.js'), 'Applications'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sharing',
    component: lazyRouteComponent(() => import('./sharing/sharing.js'), 'Sharing'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/apply',
    component: lazyRouteComponent(() => import('./apply/apply.js'), 'Apply'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/apply/$step',
    component: lazyRouteComponent(() => import('./apply/step.js'), 'ApplyStep'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/improve',
    component: lazyRouteComponent(() => import('./improve.js'), 'Improve'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/standing',
    component: lazyRouteComponent(() => import('./standing.js'), 'Standing'),
  }),
] as const;
