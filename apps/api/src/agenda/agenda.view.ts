import type { Person } from '#domain';
import type { AuditToDoRow } from '#persistence';
import { summaryOf } from '../qualifications/qualifications.view.js';

/** One audit as its auditor plans it. */
export function auditSummary(row: AuditToDoRow, actor: Person) {
  const { audit, surveillance } = row.state;
  const summary = summaryOf(row, actor);
  const { siteName: name, address, province, latitude, longitude, language } = row;
  const visits = Object.entries(surveillance?.visits ?? {}).filter(([, { phase }]) => phase === 'assigned');
  return {
    ...summary,
    site: { id: summary.site.id, name, address, province, latitude, longitude },
    phase: audit.phase,
    visitDate: audit.visitDate ?? null,
    proposedDates: audit.proposedDates,
    visits: visits.map(([visit]) => visit),
    language,
  };
}
export type AuditToDo = ReturnType<typeof auditSummary>;
