import type { FigureId } from './programme-figures.js';
import { CASE_OUTCOMES, FUNNEL_STAGES, type FunnelStage } from './programme-record.js';
import { CAPITAL_PROVINCES, INCLUSION_GROUPS } from './programme-rows.js';
import { PROVINCES } from './reference/provinces.js';
import { hideSmall, SMALLEST_GROUP, type Sum } from './small-cells.js';

/** How many cases of the whole programme there are of which kind: `entered:audit`, `valid:KH-12`, `grade:B` and so on. */
export type ProgrammeCells = Readonly<Record<string, number>>;

/** A row of a figure as everybody is told it: null is a number that is hidden, or that there is none. */
export interface PublicRow {
  readonly key: string;
  readonly values: Readonly<Record<string, number | null>>;
}
export interface PublicFigure {
  readonly figure: FigureId;
  readonly rows: readonly PublicRow[];
}

/** The figures that everybody may read. */
export const PUBLIC_FIGURE_IDS: readonly FigureId[] = [
  'funnel',
  'time-to-qualification',
  'failure-reasons',
  'qualified-base',
  'province-map',
  'inclusion',
];

const GRADES = ['A', 'B', 'C', 'D', 'E', 'unknown'] as const;
const ISO = PROVINCES.map(({ iso }) => iso);
const ANSWERS = ['true', 'false', 'unknown'] as const;
const entered = (stage: FunnelStage): string => `entered:${stage}`;
const [APPLIED, QUALIFIED] = [entered('application'), entered('qualified')];
/** What becomes of cases at a stage that they did not pass, and those that passed it. */
const throughStage = (stage: FunnelStage, at: number): Sum => {
  const next = FUNNEL_STAGES[at + 1];
  const stayed = CASE_OUTCOMES.map((outcome) => `${outcome}:${stage}`);
  return { total: entered(stage), parts: next ? [...stayed, entered(next)] : stayed };
};
const byTrait = (of: 'applied' | 'qualified', trait: string): Sum => ({
  total: of === 'applied' ? APPLIED : QUALIFIED,
  parts: ANSWERS.map((answer) => `${of}:${trait}:${answer}`),
});
const OUTSIDE = 'applied:outside-capital:true';

/** Everything that is told adds up to something else that is told: the sums that somebody could reckon with. */
export const PUBLIC_SUMS: readonly Sum[] = [
  ...FUNNEL_STAGES.map(throughStage),
  { total: APPLIED, parts: [...CAPITAL_PROVINCES.map((iso) => `applied:${iso}`), OUTSIDE] },
  {
    total: OUTSIDE,
    parts: ISO.filter((iso) => !CAPITAL_PROVINCES.includes(iso)).map((iso) => `applied:${iso}`),
  },
  ...['women-owned', 'micro'].map((trait) => byTrait('applied', trait)),
  ...INCLUSION_GROUPS.map((trait) => byTrait('qualified', trait)),
  { total: 'valid', parts: GRADES.map((grade) => `grade:${grade}`) },
  { total: 'valid', parts: ISO.map((iso) => `valid:${iso}`) },
];

/** Every cell that the sums speak of, also those that nothing was counted for; who lives outside the capital is known. */
function whole(cells: ProgrammeCells): ProgrammeCells {
  const all = [...new Set(PUBLIC_SUMS.flatMap(({ total, parts }) => [total, ...parts]))];
  const filled = Object.fromEntries(all.map((name) => [name, cells[name] ?? 0]));
  return { ...filled, valid: GRADES.reduce((sum, grade) => sum + (cells[`grade:${grade}`] ?? 0), 0) };
}

type Told = (cell: string) => number | null;
const share = (part: number | null, of: number | null): number | null =>
  part === null || !of ? null : Math.round((1000 * part) / of) / 10;

const funnel = (told: Told): readonly PublicRow[] =>
  FUNNEL_STAGES.map((stage, at) => {
    const next = FUNNEL_STAGES[at + 1];
    const passed = next ? told(entered(next)) : null;
    const [stillIn, withdrawn, rejected, lapsed, revoked] = CASE_OUTCOMES.map((outcome) =>
      told(`${outcome}:${stage}`),
    ) as (number | null)[];
    return {
      key: stage,
      values: {
        ...{ entered: told(entered(stage)), passed, passedShare: share(passed, told(entered(stage))) },
        ...({ stillIn, withdrawn, rejected, lapsed, revoked } as Record<string, number | null>),
      },
    };
  });

/** Of those who said whether they are; both must be told. Where the site is everybody says. */
const among = (
  told: Told,
  of: 'applied' | 'qualified',
  trait: string,
): readonly [number | null, number | null] => {
  if (of === 'applied' && trait === 'outside-capital') return [told(OUTSIDE), told(APPLIED)];
  const [yes, no] = [told(`${of}:${trait}:true`), told(`${of}:${trait}:false`)];
  return [yes, yes === null || no === null ? null : yes + no];
};
const inclusion = (told: Told): readonly PublicRow[] =>
  INCLUSION_GROUPS.map((key) => {
    const [[applied, appliedOf], [qualified, qualifiedOf]] = [
      among(told, 'applied', key),
      among(told, 'qualified', key),
    ];
    const shares = { appliedShare: share(applied, appliedOf), qualifiedShare: share(qualified, qualifiedOf) };
    return { key, values: { applied, appliedOf, qualified, qualifiedOf, ...shares } };
  });

/** Findings that five firms or more had, and no others: those come in no sum, so nothing of them can be reckoned. */
const findings = (cells: ProgrammeCells): readonly PublicRow[] =>
  Object.entries(cells)
    .filter(([name, n]) => name.startsWith('finding:') && n >= SMALLEST_GROUP)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([key, cases]) => ({ key, values: { cases } }));

/**
 * The figures that anybody may read, of the whole programme and of nothing narrower: two readings of different cohorts could
 * be taken from each other. Groups of fewer than five are hidden, and what would give them away with them: all numbers are
 * hidden together, whatever figure they are in, by every sum that they are part of.
 */
export function publicFigures(cells: ProgrammeCells): readonly PublicFigure[] {
  const all = whole(cells);
  const hidden = hideSmall(all, PUBLIC_SUMS);
  const told: Told = (cell) => (hidden.has(cell) ? null : (all[cell] ?? null));
  const timed = told(QUALIFIED);
  const time = (cell: string): number | null => (timed ? (cells[cell] ?? null) : null);
  return [
    { figure: 'funnel', rows: funnel(told) },
    {
      figure: 'time-to-qualification',
      rows: [{ key: 'all', values: { qualified: timed, p50: time('time:p50'), p80: time('time:p80') } }],
    },
    { figure: 'failure-reasons', rows: findings(cells) },
    {
      figure: 'qualified-base',
      rows: GRADES.map((grade) => ({
        key: grade,
        values: { valid: told(`grade:${grade}`), share: share(told(`grade:${grade}`), told('valid')) },
      })),
    },
    {
      figure: 'province-map',
      rows: ISO.map((iso) => ({
        key: iso,
        values: { applied: told(`applied:${iso}`), valid: told(`valid:${iso}`) },
      })),
    },
    { figure: 'inclusion', rows: inclusion(told) },
  ];
}
