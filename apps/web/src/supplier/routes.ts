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
    path: '/qualifications/$id/apply',
    component: lazyRouteComponent(() => import('./apply/apply.js'), 'Apply'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/apply/$step',
    component: lazyRouteComponent(() => import('./apply/step.js'), 'ApplyStep'),
  }),
] as const;
