import {
  deadlineRule,
  type DeadlineRule,
  type SchemeContent,
  type SchemeDeadlineKind,
  type Span,
  type StepKind,
  type StepRule,
} from '#domain';

export const UNITS = ['workingDays', 'days', 'hours'] as const;
export type Unit = (typeof UNITS)[number];
/** A length of time as it is typed: a number and its unit. */
export interface Length {
  readonly count: number;
  readonly unit: Unit;
}
export const PLACES_OF_STEPS = ['before-due', 'after-due', 'after-start'] as const;
export type PlaceOfStep = (typeof PLACES_OF_STEPS)[number];
export interface StepDraft extends Length {
  readonly step: StepKind;
  readonly place: PlaceOfStep;
}
export interface DeadlineDraft {
  readonly within: Length;
  readonly extendableDays: number | undefined;
  readonly steps: readonly StepDraft[];
}

export function lengthOf(span: Span): Length {
  const unit = UNITS.find((one) => span[one] !== undefined) ?? 'days';
  return { unit, count: span[unit] ?? 0 };
}
export function stepOf(rule: StepRule): StepDraft {
  const { unit, count } = lengthOf(rule);
  const place = rule.from === 'start' ? 'after-start' : count < 0 ? 'before-due' : 'after-due';
  return { step: rule.step, place, unit, count: Math.abs(count) };
}
/** What must stay in a deadline: the case waits for it. */
export const isEnd = ({ step }: Pick<StepRule, 'step'>): boolean => step === 'expire' || step === 'retry';

/** A deadline of a version as somebody writes it. */
export function deadlineDraft(content: SchemeContent, kind: SchemeDeadlineKind): DeadlineDraft {
  const { within, steps, extendableDays } = deadlineRule(content, kind);
  return { within: lengthOf(within), extendableDays, steps: steps.map(stepOf) };
}

/** A length that was typed with a sign is none: what it is counted from is said beside it. */
const spanOf = ({ unit, count }: Length, sign: 1 | -1 = 1): Span => ({
  [unit]: count < 0 ? NaN : count === 0 ? 0 : sign * count,
});
const ruleOfStep = (draft: StepDraft): StepRule => ({
  step: draft.step,
  from: draft.place === 'after-start' ? 'start' : 'due',
  ...spanOf(draft, draft.place === 'before-due' ? -1 : 1),
});

export function withDeadline(
  content: SchemeContent,
  kind: SchemeDeadlineKind,
  { within, extendableDays, steps }: DeadlineDraft,
): SchemeContent {
  const { fixedEnd } = deadlineRule(content, kind);
  const rule: DeadlineRule = {
    within: spanOf(within),
    steps: steps.map(ruleOfStep),
    ...(extendableDays !== undefined && { extendableDays }),
    ...(fixedEnd && { fixedEnd }),
  };
  return { ...content, deadlines: { ...content.deadlines, [kind]: rule } };
}
