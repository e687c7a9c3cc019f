import { localDate } from './calendar.js';
import type { CaseState, Severity } from './case-state.js';
import type { Certificate } from './certificates.js';
import { applicableItems, type ChecklistItem } from './checklist.js';
import { consentedSections } from './consent.js';
import type { Facts } from './facts.js';
import { AUDIT, COMPLIANCE } from './papers.js';
import type { InputCategory } from './reference/input-categories.js';
import { answersOf } from './rules/audit.js';
import { scoreOptions } from './rules/score-options.js';
import { score } from './scoring.js';

/** What one buyer asks beside the checklist of the programme, without copying it. It never changes the programme's score. */
export interface OverlayContent {
  /** Three or four capitals: the ids of its own items begin with them. */
  readonly code: string;
  readonly items: readonly ChecklistItem[];
  /** Items of the programme that weigh more to this buyer; what would weigh less stays as it is. */
  readonly tightened: readonly {
    readonly itemId: string;
    readonly severity?: Severity;
    readonly weight?: number;
  }[];
  /** Certificates that it wants, by category, beside those of the scheme. */
  readonly certificates: Readonly<Partial<Record<InputCategory, readonly string[]>>>;
}

/** An overlay that the audit of a case answers, and what came of it; codes, ids and numbers only. */
export interface CaseOverlay {
  readonly buyerId: string;
  readonly overlayId: string;
  /** Absent before the audit was handed in. */
  readonly result?: OverlayResult;
}
export interface OverlayResult {
  readonly meets: boolean;
  /** Added or tightened items that are not conform. */
  readonly open: readonly string[];
  readonly missingCertificates: readonly string[];
  /** Total of the checklist with the overlay on it, 0 to 100, half-up to one decimal. */
  readonly total: number;
}

const RANK: readonly Severity[] = ['minor', 'major', 'critical', 'zero-tolerance'];
const graver = (a: Severity, b: Severity): Severity => (RANK.indexOf(b) > RANK.indexOf(a) ? b : a);

type Scope = Pick<CaseState, 'category' | 'profile' | 'endMarkets' | 'siteFacts'>;

/** Items that the overlay adds for a case. */
export const addedItems = (overlay: OverlayContent, scope: Scope): readonly ChecklistItem[] =>
  applicableItems(overlay.items, scope);

/**
 * The items a case is asked as the buyer weighs them. What tells of a child in danger is between the site and the
 * office (domain 0.10): no overlay touches it.
 */
function tightenedItems(items: readonly ChecklistItem[], overlay: OverlayContent) {
  const by = new Map(overlay.tightened.map((rule) => [rule.itemId, rule]));
  return items
    .filter((item) => !item.safeguarding)
    .map((item) => {
      // What is information only at this site stays that.
      const rule = item.informative ? undefined : by.get(item.id);
      const severity = graver(item.severity, rule?.severity ?? item.severity);
      const weight = Math.max(item.weight, rule?.weight ?? item.weight);
      const tightened = severity !== item.severity || weight !== item.weight;
      return { item: { ...item, severity, weight }, tightened };
    });
}

/** Items of the programme, of those a case is asked, that weigh more to the buyer. */
export const tightenedBy = (
  overlay: OverlayContent,
  asked: readonly ChecklistItem[],
): readonly ChecklistItem[] =>
  tightenedItems(asked, overlay)
    .filter(({ tightened }) => tightened)
    .map(({ item }) => item);

/** Certificates that the overlay wants and the supplier did not show, by the answers of this day. */
function missing(
  overlay: OverlayContent,
  { category }: Scope,
  certificates: readonly Certificate[],
  today: string,
) {
  const held = certificates.filter(
    ({ validFrom, validTo, scope }) => validFrom <= today && today <= validTo && scope.includes(category),
  );
  return (overlay.certificates[category] ?? []).filter((code) => !held.some(({ scheme }) => scheme === code));
}

/**
 * What the overlay comes to by the answers as they count: with what a renewal carries over, what was corrected and what a
 * report of another scheme covers.
 */
function resultOf(
  state: CaseState,
  overlay: OverlayContent,
  facts: Facts,
  { now, before }: { readonly now: string; readonly before: OverlayResult | undefined },
): OverlayResult {
  const answers = answersOf(state, facts, AUDIT);
  const options = scoreOptions(state);
  const met = (id: string): boolean =>
    ['conform', 'not-applicable'].includes(answers[id]?.value ?? '') ||
    options.verifiedClosures?.has(id) === true ||
    options.credited?.has(id) === true;
  const base = tightenedItems(applicableItems(facts.scheme.checklist.items, state), overlay);
  const added = addedItems(overlay, state);
  const judged = [...base.filter(({ tightened }) => tightened).map(({ item }) => item), ...added];
  const open = judged.filter(({ id }) => !met(id)).map(({ id }) => id);
  const papers = facts.papers[COMPLIANCE];
  const list = (papers?.['certificates'] as { certificates?: Certificate[] } | undefined)?.certificates ?? [];
  const missingCertificates = papers
    ? missing(overlay, state, list, localDate(now))
    : (before?.missingCertificates ?? []);
  const { sections, scoring } = facts.scheme.checklist;
  const items = [...base.map(({ item }) => item), ...added];
  const { total } = score(items, answers, sections, scoring, options);
  return {
    meets: open.length === 0 && missingCertificates.length === 0,
    ...{ open, missingCertificates, total },
  };
}

/** The state with what its overlays come to, when the decision relied on the answers of an audit that was handed in. */
export function withOverlayResults(state: CaseState, facts: Facts, now: string): CaseState {
  if (!state.overlays || !facts.overlays || !facts.papers[AUDIT] || state.audit.phase !== 'submitted')
    return state;
  const contents = new Map(facts.overlays.map(({ overlayId, content }) => [overlayId, content]));
  const overlays = state.overlays.map((one): CaseOverlay => {
    const content = contents.get(one.overlayId);
    return content ? { ...one, result: resultOf(state, content, facts, { now, before: one.result }) } : one;
  });
  return { ...state, overlays };
}

/** Buyers whose overlays an audit answers that begins now: the supplier lets them read what it finds. */
export const overlayBuyers = (state: CaseState, now: string): readonly string[] =>
  state.consents.filter((buyerId) => consentedSections(state, buyerId, now).includes('findings'));

export const OVERLAY_PROBLEM_CODES = [
  'id-repeated',
  'id-without-code',
  'tightened-twice',
  'nothing-tightened',
] as const;
export type OverlayProblemCode = (typeof OVERLAY_PROBLEM_CODES)[number];

export interface OverlayProblem {
  /** JSON pointer into the content. */
  readonly pointer: string;
  readonly code: OverlayProblemCode;
}

/** What in an overlay does not fit together; empty when it may be published. */
export function overlayProblems({ code, items, tightened }: OverlayContent): readonly OverlayProblem[] {
  const ids = items.map(({ id }) => id);
  const named = tightened.map(({ itemId }) => itemId);
  const ofItem = (id: string, n: number): OverlayProblemCode | undefined => {
    if (!id.startsWith(`${code}-`)) return 'id-without-code';
    return ids.indexOf(id) < n ? 'id-repeated' : undefined;
  };
  const ofRule = (rule: OverlayContent['tightened'][number], n: number): OverlayProblemCode | undefined => {
    if (named.indexOf(rule.itemId) < n) return 'tightened-twice';
    return (rule.severity ?? rule.weight) ? undefined : 'nothing-tightened';
  };
  const problems = [
    ...ids.map((id, n) => ({ pointer: `/items/${n}/id`, code: ofItem(id, n) })),
    ...tightened.map((rule, n) => ({ pointer: `/tightened/${n}`, code: ofRule(rule, n) })),
  ];
  return problems.flatMap(({ pointer, code: wrong }) => (wrong ? [{ pointer, code: wrong }] : []));
}
