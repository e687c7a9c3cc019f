import {
  isGrave,
  type AnswerValue,
  type Answers,
  type ChecklistItem,
  type ScoringRules,
} from './checklist.js';

export type ZeroToleranceVerdict = 'provisional' | 'confirmed' | 'dismissed';

export interface ScoreOptions {
  /** What the second reviewer said of each zero-tolerance finding; one that is not named is provisional. */
  readonly zeroTolerance?: Readonly<Record<string, ZeroToleranceVerdict>>;
  /** Open criticals beside the checklist: each denied access to the site is one. */
  readonly extraCriticals?: number;
  /** Items whose corrective action was verified: they count as conform. */
  readonly verifiedClosures?: ReadonlySet<string>;
  /** Items that nobody answered because a report of another scheme covers them: they count as conform. */
  readonly credited?: ReadonlySet<string>;
  /** Items whose credit ran out and that nobody has looked at since: they were not verified. */
  readonly creditEnded?: ReadonlySet<string>;
}

/** Why an item does not have all its points. */
export type LossReason =
  | 'partly-met'
  | 'not-met'
  | 'not-verified'
  | 'not-answered'
  | 'credit-ended'
  | 'zero-tolerance-provisional'
  | 'zero-tolerance-confirmed';

/** An item as it counts now, after closures and the second reviewer. */
export interface JudgedItem {
  readonly item: ChecklistItem;
  readonly value: AnswerValue;
  /** 0 to 1; not applicable items have none to win. */
  readonly points: number;
  /** Set on a zero-tolerance item that is nonconform. */
  readonly zeroTolerance?: ZeroToleranceVerdict;
  /** Conform by the report of another scheme, not by an answer. */
  readonly credited?: true;
  /** Set when points are missing. */
  readonly reason?: LossReason;
}

const isCredited = (item: ChecklistItem, answers: Answers, { credited }: ScoreOptions): boolean =>
  !answers[item.id] && item.severity !== 'zero-tolerance' && credited?.has(item.id) === true;

/**
 * An item without an answer was not verified, unless it is credited; a half answer where none is allowed is a
 * nonconformity.
 */
const givenValue = (item: ChecklistItem, answers: Answers, options: ScoreOptions): AnswerValue => {
  const value = answers[item.id]?.value ?? (isCredited(item, answers, options) ? 'conform' : 'not-verified');
  return value === 'partial' && isGrave(item) ? 'nonconform' : value;
};

const reasonOf = (
  itemId: string,
  value: AnswerValue,
  answers: Answers,
  { creditEnded }: ScoreOptions,
  verdict: ZeroToleranceVerdict | undefined,
): LossReason | undefined => {
  if (value === 'conform' || value === 'not-applicable') return undefined;
  if (verdict === 'provisional' || verdict === 'confirmed') return `zero-tolerance-${verdict}`;
  if (value === 'partial') return 'partly-met';
  if (value === 'nonconform') return 'not-met';
  if (creditEnded?.has(itemId)) return 'credit-ended';
  return answers[itemId] ? 'not-verified' : 'not-answered';
};

/** A zero-tolerance finding is closed by verification only after the second reviewer called it a critical one. */
const isClosable = (value: AnswerValue, verdict: ZeroToleranceVerdict | undefined): boolean =>
  value !== 'not-applicable' && (verdict === undefined || verdict === 'dismissed');

/** Judge each item as it counts now. */
export function judgeItems(
  items: readonly ChecklistItem[],
  answers: Answers,
  rules: ScoringRules,
  options: ScoreOptions,
): readonly JudgedItem[] {
  return items
    .filter((item) => !item.informative)
    .map((item) => {
      const given = givenValue(item, answers, options);
      const finding = item.severity === 'zero-tolerance' && given === 'nonconform';
      const verdict = finding ? (options.zeroTolerance?.[item.id] ?? 'provisional') : undefined;
      const closed = isClosable(given, verdict) && options.verifiedClosures?.has(item.id) === true;
      const value = closed ? 'conform' : given;
      const points = value === 'not-applicable' ? 0 : rules.values[value];
      const reason = reasonOf(item.id, value, answers, options, verdict);
      return {
        ...{ item, value, points },
        ...(verdict && !closed && { zeroTolerance: verdict }),
        ...(isCredited(item, answers, options) && { credited: true as const }),
        ...(reason && { reason }),
      };
    });
}

/** Counts over judged items that limit the grade. */
export function openFindings(judged: readonly JudgedItem[], options: ScoreOptions) {
  const ids = (test: (j: JudgedItem) => boolean): readonly string[] =>
    judged.filter(test).map((j) => j.item.id);
  const grave = ids((j) => isGrave(j.item) && j.value === 'nonconform' && j.zeroTolerance !== 'confirmed');
  const majors = ids(
    (j) => j.item.severity === 'major' && j.value !== 'conform' && j.value !== 'not-applicable',
  );
  return {
    openCriticals: grave.length + (options.extraCriticals ?? 0),
    openMajors: majors.length,
    confirmedZeroTolerance: ids((j) => j.zeroTolerance === 'confirmed'),
    provisionalZeroTolerance: ids((j) => j.zeroTolerance === 'provisional'),
    followUp: ids((j) => isGrave(j.item) && j.value === 'not-verified'),
    credited: ids((j) => j.credited === true),
  };
}
export type OpenFindings = ReturnType<typeof openFindings>;
