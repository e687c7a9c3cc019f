import type { AuditVisitView } from '#contracts';
import type { VisitRow } from '#persistence';

const named = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

export const auditVisitView = (row: VisitRow): AuditVisitView => {
  const { qualificationId, caseNumber, category, phase, on, week, proposedDates } = row;
  const { siteId, siteName, province, latitude, longitude } = row;
  return {
    ...{ qualificationId, caseNumber, category },
    supplier: { id: row.supplierId, name: row.supplierName },
    site: { id: siteId, name: siteName, province, latitude, longitude },
    auditor: named(row.auditorId, row.auditorName),
    firm: named(row.firmId, row.firmName),
    ...{ phase, on, week, proposedDates: [...proposedDates] },
  };
};
