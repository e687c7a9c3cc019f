import { isGrave, type ChecklistItem, type SeverityRule } from './checklist.js';
import type { DeadlineRule, Span } from './deadlines.js';
import type { SchemeContent } from './scheme.js';

/** What keeps a version from being submitted, though each field is well formed. */
export const SCHEME_PROBLEM_CODES = [
  'id-repeated',
  'section-unknown',
  'section-empty',
  'section-without-weight',
  'weight-missing',
  'grave-not-in-core-profile',
  'condition-empty',
  'severity-unchanged',
  'rule-never-reached',
  'evidence-count-differs',
  'floor-of-unknown-section',
  'grades-not-in-order',
  'last-grade-has-limits',
  'grade-unknown',
  'values-not-in-order',
  'validity-not-in-order',
  'units-mixed',
  'lead-longer-than-wait',
  'several-ends',
  'check-repeated',
] as const;
export type SchemeProblemCode = (typeof SCHEME_PROBLEM_CODES)[number];
export interface SchemeProblem {
  /** JSON pointer into the content: `/checklist/items/3/section`. */
  readonly pointer: string;
  readonly code: SchemeProblemCode;
}

type Found = readonly SchemeProblem[];
const problem = (pointer: string, code: SchemeProblemCode): SchemeProblem => ({ pointer, code });
const when = (wrong: boolean, pointer: string, code: SchemeProblemCode): Found =>
  wrong ? [problem(pointer, code)] : [];

const repeated = (values: readonly string[], at: (n: number) => string): Found =>
  values.flatMap((value, n) => when(values.indexOf(value) < n, at(n), 'id-repeated'));

const conditionOf = (rule: SeverityRule): string =>
  JSON.stringify('when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout });

function rulesOf(item: ChecklistItem, at: string): Found {
  const rules = item.severityWhen ?? [];
  const conditions = rules.map(conditionOf);
  return [
    ...rules.flatMap((rule, n) => [
      ...when(conditions[n] === '{}', `${at}/severityWhen/${n}`, 'condition-empty'),
      ...when(conditions.indexOf(conditions[n] ?? '') < n, `${at}/severityWhen/${n}`, 'rule-never-reached'),
      // What the item is anyway needs no rule, unless it keeps a later rule from its sites.
      ...when(
        n === rules.length - 1 && rule.severity === item.severity,
        `${at}/severityWhen/${n}/severity`,
        'severity-unchanged',
      ),
    ]),
    ...when(
      item.askedWhen !== undefined && JSON.stringify(item.askedWhen) === '{}',
      `${at}/askedWhen`,
      'condition-empty',
    ),
    ...(item.evidenceWhen ?? []).flatMap((more, n) =>
      when(JSON.stringify(more.when) === '{}', `${at}/evidenceWhen/${n}/when`, 'condition-empty'),
    ),
  ];
}

function itemProblems({ checklist: { items, sections } }: SchemeContent): Found {
  const codes = sections.map(({ code }) => code);
  return items.flatMap((item, n) => {
    const at = `/checklist/items/${n}`;
    const texts = Object.entries(item.texts ?? {});
    return [
      ...when(!codes.includes(item.section), `${at}/section`, 'section-unknown'),
      ...when(item.weight <= 0, `${at}/weight`, 'weight-missing'),
      ...when(isGrave(item) && !item.coreProfile, `${at}/coreProfile`, 'grave-not-in-core-profile'),
      ...rulesOf(item, at),
      ...texts.flatMap(([language, text]) =>
        when(
          text.evidence.length !== item.evidence.length,
          `${at}/texts/${language}/evidence`,
          'evidence-count-differs',
        ),
      ),
    ];
  });
}

function sectionProblems({ checklist: { items, sections } }: SchemeContent): Found {
  return sections.flatMap(({ code, weight }, n) => [
    ...when(!items.some((item) => item.section === code), `/checklist/sections/${n}/code`, 'section-empty'),
    ...when(weight <= 0, `/checklist/sections/${n}/weight`, 'section-without-weight'),
  ]);
}

function scoringProblems({ checklist: { scoring, sections } }: SchemeContent): Found {
  const { grades, values, sectionFloors } = scoring;
  const at = '/checklist/scoring';
  const last = grades[grades.length - 1];
  return [
    ...Object.keys(sectionFloors).flatMap((code) =>
      when(
        !sections.some((section) => section.code === code),
        `${at}/sectionFloors/${code}`,
        'floor-of-unknown-section',
      ),
    ),
    ...grades.flatMap((rule, n) => {
      const better = grades[n - 1];
      const wrong = better !== undefined && (better.grade >= rule.grade || better.min <= rule.min);
      return when(wrong, `${at}/grades/${n}`, 'grades-not-in-order');
    }),
    ...when(
      last !== undefined &&
        (last.min > 0 || last.maxMajorOpen !== undefined || last.maxCriticalOpen !== undefined),
      `${at}/grades/${grades.length - 1}`,
      'last-grade-has-limits',
    ),
    ...when(
      !grades.some(({ grade }) => grade === scoring.limitedGrade),
      `${at}/limitedGrade`,
      'grade-unknown',
    ),
    ...when(
      !(
        values.conform > values.partial &&
        values.partial >= values.nonconform &&
        values.partial >= values['not-verified']
      ),
      `${at}/values`,
      'values-not-in-order',
    ),
  ];
}

/** Grades with which a supplier may be qualified, best first. */
export const GRADES_WITH_VALIDITY = ['A', 'B', 'C', 'D'] as const;
const validityProblems = ({ validityMonths }: SchemeContent): Found =>
  GRADES_WITH_VALIDITY.flatMap((grade, n) => {
    const better = GRADES_WITH_VALIDITY[n - 1];
    const longer = better !== undefined && validityMonths[grade] > validityMonths[better];
    return when(longer, `/validityMonths/${grade}`, 'validity-not-in-order');
  });

const units = ({ days, workingDays, hours }: Span): number =>
  [days, workingDays, hours].filter((unit) => unit !== undefined).length;

function deadlineProblems(rule: DeadlineRule, at: string): Found {
  const { within, steps } = rule;
  return [
    ...when(units(within) !== 1, `${at}/within`, 'units-mixed'),
    ...steps.flatMap((step, n) => {
      const wait = within.days ?? 0;
      const early = step.step === 'remind' && step.from === 'due' && wait > 0 && -(step.days ?? 0) >= wait;
      return [
        ...when(units(step) !== 1, `${at}/steps/${n}`, 'units-mixed'),
        ...when(early, `${at}/steps/${n}/days`, 'lead-longer-than-wait'),
      ];
    }),
    ...when(steps.filter(({ step }) => step === 'expire').length > 1, `${at}/steps`, 'several-ends'),
  ];
}

/**
 * What in a scheme does not fit together; empty when it may go to review. That each field is well formed is judged
 * before, by its contract.
 */
export function schemeProblems(content: SchemeContent): Found {
  const { checklist, complianceChecks = {}, deadlines } = content;
  return [
    ...repeated(
      checklist.sections.map(({ code }) => code),
      (n) => `/checklist/sections/${n}/code`,
    ),
    ...repeated(
      checklist.items.map(({ id }) => id),
      (n) => `/checklist/items/${n}/id`,
    ),
    ...sectionProblems(content),
    ...itemProblems(content),
    ...scoringProblems(content),
    ...validityProblems(content),
    ...Object.entries(complianceChecks).flatMap(([category, kinds]) =>
      kinds.flatMap((kind, n) =>
        when(kinds.indexOf(kind) < n, `/complianceChecks/${category}/${n}`, 'check-repeated'),
      ),
    ),
    ...Object.entries(deadlines).flatMap(([kind, rule]) =>
      rule ? deadlineProblems(rule, `/deadlines/${kind}`) : [],
    ),
  ];
}
