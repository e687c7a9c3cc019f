import type { EscalationView } from '#contracts';
import type { EscalationRow } from '#persistence';

const named = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

export function escalationView(row: EscalationRow): EscalationView {
  const { supplierId, supplierName, holderId, holderName, personId, personName, ...task } = row;
  return {
    ...task,
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt.toISOString(),
    supplier: { id: supplierId, name: supplierName },
    holder: named(holderId, holderName),
    person: named(personId, personName),
  };
}
