import { caseRoutes } from './case/routes.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const officeRoutes = [...caseRoutes] as const;
