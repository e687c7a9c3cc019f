import type { AuditFinding, Grade, Severity } from './case-state.js';
import { holds, type Condition, type ConditionScope } from './conditions.js';
import type { InputCategory } from './reference/input-categories.js';

/** Languages of a checklist beside English, which is the wording that counts. */
export const TEXT_LANGUAGES = ['km', 'zh'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** The words of an item in another language: a draft until a person who speaks it has reviewed them. */
export interface ItemText {
  readonly question: string;
  readonly guidance: string;
  readonly evidence: readonly string[];
  readonly status: 'draft' | 'reviewed';
  /** Id of the person who reviewed it, and the local date. */
  readonly reviewedBy?: string;
  readonly reviewedOn?: string;
}

/** The first rule that holds wins. `information`: asked, and neither scored nor a finding. */
export type SeverityRule =
  | { readonly endMarketsWithout: string; readonly severity: Severity }
  | { readonly when: Condition; readonly severity: Severity | 'information' };

/** One question of a checklist. Plain data: a published scheme stores it as it stands. */
export interface ChecklistItem {
  readonly id: string;
  /** Code of its section. */
  readonly section: string;
  readonly severity: Severity;
  /** Another severity for some sites and goods. */
  readonly severityWhen?: readonly SeverityRule[];
  /** Sites that it is asked at; where the application does not say, it is asked. */
  readonly askedWhen?: Condition;
  /** Further evidence that some sites must have. */
  readonly evidenceWhen?: readonly { readonly when: Condition; readonly evidence: string }[];
  /** Set on an item as a case is asked it: for information only. */
  readonly informative?: true;
  readonly weight: number;
  readonly coreProfile: boolean;
  readonly categories: readonly InputCategory[];
  /** Who is in danger when it is nonconform: that comes before every verdict. */
  readonly safeguarding?: 'child';
  /** Only the site visit can tell: the item is asked, and answered not-applicable where this does not hold. */
  readonly appliesWhen?: 'workers-8-or-more' | 'certified-content-claims';
  readonly appliesNote?: string;
  readonly question: string;
  readonly guidance: string;
  readonly evidence: readonly string[];
  readonly references: readonly string[];
  readonly texts?: Readonly<Partial<Record<TextLanguage, ItemText>>>;
}

export interface ChecklistSection {
  readonly code: string;
  readonly title: string;
  /** Share of the total, in any unit: only proportions count. */
  readonly weight: number;
}

export interface GradeRule {
  readonly grade: Grade;
  /** Lowest total, 0 to 100, unrounded. */
  readonly min: number;
  readonly maxMajorOpen?: number;
  readonly maxCriticalOpen?: number;
}

/** How answers become a grade (domain paper 3.1). */
export interface ScoringRules {
  readonly values: Readonly<Record<Exclude<AnswerValue, 'not-applicable'>, number>>;
  /** Best grade first; the last one has no limits. */
  readonly grades: readonly GradeRule[];
  /** More open criticals than this fail the audit. */
  readonly maxOpenCritical: number;
  /** The best grade an audit can have with an open critical, a section below its floor or a gap to follow up. */
  readonly limitedGrade: Grade;
  readonly sectionFloors: Readonly<Record<string, number>>;
  /** Share of a section's items above which a reviewer must confirm the not-applicable answers. */
  readonly maxNotApplicableShare: number;
  readonly capDeadlineDays: Readonly<Record<Exclude<Severity, 'zero-tolerance'>, number>>;
}

export interface Checklist {
  readonly version: string;
  readonly sections: readonly ChecklistSection[];
  readonly items: readonly ChecklistItem[];
  readonly scoring: ScoringRules;
}

export type AnswerValue = 'conform' | 'partial' | 'nonconform' | 'not-verified' | 'not-applicable';
/** What the auditor recorded, without its words: the rules need to know that a reason and evidence exist. */
export interface Answer {
  readonly value: AnswerValue;
  readonly reasonGiven: boolean;
  readonly evidenceCount: number;
  /** Characters of the note. */
  readonly noteLength: number;
}
export type Answers = Readonly<Record<string, Answer>>;

export type AnswerProblem =
  | 'partial-not-allowed'
  | 'not-applicable-needs-reason'
  | 'not-verified-needs-reason'
  | 'finding-needs-evidence-or-note';

const MIN_NOTE = 40;
/** Zero-tolerance and critical items: no half answers, and a gap must be explained and followed up. */
export const isGrave = (item: Pick<ChecklistItem, 'severity'>): boolean =>
  item.severity === 'zero-tolerance' || item.severity === 'critical';

/** The same rule in one form; versions of before there were conditions have the other. */
const conditionOf = (rule: SeverityRule): Condition =>
  'when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout };

/** End markets that a severity hangs on. */
export function marketsOf(rule: SeverityRule): readonly string[] {
  const { endMarkets = [], endMarketsWithout } = conditionOf(rule);
  return [...endMarkets, ...(endMarketsWithout ? [endMarketsWithout] : [])];
}

/** One item as a case is asked it. */
function askedAs(item: ChecklistItem, scope: ConditionScope): ChecklistItem {
  const rule = item.severityWhen?.find((r) => holds(conditionOf(r), scope, false));
  const more = (item.evidenceWhen ?? []).filter(({ when }) => holds(when, scope, true));
  const asked = { ...item, evidence: [...item.evidence, ...more.map(({ evidence }) => evidence)] };
  if (rule?.severity === 'information') return { ...asked, severity: 'minor', weight: 0, informative: true };
  return { ...asked, severity: rule?.severity ?? item.severity };
}

/**
 * The part of a checklist that a case is asked, with the severity each item has there: TR-03 is zero-tolerance for goods
 * bound for the US (UFLPA, PL 117-78) and critical otherwise; the minimum wage (SL-05) is law in some sectors only.
 */
export function applicableItems(
  items: readonly ChecklistItem[],
  scope: ConditionScope & { readonly profile: 'core' | 'full' },
): readonly ChecklistItem[] {
  return items
    .filter((item) => item.categories.includes(scope.category))
    .filter((item) => scope.profile === 'full' || item.coreProfile)
    .filter((item) => !item.askedWhen || holds(item.askedWhen, scope, true))
    .map((item) => askedAs(item, scope));
}

/** The words of an item in a language, in English where it has none; `draft` until a person reviewed them. */
export function wordsOf(
  item: ChecklistItem,
  language: TextLanguage | 'en',
): Pick<ItemText, 'question' | 'guidance' | 'evidence'> & {
  readonly language: TextLanguage | 'en';
  readonly draft: boolean;
} {
  const text = language === 'en' ? undefined : item.texts?.[language];
  const { question, guidance, evidence } = text ?? item;
  return {
    ...{ question, guidance, language: text ? language : 'en' },
    // What only some sites must have is told in English as long as nobody has put it into other words.
    evidence: text ? [...evidence, ...item.evidence.slice(text.evidence.length)] : evidence,
    draft: text?.status === 'draft',
  };
}

/** What keeps one answer from being submitted; empty when nothing does. */
export function answerProblems(
  item: Pick<ChecklistItem, 'severity'>,
  answer: Answer,
): readonly AnswerProblem[] {
  const { value, reasonGiven } = answer;
  const grave = isGrave(item);
  const problems: AnswerProblem[] = [];
  if (value === 'partial' && grave) problems.push('partial-not-allowed');
  if (value === 'not-applicable' && !reasonGiven) problems.push('not-applicable-needs-reason');
  if (value === 'not-verified' && grave && !reasonGiven) problems.push('not-verified-needs-reason');
  const finding = value === 'partial' || value === 'nonconform';
  if (finding && answer.evidenceCount < 1 && answer.noteLength < MIN_NOTE) {
    problems.push('finding-needs-evidence-or-note');
  }
  return problems;
}

/** Ids of the items without an answer or with one that breaks a rule, in checklist order. */
export function submissionGaps(items: readonly ChecklistItem[], answers: Answers): readonly string[] {
  return items
    .filter((item) => {
      const answer = answers[item.id];
      return !answer || answerProblems(item, answer).length > 0;
    })
    .map((item) => item.id);
}

/** The judged answers: whatever is not conform and not out of scope, with the severity of its item. */
export function findings(items: readonly ChecklistItem[], answers: Answers): readonly AuditFinding[] {
  return items.flatMap((item): AuditFinding[] => {
    const value = item.informative ? undefined : answers[item.id]?.value;
    const judged = value === 'partial' || value === 'nonconform' || value === 'not-verified';
    return judged ? [{ itemId: item.id, severity: item.severity, value }] : [];
  });
}
