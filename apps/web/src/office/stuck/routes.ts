import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { onlyOffice } from '../only-office.js';

/** Cases that do not go on, and what is past its due date. */
export const stuckRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/stuck',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./stuck.js'), 'Stuck'),
  }),
] as const;
