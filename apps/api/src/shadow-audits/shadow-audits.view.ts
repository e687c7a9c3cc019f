import type { ShadowAuditView } from '#contracts';
import { AUDITS_LOOKED_THROUGH, type ShadowAudit, type SubmittedAudit } from '#persistence';

/**
 * Those of the submitted audits that make one page, and after which case number the next one goes on; none after the last.
 * @param submitted as they were read, the newest first
 */
export function pageOfDraw(
  submitted: readonly SubmittedAudit[],
  limit: number,
  isDrawn: (id: string) => boolean,
): { readonly ids: readonly string[]; readonly after: string | undefined } {
  const drawn = submitted.filter(({ id }) => isDrawn(id));
  const page = drawn.slice(0, limit);
  const more = submitted.length === AUDITS_LOOKED_THROUGH ? submitted : [];
  const last = (drawn.length > limit ? page : more).at(-1);
  return { ids: page.map(({ id }) => id), after: last?.caseNumber };
}

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
