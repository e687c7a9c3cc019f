import type { ChecklistSection, ScoringRules } from './checklist.js';
import { compare, fraction, halfUp, weightedMean, type Fraction } from './scoring-fractions.js';
import type { Severity } from './case-state.js';
import type { JudgedItem, LossReason } from './scoring-items.js';

export interface SectionScore {
  readonly section: string;
  /** Half-up to one decimal, 0 to 100; absent when nothing in it is applicable. */
  readonly score?: number;
  readonly belowFloor: boolean;
  readonly items: number;
  readonly notApplicable: number;
  /** More not-applicable answers than stand without a reviewer's confirmation. */
  readonly naShareHigh: boolean;
}

/** Why points are missing: one row per item that is not conform. */
export interface LostPoints {
  readonly itemId: string;
  readonly section: string;
  readonly severity: Severity;
  readonly weight: number;
  readonly value: 'partial' | 'nonconform' | 'not-verified';
  /** Points of the total that the item is worth, half-up to two decimals. */
  readonly worth: number;
  /** Points of the total that are missing, half-up to two decimals. */
  readonly lost: number;
  readonly reason: LossReason;
  readonly restoredBy: Restoration;
}

/** What brings missing points back. */
export type Restoration =
  | 'corrective-action'
  | 'follow-up-visit'
  | 'answer'
  | 'external-report-or-visit'
  | 'second-reviewer'
  | 'appeal';

const RESTORED_BY: Readonly<Record<LossReason, Restoration>> = {
  'partly-met': 'corrective-action',
  'not-met': 'corrective-action',
  'not-verified': 'follow-up-visit',
  'not-answered': 'answer',
  'credit-ended': 'external-report-or-visit',
  'zero-tolerance-provisional': 'second-reviewer',
  'zero-tolerance-confirmed': 'appeal',
};

export interface JudgedSection {
  readonly section: ChecklistSection;
  readonly items: readonly JudgedItem[];
  readonly applicable: readonly JudgedItem[];
  /** 0 to 100, exact. */
  readonly score?: Fraction;
}

const weightOf = (items: readonly JudgedItem[]): number => items.reduce((sum, j) => sum + j.item.weight, 0);

export const judgeSection = (section: ChecklistSection, judged: readonly JudgedItem[]): JudgedSection => {
  const items = judged.filter(({ item }) => item.section === section.code);
  const applicable = items.filter(({ value }) => value !== 'not-applicable');
  const score = weightedMean(
    applicable.map((j) => ({ weight: j.item.weight, value: fraction(100 * j.points) })),
  );
  return { section, items, applicable, ...(score && { score }) };
};

export const sectionScore = (
  { section, items, applicable, score }: JudgedSection,
  rules: ScoringRules,
): SectionScore => {
  const floor = rules.sectionFloors[section.code];
  const notApplicable = items.length - applicable.length;
  return {
    section: section.code,
    ...(score && { score: halfUp(score, 1) }),
    belowFloor: score !== undefined && floor !== undefined && compare(score, fraction(floor)) < 0,
    items: items.length,
    notApplicable,
    naShareHigh:
      items.length > 0 &&
      compare(fraction(notApplicable, items.length), fraction(rules.maxNotApplicableShare)) > 0,
  };
};

/** Weighted mean of the sections that have something applicable; 0 when none has. */
export const totalOf = (sections: readonly JudgedSection[]): Fraction =>
  weightedMean(
    sections.flatMap(({ section, score }) => (score ? [{ weight: section.weight, value: score }] : [])),
  ) ?? fraction(0);

export const lostPoints = (sections: readonly JudgedSection[]): readonly LostPoints[] => {
  const scored = sections.filter((s) => s.score !== undefined);
  const sectionWeights = scored.reduce((sum, s) => sum + s.section.weight, 0);
  return scored.flatMap(({ section, applicable }) =>
    applicable.flatMap(({ item, value, points, reason }): LostPoints[] => {
      if (value === 'conform' || value === 'not-applicable' || !reason) return [];
      const { id, severity, weight } = item;
      const share = (part: number): number =>
        halfUp(fraction(100 * part * weight * section.weight, weightOf(applicable) * sectionWeights), 2);
      const inTotal = { worth: share(1), lost: share(1 - points) };
      const why = { reason, restoredBy: RESTORED_BY[reason] };
      return [{ itemId: id, section: section.code, severity, weight, value, ...inTotal, ...why }];
    }),
  );
};
