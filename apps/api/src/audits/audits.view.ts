import {
  addedItems,
  auditPlan,
  creditsOn,
  EVIDENCE_CREDIT,
  itemsOf,
  localDate,
  MINUTES,
  wordsOf,
  type CaseState,
  type ChecklistItem,
  type Credit,
  type OverlayContent,
  type TextLanguage,
} from '#domain';
import type { AuditSubmissionRow, CaseDetail } from '#persistence';

/** An item of the checklist, with what stands in for its answer. */
export function withCredit<I extends Pick<ChecklistItem, 'id'>>(item: I, credits: readonly Credit[]) {
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
    reports: Object.entries(state.externalReports ?? {}).map(
      ([id, { scheme, reportedOn, openCriticals, phase }]) => ({
        ...{ id, scheme, reportedOn, openCriticals, phase },
      }),
    ),
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

interface Asked {
  readonly asked: readonly ChecklistItem[];
  readonly overlays: readonly { readonly id: string; readonly content: OverlayContent }[];
  readonly language: TextLanguage | 'en';
}

/** An item with its words in one language; words in other languages stay away. */
export const itemView = (item: ChecklistItem, language: TextLanguage | 'en') => ({
  ...item,
  ...{ texts: undefined, evidenceWhen: undefined },
  ...wordsOf(item, language),
  informative: item.informative === true,
});

/** The items of a case, and those that overlays add, marked by the buyer that asks them. */
export function checklistView(state: CaseState, { asked, overlays, language }: Asked) {
  const view = (overlayOf: string | null) => (item: ChecklistItem) => ({
    ...itemView(item, language),
    overlayOf,
  });
  const added = (state.overlays ?? []).flatMap(({ overlayId, buyerId }) => {
    const overlay = overlays.find(({ id }) => id === overlayId);
    return overlay ? addedItems(overlay.content, state).map(view(buyerId)) : [];
  });
  return [...asked.map(view(null)), ...added];
}

export const submissionView = ({ occurredAt, recordedAt, ...receipt }: AuditSubmissionRow) => ({
  ...receipt,
  submittedAt: occurredAt.toISOString(),
  recordedAt: recordedAt.toISOString(),
});
