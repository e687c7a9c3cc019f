import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const buyerRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/compare',
    component: lazyRouteComponent(() => import('./candidates/compare.js'), 'Compare'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/pilot-order',
    component: lazyRouteComponent(() => import('./pilots/terms.js'), 'PlacePilot'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pilots',
    component: lazyRouteComponent(() => import('./pilots/board.js'), 'PilotBoard'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pilots/$caseId/$pilotId',
    component: lazyRouteComponent(() => import('./pilots/order.js'), 'PilotOrder'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/pilots/$caseId/$pilotId/lots/$lot',
    component: lazyRouteComponent(() => import('./inspection/inspection.js'), 'Inspection'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/approved',
    component: lazyRouteComponent(() => import('./approved/approved.js'), 'Approved'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/deliveries',
    component: lazyRouteComponent(() => import('./deliveries/deliveries.js'), 'Deliveries'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/demands',
    component: lazyRouteComponent(() => import('./demands/demands.js'), 'Demands'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/connections',
    component: lazyRouteComponent(() => import('./connections/connections.js'), 'Connections'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/connections/$endpointId',
    component: lazyRouteComponent(() => import('./connections/endpoint.js'), 'Endpoint'),
  }),
] as const;
