import { programmeRoutes } from './programme/routes.js';

/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const officeRoutes = [...programmeRoutes] as const;
