import { localDate } from '../calendar.js';
import type { CaseState, ExternalReport } from '../case-state.js';
import type { Decision } from '../decision.js';
import { reportOf, unusableReports, type ReportEntry } from '../evidence-credit.js';
import { paperOf, type Facts } from '../facts.js';
import { COMPLIANCE, EXTERNAL_REPORTS } from '../papers.js';

/** What the supplier wrote of reports of other schemes. */
export const reportEntries = (facts: Facts): readonly ReportEntry[] =>
  ((paperOf(facts, COMPLIANCE)[EXTERNAL_REPORTS] as { reports?: readonly ReportEntry[] } | undefined) ?? {})
    .reports ?? [];

/** Ids of new entries that are no evidence in this case. */
export const unusable = (state: CaseState, facts: Facts, now: string): readonly string[] =>
  unusableReports(newEntries(state, facts, ['submitted', 'refused']), state.siteId, localDate(now));

/** Entries that the case does not know yet, or knows in one of these phases. */
export const newEntries = (
  { externalReports = {} }: CaseState,
  facts: Facts,
  again: readonly ExternalReport['phase'][],
): readonly ReportEntry[] =>
  reportEntries(facts).filter(({ id }) => {
    const known = externalReports[id];
    return !known || again.includes(known.phase);
  });

/** Whether the entry is still what was handed in. */
export const isUnchanged = (facts: Facts, id: string, report: ExternalReport): boolean => {
  const entry = reportEntries(facts).find((one) => one.id === id);
  if (!entry) return false;
  const { scheme, reportedOn, openCriticals } = reportOf(entry);
  const same = scheme === report.scheme && reportedOn === report.reportedOn;
  return same && openCriticals.join() === report.openCriticals.join();
};

/** Take what was handed in into the case, and ask an officer to verify each at its source. */
export function takeReports(d: Decision, again: readonly ExternalReport['phase'][]): readonly string[] {
  const entries = newEntries(d.state, d.facts, again);
  const known = d.state.externalReports ?? {};
  // One that was handed in and then taken out again needs nobody's eyes.
  const kept = Object.entries(known).filter(
    ([id, { phase }]) => phase !== 'submitted' || entries.some((entry) => entry.id === id),
  );
  for (const id of Object.keys(known)) if (!kept.some(([key]) => key === id)) d.stop('external-report', id);
  if (entries.length + Object.keys(known).length === 0) return [];
  const forSupplier = d.actor.kind === 'person' && d.actor.organisationId !== d.state.supplierId;
  const taken = entries.map(
    (entry) => [entry.id, { ...reportOf(entry), ...(forSupplier && { enteredBy: d.hand }) }] as const,
  );
  d.change({ externalReports: Object.fromEntries([...kept, ...taken]) });
  for (const { id } of entries) {
    const running = d.state.deadlines.some((x) => x.kind === 'external-report' && x.subject === id);
    if (!running) d.start('external-report', id);
  }
  return entries.map(({ id }) => id);
}
