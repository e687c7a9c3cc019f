/** Pages of this role beside those that every role has (`app/shared-routes.ts`). */
export const officeRoutes = [] as const;
