import type { AccessView } from '#contracts';
import type { AccessRow } from '#persistence';

/** Organisations by name, persons by their roles: who they are is between them and their organisation. */
export const accessView = (row: AccessRow): AccessView => ({
  at: row.hour.toISOString(),
  organisation: { id: row.organisationId, name: row.organisationName, relation: row.relation },
  roles: [...row.roles],
  operation: row.operation,
  item: row.item || null,
});
