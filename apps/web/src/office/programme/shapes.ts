import type { FigureDefinitionView, FigureView } from '#client';
import type { Names } from './names.js';

export type FigureId = FigureView['figure'];
export type FigureRow = FigureView['rows'][number];

/** One bar of a chart. Its words say all that its length shows. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** A second value on the same scale: half of the cases, where the bar is eight in ten. */
  readonly mark?: number;
  /** A number that leads to its cases, where they can be listed. */
  readonly measure?: string;
  readonly amount?: string;
  /** What is said beside it. */
  readonly text?: string;
}
export interface Bars {
  readonly title?: string;
  /** Of the scale; a hundred for shares. */
  readonly most: number;
  readonly bars: readonly Bar[];
}

/** How a chart says things: texts of `office.programme.text`, and amounts in the unit of a measure. */
export interface Telling {
  readonly names: Names;
  readonly text: (id: string, values: Readonly<Record<string, string | number>>) => string;
}
type Shape = (rows: readonly FigureRow[], of: FigureDefinitionView, telling: Telling) => readonly Bars[];

/** `finding:HS-03` is of the kind `finding`. */
export const kindOf = (key: string): string => key.split(':', 1)[0] ?? key;

const FEW = 10;
const valueOf = (row: FigureRow, measure: string): number => row.values[measure] ?? 0;
const most = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ value }) => value));
const onOwnScale = (bars: readonly Bar[], title?: string): Bars => ({
  ...(title !== undefined && { title }),
  ...{ most: most(bars), bars },
});
/** A measure as it is said everywhere; nothing is a dash. */
const amountOf = ({ names }: Telling, of: FigureDefinitionView, row: FigureRow, measure: string): string => {
  const value = row.values[measure];
  const unit = of.measures.find(({ id }) => id === measure)?.unit ?? '';
  return value === null || value === undefined ? '–' : names.amount(unit, value);
};

interface Options {
  /** What the bar is as long as, when that is a share of a hundred. */
  readonly share?: string;
  /** Where this measure has no number, other words say so: those that end in `-none`. */
  readonly without?: string;
}
/** A bar for each row: the number of a measure, with words that name others beside it. */
const byRow =
  (measure: string, text: string, { share, without = share ?? measure }: Options = {}): Shape =>
  (rows, of, telling) => {
    const bars = rows.map((row) => ({
      ...{ key: row.key, label: telling.names.row(of.keys, row.key), value: valueOf(row, share ?? measure) },
      ...{ measure, amount: amountOf(telling, of, row, measure) },
      text: telling.text(
        row.values[without] === null ? `${text}-none` : text,
        Object.fromEntries(of.measures.map(({ id }) => [id, amountOf(telling, of, row, id)])),
      ),
    }));
    return [share ? { most: 100, bars } : onOwnScale(bars)];
  };

/** Bars of several measures of a figure that has one row. */
const byMeasure =
  (...measures: readonly string[]): Shape =>
  ([row], of, telling) => {
    if (!row) return [];
    const bars = measures.map((measure) => ({
      ...{ key: row.key, label: telling.names.measure(measure), value: valueOf(row, measure) },
      ...{ measure, amount: amountOf(telling, of, row, measure) },
    }));
    return [onOwnScale(bars)];
  };

/** The most frequent reasons of each kind. */
const reasons: Shape = (rows, of, telling) => {
  const [all] = byRow('cases', 'cases')(rows, of, telling);
  const kinds = [...new Set(rows.map(({ key }) => kindOf(key)))];
  return kinds.map((kind) => ({
    ...{ title: telling.names.kind(kind), most: all?.most ?? 1 },
    bars: (all?.bars ?? []).filter(({ key }) => kindOf(key) === kind).slice(0, FEW),
  }));
};

/** For each group its share of those that applied, and of those that came through. */
const inclusion: Shape = (rows, of, telling) =>
  rows.map((row) => ({
    ...{ title: telling.names.row(of.keys, row.key), most: 100 },
    bars: (['applied', 'qualified'] as const).map((measure) => ({
      ...{ key: row.key, label: telling.names.measure(measure), value: valueOf(row, `${measure}Share`) },
      ...{ measure, amount: amountOf(telling, of, row, measure) },
      text: telling.text('of', {
        whole: amountOf(telling, of, row, `${measure}Of`),
        share: amountOf(telling, of, row, `${measure}Share`),
      }),
    })),
  }));

/** Eight in ten as a bar, half of them as a mark in it. */
const time: Shape = (rows, of, telling) => {
  const [p80] = byRow('p80', 'days')(rows, of, telling);
  const bars = (p80?.bars ?? []).map(({ key, label, value, text = '' }, at) => ({
    ...{ key, label, value, text, mark: rows[at]?.values['p50'] ?? 0 },
  }));
  return [onOwnScale(bars)];
};

/** How each figure is drawn; the map of the provinces is a shape of its own. */
export const SHAPES: Readonly<Record<Exclude<FigureId, 'province-map'>, Shape>> = {
  funnel: byRow('entered', 'funnel', { without: 'passed' }),
  'time-to-qualification': time,
  'service-levels': byRow('inTime', 'in-time', { share: 'inTimeShare' }),
  'failure-reasons': reasons,
  'corrective-actions': byRow('inTime', 'closed-in-time', { share: 'inTimeShare' }),
  'qualified-base': byRow('valid', 'base'),
  approvals: byMeasure('valid', 'withoutApproval', 'withoutOrder'),
  inclusion,
  'local-value': byMeasure('valueUsd', 'replacingUsd', 'substitutionUsd', 'contentUnknownUsd'),
  jobs: byMeasure('workersThen', 'workersNow', 'womenNow'),
};

/** One part of a whole: working days that a case waited for a side. */
export interface Part {
  readonly key: string;
  readonly share: number;
}
/** Whom cases waited for, of all the days of the sides together; two can have a case at a time. */
export function partsOf(rows: readonly FigureRow[]): readonly Part[] {
  const sides = rows.filter((row) => row.key !== 'all' && valueOf(row, 'days') > 0);
  const sum = sides.reduce((total, row) => total + valueOf(row, 'days'), 0);
  return sides.map((row) => ({ key: row.key, share: valueOf(row, 'days') / sum }));
}

/** Groups of a figure that is split, each with its rows; one without a name when it is not. */
export function groupsOf({ rows }: FigureView): readonly (readonly [string | null, readonly FigureRow[]])[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return groups.map((group) => [group, rows.filter((row) => row.group === group)]);
}

/** Whether anything at all was counted. */
export const isEmpty = (rows: readonly FigureRow[]): boolean =>
  rows.every(({ values }) => Object.values(values).every((value) => !value));
