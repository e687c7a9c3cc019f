import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { loadWords } from '../../words/load.js';
import { onlyOffice } from '../only-office.js';

/** Schemes, their versions, and of a version its questions, its deadlines and what else it says. */
export const schemesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./schemes.js'), 'Schemes'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$schemeId',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./scheme.js'), 'Scheme'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$schemeId/$versionId',
    beforeLoad: () => Promise.all([onlyOffice(), loadWords('case')]),
    component: lazyRouteComponent(() => import('./version.js'), 'Version'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$schemeId/$versionId/$itemId',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./item.js'), 'Item'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$schemeId/$versionId/terms/$terms',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./terms-page.js'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/schemes/$schemeId/$versionId/deadlines/$kind',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./deadline-page.js'), 'DeadlinePage'),
  }),
] as const;
