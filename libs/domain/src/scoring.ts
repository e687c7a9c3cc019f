import type { AuditScore, Grade } from './case-state.js';
import type { Answers, ChecklistItem, ChecklistSection, GradeRule, ScoringRules } from './checklist.js';
import { compare, fraction, halfUp, type Fraction } from './scoring-fractions.js';
import { judgeItems, openFindings, type OpenFindings, type ScoreOptions } from './scoring-items.js';
import {
  judgeSection,
  lostPoints,
  sectionScore,
  totalOf,
  type LostPoints,
  type SectionScore,
} from './scoring-sections.js';

/** What keeps the grade below the one that the total alone would give. */
export type GradeLimit =
  | 'zero-tolerance-confirmed'
  | 'too-many-open-criticals'
  | 'open-criticals'
  | 'not-verified'
  | 'section-below-floor'
  | 'too-many-open-majors';

export interface Score extends AuditScore {
  /** The total that the grade is computed on, to six decimals. */
  readonly unrounded: number;
  readonly sections: readonly SectionScore[];
  readonly lost: readonly LostPoints[];
  readonly limits: readonly GradeLimit[];
  /** Nonconform critical items, zero-tolerance findings not confirmed, and the extra criticals. */
  readonly openCriticals: number;
  /** Major items that are not conform. */
  readonly openMajors: number;
  readonly confirmedZeroTolerance: readonly string[];
  readonly provisionalZeroTolerance: readonly string[];
  /** Zero-tolerance and critical items that were not verified: a follow-up visit is due. */
  readonly followUp: readonly string[];
  /** Items that count as conform by the report of another scheme. */
  readonly credited: readonly string[];
}

const reaches = (total: Fraction, row: GradeRule): boolean => compare(total, fraction(row.min)) >= 0;

/** Rules 1 to 4 of the paper's order, and the majors of rule 5, as codes. */
function limitsOf(
  total: Fraction,
  open: OpenFindings,
  sections: readonly SectionScore[],
  rules: ScoringRules,
): readonly GradeLimit[] {
  const { openCriticals } = open;
  const byTotal = rules.grades.find((row) => reaches(total, row));
  const holds: Readonly<Record<GradeLimit, boolean>> = {
    'zero-tolerance-confirmed': open.confirmedZeroTolerance.length > 0,
    'too-many-open-criticals': openCriticals > rules.maxOpenCritical,
    'open-criticals': openCriticals > 0 && openCriticals <= rules.maxOpenCritical,
    'not-verified': open.followUp.length > 0,
    'section-below-floor': sections.some((section) => section.belowFloor),
    'too-many-open-majors': open.openMajors > (byTotal?.maxMajorOpen ?? Infinity),
  };
  return (Object.keys(holds) as GradeLimit[]).filter((limit) => holds[limit]);
}

const FAILING: readonly GradeLimit[] = ['zero-tolerance-confirmed', 'too-many-open-criticals'];
const LIMITING: readonly GradeLimit[] = ['open-criticals', 'not-verified', 'section-below-floor'];

/** Index of the grade: the first row, from the best one the limits leave, whose conditions all hold. */
function gradeIndex(
  total: Fraction,
  open: OpenFindings,
  limits: readonly GradeLimit[],
  rules: ScoringRules,
): number {
  const last = rules.grades.length - 1;
  if (limits.some((limit) => FAILING.includes(limit))) return last;
  const limited = limits.some((limit) => LIMITING.includes(limit));
  const best = limited ? rules.grades.findIndex((row) => row.grade === rules.limitedGrade) : 0;
  const index = rules.grades.findIndex(
    (row, i) =>
      i >= best &&
      reaches(total, row) &&
      open.openMajors <= (row.maxMajorOpen ?? Infinity) &&
      open.openCriticals <= (row.maxCriticalOpen ?? Infinity),
  );
  return index < 0 ? last : index;
}

const outcomeOf = (index: number, rules: ScoringRules): AuditScore['outcome'] => {
  const limited = rules.grades.findIndex((row) => row.grade === rules.limitedGrade);
  return index < limited ? 'pass' : index === limited ? 'conditional' : 'fail';
};

/**
 * Grade an audit (domain paper 3.1). Order of rules: a confirmed zero-tolerance finding or more than three open
 * criticals fail; one to three open criticals, a critical item not verified or a section below its floor leave at most
 * D, conditional; else the first grade whose minimum and limits hold. The grade is computed on the exact total; the
 * shown one is rounded half-up to one decimal. Every item counts: one without an answer was not verified, and when
 * nothing is applicable the total is 0.
 * @param items the items the case is asked, with their severity for its end markets
 * @throws RangeError when `extraCriticals` is no whole number from 0
 */
export function score(
  items: readonly ChecklistItem[],
  answers: Answers,
  sections: readonly ChecklistSection[],
  rules: ScoringRules,
  options: ScoreOptions = {},
): Score {
  const { extraCriticals = 0 } = options;
  if (!Number.isInteger(extraCriticals) || extraCriticals < 0) {
    throw new RangeError(`extra criticals must be a whole number from 0: ${extraCriticals}`);
  }
  const judged = judgeItems(items, answers, rules, options);
  const judgedSections = sections.map((section) => judgeSection(section, judged));
  const shown = judgedSections.map((section) => sectionScore(section, rules));
  const total = totalOf(judgedSections);
  const open = openFindings(judged, options);
  const limits = limitsOf(total, open, shown, rules);
  const index = gradeIndex(total, open, limits, rules);
  const grade: Grade = rules.grades[index]?.grade ?? 'E';
  const lost = lostPoints(judgedSections);
  return {
    grade,
    total: halfUp(total, 1),
    unrounded: halfUp(total, 6),
    outcome: outcomeOf(index, rules),
    sections: shown,
    lost,
    limits,
    ...open,
  };
}
