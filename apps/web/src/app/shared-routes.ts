import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Case } from './case.js';
import { Home } from './home.js';
import { rootRoute } from './root-route.js';

/** Pages that every role has; what they show is the role's. */
export const sharedRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: Home,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id',
    component: Case,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/qualifications/$id/letters/$seq',
    component: lazyRouteComponent(() => import('../ui/letter.js'), 'Letter'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./notifications.js'), 'Notifications'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account.js'), 'Account'),
  }),
] as const;
