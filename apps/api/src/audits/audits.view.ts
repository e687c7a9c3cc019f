import {
  auditPlan,
  creditsOn,
  EVIDENCE_CREDIT,
  itemsOf,
  localDate,
  MINUTES,
  type ChecklistItem,
  type Credit,
} from '#domain';
import type { CaseDetail } from '#persistence';

/** An item of the checklist, with what stands in for its answer. */
export function withCredit(item: ChecklistItem, credits: readonly Credit[]) {
  const credit = credits.find(({ itemId }) => itemId === item.id);
  if (!credit) return item;
  const { scheme, reportId, from, until } = credit;
  return { ...item, credited: { scheme, reportId, from, until } };
}

const isCount = (value: unknown): value is number => typeof value === 'number';

/** What an audit would have to do today, by the reports that an officer has confirmed and the head-count as declared. */
export function planView({ state, facts }: CaseDetail, profile: Readonly<Record<string, unknown>>) {
  const { workers, womenWorkers } = profile;
  const credits = creditsOn(itemsOf(state, facts), state.externalReports ?? {}, localDate(state.caseTime));
  const counted = isCount(workers) && isCount(womenWorkers) && womenWorkers <= workers;
  const plan = auditPlan(itemsOf(state, facts), credits, counted ? { workers, womenWorkers } : undefined);
  const { version, source, status } = MINUTES;
  return {
    ...plan,
    samples: plan.samples ?? null,
    effort: plan.effort ?? null,
    reports: Object.entries(state.externalReports ?? {}).map(([id, report]) => ({ id, ...report })),
    sources: {
      mapping: {
        version: EVIDENCE_CREDIT.version,
        source: EVIDENCE_CREDIT.source,
        status: EVIDENCE_CREDIT.status,
      },
      minutes: { version, source, status },
    },
  };
}
