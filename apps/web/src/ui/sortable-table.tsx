import { VisuallyHidden } from '@mantine/core';
import {
  createSortedRowModel,
  functionalUpdate,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useForms } from '../words/forms.js';
import { useLanguage } from '../words/words.js';
import { SortHead, SortOrder, type ColumnName } from './sort-head.js';
import { compareAs, type Sorted } from './sorting.js';
import { useSorting } from './use-sorting.js';
import './sortable-table.css';

export interface Column<T> extends ColumnName {
  /** What rows are sorted by; those that have none come last. */
  readonly value: (row: T) => Sorted;
  readonly cell: (row: T) => ReactNode;
}
interface SortableTableProps<T> {
  /** In the address, one of its own on the page. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  /** All there are: what is still to come cannot be sorted. */
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** No more rows than these are seen at a glance, in the order in which they come. */
const FEW = 5;
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows in their order, and the columns to sort them by. */
function useRows<T extends object>({ name, columns, rows }: SortableTableProps<T>) {
  const { compareNames } = useForms();
  const language = useLanguage();
  const canSort = rows.length > FEW;
  const { sorting, sort } = useSorting(name, canSort ? columns.map(({ id }) => id) : []);
  // Other words are another order.
  const data = useMemo(() => [...rows], [rows, language]);
  const state = useMemo(() => ({ sorting: sorting ? [sorting] : [] }), [sorting]);
  const table = useTable({
    ...{ features, data, state, enableMultiSort: false, enableSorting: canSort },
    columns: columns.map(({ id, kind, value }): ColumnDef<typeof features, T> => ({
      id,
      accessorFn: (row) => value(row) ?? undefined,
      sortFn: (one, other) => compareAs(kind, value(one.original), value(other.original), compareNames),
      sortUndefined: 'last',
      sortDescFirst: kind === 'number',
    })),
    onSortingChange: (change) => sort(functionalUpdate(change, state.sorting)[0]),
  });
  return { table, sorting, canSort };
}

/** A table that is whole on the page: pressing the name of a column sorts it by that, once more the other way round. */
export function SortableTable<T extends object>(props: SortableTableProps<T>) {
  const { caption, columns, keyOf } = props;
  const { table, sorting, canSort } = useRows(props);
  return (
    <div className="sortable-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="plain-table sortable-table">
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
          {canSort && <SortOrder columns={columns} sorting={sorting} />}
        </caption>
        <thead>
          <tr>
            {columns.map((of) => {
              const column = table.getColumn(of.id);
              return (
                <SortHead
                  key={of.id}
                  of={of}
                  sorted={column?.getIsSorted() || undefined}
                  onSort={column?.getCanSort() ? () => column.toggleSorting() : undefined}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ original: row }) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, kind, isName, cell }) =>
                isName ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} data-kind={kind}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
