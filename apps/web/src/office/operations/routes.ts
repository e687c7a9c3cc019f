import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

/** Whether the service is in order. */
export const operationsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operations',
    component: lazyRouteComponent(() => import('./operations.js'), 'Operations'),
  }),
] as const;
