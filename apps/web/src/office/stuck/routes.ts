import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

/** Cases that do not go on, and what is past its due date. */
export const stuckRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/stuck',
    component: lazyRouteComponent(() => import('./stuck.js'), 'Stuck'),
  }),
] as const;
