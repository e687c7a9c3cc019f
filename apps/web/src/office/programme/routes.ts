import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';
import { onlyOffice } from '../only-office.js';

/** The programme in figures, and the cases behind each number. */
export const programmeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programme',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./programme.js'), 'Programme'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/programme/$figure/cases',
    beforeLoad: onlyOffice,
    component: lazyRouteComponent(() => import('./cases.js'), 'FigureCases'),
  }),
] as const;
