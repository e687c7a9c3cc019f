import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { onlyOffice } from '../only-office.js';

/** Whether the service is in order. */
export const operationsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/operations',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./operations.js'), 'Operations'),
  }),
] as const;
