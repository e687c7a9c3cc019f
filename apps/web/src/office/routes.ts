import { caseRoutes } from './case/routes.js';
import { deskRoutes } from './desk/routes.js';
import { matchesRoutes } from './matches/routes.js';
import { operationsRoutes } from './operations/routes.js';
import { programmeRoutes } from './programme/routes.js';
import { schemesRoutes } from './schemes/routes.js';
import { stuckRoutes } from './stuck/routes.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const officeRoutes = [
  ...deskRoutes,
  ...caseRoutes,
  ...matchesRoutes,
  ...stuckRoutes,
  ...schemesRoutes,
  ...operationsRoutes,
  ...programmeRoutes,
] as const;
