import { CASE_ROLES } from './actors.js';
import {
  FIGURES,
  figureOf,
  type FigureDefinition,
  type FigureId,
  type FigureMeasure,
} from './programme-figures.js';
import { FUNNEL_STAGES } from './programme-record.js';
import { PROVINCES } from './reference/provinces.js';
import { WAITED_FOR } from './waits-for.js';

/** What was counted under one key; `by` is the group it was counted in, empty when nothing was split. */
export interface CountedRow {
  readonly by: string;
  readonly key: string;
  readonly numbers: Readonly<Record<string, number | null>>;
}
export interface FigureRow {
  readonly by: string;
  readonly key: string;
  /** How many things stand behind the row. */
  readonly count: number;
  /** By measure; null where nothing can be said: there is no share of nothing. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** Time of before it was written down whom a case waits for. */
export const NOT_RECORDED = 'not-recorded';
/** Where firms are few and far: everywhere but in the capital and around it. */
export const CAPITAL_PROVINCES: readonly string[] = ['KH-8', 'KH-12'];
export const INCLUSION_GROUPS = ['women-owned', 'outside-capital', 'micro'] as const;

const ORDER: Readonly<Partial<Record<FigureDefinition['keys'], readonly string[]>>> = {
  stage: FUNNEL_STAGES,
  side: ['all', ...WAITED_FOR, NOT_RECORDED],
  role: CASE_ROLES,
  province: PROVINCES.map(({ iso }) => iso),
  group: INCLUSION_GROUPS,
};

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
const ratio = (part: number | null, whole: number | null, factor: number): number | null =>
  part === null || !whole ? null : oneDecimal((factor * part) / whole);
const firstOf = (id: FigureId): string => figureOf(id).measures[0]?.id ?? '';
/** `finding:HS-03` is a finding; keys without a kind are all of one. */
const kindOf = ({ key }: { readonly key: string }): string =>
  (key.includes(':') ? key.split(':', 1)[0] : '') ?? '';

/** Largest first, where keys have no order of their own. */
function inOrder(id: FigureId, rows: readonly CountedRow[]): readonly CountedRow[] {
  const { keys } = figureOf(id);
  const order = ORDER[keys];
  const size = ({ numbers }: CountedRow): number => numbers[firstOf(id)] ?? 0;
  const place = ({ key }: CountedRow): number => order?.indexOf(key) ?? 0;
  const bySize = keys === 'reason';
  return [...rows].sort(
    (a, b) => place(a) - place(b) || (bySize ? size(b) - size(a) : 0) || (a.key < b.key ? -1 : 1),
  );
}

/** A map shows every province, also those that nobody comes from. */
function withEmptyProvinces(id: FigureId, rows: readonly CountedRow[]): readonly CountedRow[] {
  if (figureOf(id).keys !== 'province') return rows;
  const none = Object.fromEntries(figureOf(id).measures.map((measure) => [measure.id, 0]));
  const missing = PROVINCES.filter(({ iso }) => !rows.some(({ key }) => key === iso));
  return [...rows, ...missing.map(({ iso }) => ({ by: rows[0]?.by ?? '', key: iso, numbers: none }))];
}

function valueOf(
  id: FigureId,
  measure: FigureMeasure,
  row: CountedRow,
  before: readonly CountedRow[],
  all: readonly CountedRow[],
) {
  const { of, among, unit, notAt } = measure;
  if (notAt === row.key) return null;
  if (of) return ratio(row.numbers[of[0]] ?? null, row.numbers[of[1]] ?? null, unit === 'percent' ? 100 : 1);
  if (!among) return row.numbers[measure.id] ?? null;
  const sum = (rows: readonly CountedRow[]): number =>
    rows
      .filter((other) => kindOf(other) === kindOf(row))
      .reduce((total, { numbers }) => total + (numbers[firstOf(id)] ?? 0), 0);
  return ratio(sum(among === 'share' ? [row] : [...before, row]), sum(all), 100);
}

/** The rows of one group. */
function rowsOf(id: FigureId, counted: readonly CountedRow[]): readonly FigureRow[] {
  const all = inOrder(id, withEmptyProvinces(id, counted));
  return all.map((row, at) => ({
    ...{ by: row.by, key: row.key, count: row.numbers[firstOf(id)] ?? 0 },
    values: Object.fromEntries(
      figureOf(id).measures.map((measure) => [measure.id, valueOf(id, measure, row, all.slice(0, at), all)]),
    ),
  }));
}

/** A figure as it is told, made of what was counted: in order, with shares, nothing left out that says that there is none. */
export function figureRows(id: FigureId, counted: readonly CountedRow[]): readonly FigureRow[] {
  const told = counted.filter(({ key, numbers }) => key !== NOT_RECORDED || (numbers['days'] ?? 0) > 0);
  const groups = [...new Set(told.map(({ by }) => by))].sort();
  const whole = groups.length === 0 ? [''] : groups;
  return whole.flatMap((by) =>
    rowsOf(
      id,
      told.filter((row) => row.by === by),
    ),
  );
}

/** Whether the cases behind this measure of a figure can be listed. */
export const isListed = (id: FigureId, measure: string): boolean =>
  figureOf(id).measures.some((one) => one.id === measure && one.counts === true);
export const isFigure = (text: string): text is FigureId => Object.hasOwn(FIGURES, text);
