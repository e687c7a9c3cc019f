import type { ShadowAuditView } from '#contracts';
import type { ShadowAudit } from '#persistence';

const outcomeOf = (row: ShadowAudit): ShadowAuditView['outcome'] => {
  const { lookedBy, organisationId, visitedOn, verdict, items, recordedAt } = row;
  if (!lookedBy || !organisationId || !visitedOn || !verdict || !recordedAt) return null;
  return {
    lookedBy: { personId: lookedBy, organisationId },
    ...{ visitedOn, verdict, items: [...(items ?? [])], recordedAt: recordedAt.toISOString() },
  };
};

export const shadowAuditView = (row: ShadowAudit): ShadowAuditView => ({
  qualificationId: row.qualificationId,
  caseNumber: row.caseNumber,
  category: row.category,
  supplierId: row.supplierId,
  auditor: row.auditor,
  submittedAt: row.submittedAt.toISOString(),
  outcome: outcomeOf(row),
});
