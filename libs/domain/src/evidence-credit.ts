import { addMonths, endOfLocalDay, localDate } from './calendar.js';
import type { Credit, ExternalReport } from './case-state.js';
import type { ChecklistItem } from './checklist.js';
import { EVIDENCE_CREDIT, type CreditRow, type ExternalScheme } from './reference/evidence-credit.js';

/** A report of another scheme as the supplier wrote it into its section. Dates are local dates. */
export interface ReportEntry {
  /** A code of this entry; it stays when the rest is corrected. */
  readonly id: string;
  readonly scheme: ExternalScheme;
  readonly number: string;
  readonly reportedOn: string;
  readonly issuer: string;
  /** The site it is about, when the supplier has several. */
  readonly siteId?: string | undefined;
  readonly scope?: string | undefined;
  readonly documentId?: string | undefined;
  /** Sections of the checklist in which it left a critical finding open; none when it left none. */
  readonly openCriticals?: readonly string[] | undefined;
}

/** The last local date on which a report of this date counts for so many months. */
const creditUntil = (reportedOn: string, months: number): string =>
  localDate(addMonths(endOfLocalDay(reportedOn), months));

const covers = (row: CreditRow, item: ChecklistItem, report: ExternalReport): boolean =>
  row.scheme === report.scheme && row.items.includes(item.id) && !report.openCriticals.includes(item.section);

/**
 * The items that confirmed reports cover on a date, each by the report that lasts longest. A zero-tolerance item is
 * never covered, whatever the table says.
 * @param items the items that the case is asked, with their severity for its end markets
 * @param on local date
 */
export function creditsOn(
  items: readonly ChecklistItem[],
  reports: Readonly<Record<string, ExternalReport>>,
  on: string,
  rows: readonly CreditRow[] = EVIDENCE_CREDIT.rows,
): readonly Credit[] {
  const confirmed = Object.entries(reports).filter(([, { phase }]) => phase === 'confirmed');
  const of = (item: ChecklistItem): readonly Credit[] =>
    confirmed.flatMap(([reportId, report]) =>
      rows
        .filter((row) => covers(row, item, report))
        .map(({ months, scheme }) => ({
          ...{ itemId: item.id, reportId, scheme, from: report.reportedOn },
          until: creditUntil(report.reportedOn, months),
        })),
    );
  return items.flatMap((item): readonly Credit[] => {
    if (item.severity === 'zero-tolerance') return [];
    const inForce = of(item).filter(({ from, until }) => from <= on && on <= until);
    return inForce.toSorted((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0)).slice(0, 1);
  });
}

/** Ids of the entries that are no evidence here: of another site, or dated in the future. */
export const unusableReports = (
  entries: readonly ReportEntry[],
  siteId: string,
  today: string,
): readonly string[] =>
  entries
    .filter((entry) => (entry.siteId !== undefined && entry.siteId !== siteId) || entry.reportedOn > today)
    .map(({ id }) => id);

/** What of an entry the case keeps: no words, no names. */
export const reportOf = ({ scheme, reportedOn, openCriticals = [] }: ReportEntry): ExternalReport => ({
  ...{ scheme, reportedOn, openCriticals },
  phase: 'submitted',
});
