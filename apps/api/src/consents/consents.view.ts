import type { ConsentView } from '#contracts';
import type { ConsentRow } from '#persistence';

export const consentView = (row: ConsentRow): ConsentView => ({
  buyerId: row.buyerId,
  sections: [...row.sections],
  givenAt: row.givenAt.toISOString(),
  validUntil: row.validUntil.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  inForce: row.inForce,
});
