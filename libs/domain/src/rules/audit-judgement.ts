import type { AuditBranch, AuditFinding, CaseState, Credit } from '../case-state.js';
import { findings, type Answers, type Checklist, type ChecklistItem } from '../checklist.js';
import { creditsOn } from '../evidence-credit.js';
import { score } from '../scoring.js';

/**
 * What reports of other schemes cover of the items that nobody answered. A credit that this audit was submitted with and
 * that ran out since stays, as ended: the item is open until somebody has looked at it, or a newer report covers it.
 */
function creditsFor(
  state: CaseState,
  items: readonly ChecklistItem[],
  answers: Answers,
  today: string,
): readonly Credit[] {
  const unanswered = (itemId: string): boolean => answers[itemId] === undefined;
  const now = creditsOn(items, state.externalReports ?? {}, today).filter((c) => unanswered(c.itemId));
  const covered = new Set(now.map(({ itemId }) => itemId));
  const before = state.audit.credits ?? [];
  const ended = before.filter(({ itemId }) => unanswered(itemId) && !covered.has(itemId));
  return [...now, ...ended.map((credit) => ({ ...credit, ended: true as const }))];
}

const openAgain = (items: readonly ChecklistItem[], credits: readonly Credit[]): readonly AuditFinding[] => {
  const ended = new Set(credits.filter((credit) => credit.ended).map(({ itemId }) => itemId));
  return items
    .filter(({ id }) => ended.has(id))
    .map(({ id, severity }) => ({ itemId: id, severity, value: 'not-verified' }));
};

/** Sections with more items out of scope than stand by themselves, and that nobody has confirmed as they are now. */
function sectionsToConfirm(
  { audit }: CaseState,
  items: readonly ChecklistItem[],
  answers: Answers,
  { sections, scoring }: Pick<Checklist, 'sections' | 'scoring'>,
  notApplicable: readonly string[],
): readonly string[] {
  const high = score(items, answers, sections, scoring).sections.filter((section) => section.naShareHigh);
  const of = (ids: readonly string[], section: string): string =>
    items
      .filter((item) => item.section === section && ids.includes(item.id))
      .map(({ id }) => id)
      .join();
  return high
    .map(({ section }) => section)
    .filter(
      (section) =>
        audit.notApplicableOpen?.includes(section) ||
        of(notApplicable, section) !== of(audit.notApplicable ?? [], section),
    );
}

/** Findings, credits, zero-tolerance alerts and what does not apply, from the answers as they count. */
export function judgeAnswers(
  state: CaseState,
  items: readonly ChecklistItem[],
  answers: Answers,
  checklist: Pick<Checklist, 'sections' | 'scoring'>,
  today: string,
): Partial<AuditBranch> {
  const credits = creditsFor(state, items, answers, today);
  const found = findings(items, answers);
  const alerts = found.filter((f) => f.severity === 'zero-tolerance' && f.value === 'nonconform');
  const known = state.audit.zeroTolerance;
  const notApplicable = items.filter(({ id }) => answers[id]?.value === 'not-applicable').map(({ id }) => id);
  const toConfirm = sectionsToConfirm(state, items, answers, checklist, notApplicable);
  return {
    findings: [...found, ...openAgain(items, credits)],
    zeroTolerance: Object.fromEntries(alerts.map(({ itemId }) => [itemId, known[itemId] ?? 'provisional'])),
    notApplicable,
    notApplicableOpen: toConfirm.length > 0 ? toConfirm : undefined,
    credits: credits.length > 0 ? credits : undefined,
  };
}
