import type { FigureDefinitionView, FigureView } from '#client';
import { FUNNEL_STAGES, SIZE_CLASSES } from '#domain';
import { VisuallyHidden } from '@mantine/core';
import { SortableTable, type Column } from '../../ui/sortable-table.js';
import type { Kind, Sorted } from '../../ui/sorting.js';
import { useSay } from '../../words/words.js';
import type { Dimension } from './cohort.js';
import { useNames, type Names } from './names.js';
import { NumberLink } from './number-link.js';
import { isEmpty, type FigureRow } from './shapes.js';

interface FigureTableProps {
  readonly of: FigureDefinitionView;
  readonly view: FigureView;
}
/** Every number of a figure; those that count cases lead to them. Provinces without any are not in it: there are many. */
export function FigureTable({ of, view }: FigureTableProps) {
  const names = useNames();
  const by = view.by ?? undefined;
  const rows = of.keys === 'province' ? view.rows.filter((row) => !isEmpty([row])) : view.rows;
  // The one row of a figure is called as its group is, where it has one.
  const keys = of.keys === 'all' && by ? [] : [keyColumn(names, of)];
  return (
    <SortableTable
      name={of.figure}
      caption={of.title}
      columns={[...(by ? [groupColumn(names, by)] : []), ...keys, ...numberColumns(names, of, by)]}
      rows={rows}
      keyOf={({ group, key }) => `${group} ${key}`}
    />
  );
}

/** What has an order of its own is sorted by that, and not by what it is called. */
const placeIn = (order: readonly string[], one: string): number | undefined => {
  const place = order.indexOf(one);
  return place < 0 ? undefined : place;
};

const GROUP_KINDS: Readonly<Partial<Record<Dimension, Kind>>> = { size: 'number', cohort: 'time' };
function groupColumn(names: Names, by: Dimension): Column<FigureRow> {
  const sortedBy = (group: string): Sorted => {
    if (group === 'unknown') return undefined;
    if (by === 'size') return placeIn(SIZE_CLASSES, group);
    return by === 'cohort' ? group : names.group(by, group);
  };
  return {
    ...{ id: 'group', title: names.dimension(by), isName: true, kind: GROUP_KINDS[by] ?? 'text' },
    value: ({ group }) => group && sortedBy(group),
    cell: ({ group }) => group && names.group(by, group),
  };
}

function keyColumn(names: Names, of: FigureDefinitionView): Column<FigureRow> {
  const nameOf = ({ key }: FigureRow): string =>
    of.keys === 'reason' ? names.reasonOfKind(key) : names.row(of.keys, key);
  const isStage = of.keys === 'stage';
  return {
    ...{ id: 'row', title: names.keys(of.keys), isName: true, kind: isStage ? 'time' : 'text' },
    value: (row) => (isStage ? placeIn(FUNNEL_STAGES, row.key) : nameOf(row)),
    cell: nameOf,
  };
}

const numberColumns = (
  names: Names,
  of: FigureDefinitionView,
  by: Dimension | undefined,
): readonly Column<FigureRow>[] =>
  of.measures.map(({ id, unit }) => ({
    ...{ id, title: names.measure(id), kind: 'number' },
    value: ({ values }) => values[id],
    cell: (row) => (
      <NumberLink of={of} row={row} measure={id} by={by}>
        <Value value={row.values[id]} unit={unit} />
      </NumberLink>
    ),
  }));

function Value({ value, unit }: { readonly value: number | null | undefined; readonly unit: string }) {
  const say = useSay();
  const { amount } = useNames();
  if (value !== null && value !== undefined) return amount(unit, value);
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{say('office.programme.no-number')}</VisuallyHidden>
    </>
  );
}
