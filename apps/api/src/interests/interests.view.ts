import type { InterestsView } from '#contracts';
import type { Declaration } from '#persistence';

/** A declaration as it may be read back: never what it says. */
export const interestsView = (
  organisationId: string,
  { version, declaredAt, counts, consulted }: Declaration,
): InterestsView => ({
  organisationId,
  version,
  declaredAt: declaredAt?.toISOString() ?? null,
  owners: counts.owner ?? 0,
  directors: counts.director ?? 0,
  addresses: counts.address ?? 0,
  accounts: counts.account ?? 0,
  consulted: [...consulted],
});
