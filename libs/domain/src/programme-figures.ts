/** What a figure can be narrowed down to, and split by. */
export const FIGURE_DIMENSIONS = ['province', 'category', 'size', 'women-owned', 'cohort'] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

export type FigureUnit =
  | 'cases'
  | 'tasks'
  | 'actions'
  | 'deliveries'
  | 'sites'
  | 'approvals'
  | 'workers'
  | 'working-days'
  | 'days'
  | 'usd'
  | 'percent'
  | 'per-case';

/** Where a figure comes from. */
export type FigureSource =
  | 'applications'
  | 'sites'
  | 'decisions'
  | 'duties'
  | 'holidays'
  | 'audits'
  | 'corrective-actions'
  | 'approvals'
  | 'deliveries'
  | 'demands'
  | 'cost-sheets'
  | 'checks';

export interface FigureMeasure {
  readonly id: string;
  readonly unit: FigureUnit;
  /** It counts things of cases, so that the cases behind it can be listed. */
  readonly counts?: true;
  /** Made of two other numbers of the same row: a share of a hundred, or a ratio. */
  readonly of?: readonly [part: string, whole: string];
  /** The key of a row in which it means nothing: after the last stage there is no other. */
  readonly notAt?: string;
  /** What the first measure of this row makes of all rows of its kind, or with those before it: a share of a hundred. */
  readonly among?: 'share' | 'cumulative';
}

export interface FigureDefinition {
  /** What its rows are: stages, roles, items and so on; `all` when it has one row. */
  readonly keys: 'all' | 'stage' | 'side' | 'role' | 'reason' | 'section' | 'grade' | 'province' | 'group';
  /** The measure that says how many things a row is made of comes first. */
  readonly measures: readonly FigureMeasure[];
  readonly sources: readonly FigureSource[];
  /** Part of it is reckoned from what people declared of something else. */
  readonly estimate: boolean;
}

const count = (id: string, unit: FigureUnit = 'cases'): FigureMeasure => ({ id, unit, counts: true });
const amount = (id: string, unit: FigureUnit): FigureMeasure => ({ id, unit });
const share = (id: string, part: string, whole: string): FigureMeasure => ({
  ...{ id, unit: 'percent', of: [part, whole] },
});

const among = (id: 'share' | 'cumulative'): FigureMeasure => ({ id, unit: 'percent', among: id });

/**
 * The figures of the programme (domain 7). What each says in words, and what it does not, is in the catalogue under
 * `figures.<id>.definition`; what its measures count is in the statements that read them.
 */
export const FIGURES = {
  funnel: {
    ...{ keys: 'stage', sources: ['applications', 'decisions'], estimate: false },
    measures: [
      ...[count('entered'), { ...count('passed'), notAt: 'qualified' }],
      { ...share('passedShare', 'passed', 'entered'), notAt: 'qualified' },
      ...['stillIn', 'withdrawn', 'rejected', 'lapsed', 'revoked'].map((id) => count(id)),
    ],
  },
  'time-to-qualification': {
    ...{ keys: 'side', sources: ['decisions', 'duties', 'holidays'], estimate: false },
    measures: [
      ...[count('qualified'), count('underWay')],
      ...[amount('p50', 'working-days'), amount('p80', 'working-days'), amount('days', 'working-days')],
      share('daysShare', 'days', 'daysOfAll'),
    ],
  },
  'service-levels': {
    ...{ keys: 'role', sources: ['duties', 'holidays'], estimate: false },
    measures: [
      ...[count('done', 'tasks'), count('inTime', 'tasks'), share('inTimeShare', 'inTime', 'done')],
      ...[count('open', 'tasks'), count('overdue', 'tasks')],
      ...[amount('ageP50', 'working-days'), amount('ageP80', 'working-days')],
    ],
  },
  'failure-reasons': {
    ...{ keys: 'reason', sources: ['audits', 'decisions', 'approvals'], estimate: false },
    measures: [count('cases'), among('share'), among('cumulative')],
  },
  'corrective-actions': {
    ...{ keys: 'section', sources: ['corrective-actions'], estimate: false },
    measures: [
      ...[count('closed', 'actions'), count('inTime', 'actions'), share('inTimeShare', 'inTime', 'closed')],
      ...[amount('medianDays', 'days'), count('open', 'actions'), count('overdue', 'actions')],
    ],
  },
  'qualified-base': {
    ...{ keys: 'grade', sources: ['decisions', 'audits'], estimate: false },
    measures: [count('valid'), among('share'), count('conditional'), count('expiring')],
  },
  'province-map': {
    ...{ keys: 'province', sources: ['applications', 'sites', 'decisions'], estimate: false },
    measures: [count('applied'), count('underWay'), count('valid')],
  },
  approvals: {
    ...{ keys: 'all', sources: ['approvals', 'deliveries'], estimate: false },
    measures: [
      ...[count('valid'), amount('approvals', 'approvals')],
      { id: 'perCase', unit: 'per-case', of: ['approvals', 'valid'] },
      ...[
        count('withoutApproval'),
        count('withoutOrder'),
        share('withoutOrderShare', 'withoutOrder', 'valid'),
      ],
    ],
  },
  inclusion: {
    ...{ keys: 'group', sources: ['applications', 'sites', 'decisions'], estimate: false },
    measures: [
      ...[count('applied'), count('appliedOf'), share('appliedShare', 'applied', 'appliedOf')],
      ...[count('qualified'), count('qualifiedOf'), share('qualifiedShare', 'qualified', 'qualifiedOf')],
    ],
  },
  'local-value': {
    ...{ keys: 'all', estimate: true },
    sources: ['deliveries', 'demands', 'cost-sheets', 'approvals'],
    measures: [
      ...[count('accepted', 'deliveries'), count('unpriced', 'deliveries'), amount('valueUsd', 'usd')],
      ...[count('replacing', 'deliveries'), amount('replacingUsd', 'usd')],
      ...[amount('contentUnknownUsd', 'usd'), amount('substitutionUsd', 'usd')],
    ],
  },
  jobs: {
    ...{ keys: 'all', sources: ['applications', 'checks'], estimate: false },
    measures: [
      ...[count('sites', 'sites'), count('counted', 'sites')],
      ...[amount('workersThen', 'workers'), amount('workersNow', 'workers'), amount('womenNow', 'workers')],
      share('womenShare', 'womenNow', 'workersNow'),
      ...[count('wagesJudged', 'sites'), count('wagesMet', 'sites')],
      share('wagesMetShare', 'wagesMet', 'wagesJudged'),
    ],
  },
} as const satisfies Record<string, FigureDefinition>;
export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as readonly FigureId[];
export const figureOf = (id: FigureId): FigureDefinition => FIGURES[id];
