import { createRouter, stringifySearchWith } from '@tanstack/react-router';
import { auditorRoutes } from '../auditor/routes.js';
import { buyerRoutes } from '../buyer/routes.js';
import { officeRoutes } from '../office/routes.js';
import { supplierRoutes } from '../supplier/routes.js';
import { Failure } from './failure.js';
import { Loading } from '../ui/loading.js';
import { rootRoute } from './root-route.js';
import { sharedRoutes } from './shared-routes.js';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...sharedRoutes,
    ...supplierRoutes,
    ...auditorRoutes,
    ...buyerRoutes,
    ...officeRoutes,
  ]),
  basepath: '/app',
  context: {},
  // As the API has it, `overdue=true`: people read addresses, and send them on.
  stringifySearch: stringifySearchWith(JSON.stringify),
  defaultErrorComponent: Failure,
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
