import type { FigureDefinitionView, FigureView } from '#client';
import { VisuallyHidden } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { useNames, type Names } from './names.js';
import { NumberLink } from './number-link.js';
import { groupsOf, isEmpty, type FigureRow } from './shapes.js';

interface FigureTableProps {
  readonly of: FigureDefinitionView;
  readonly view: FigureView;
}
const nameOf = (names: Names, of: FigureDefinitionView, { key }: FigureRow): string =>
  of.keys === 'reason' ? `${names.kind(key)}: ${names.row(of.keys, key)}` : names.row(of.keys, key);

/** Every number of a figure; those that count cases lead to them. Provinces without any are not in it: there are many. */
export function FigureTable({ of, view }: FigureTableProps) {
  const say = useSay();
  const names = useNames();
  const by = view.by ?? undefined;
  const shown = (rows: readonly FigureRow[]) =>
    of.keys === 'province' ? rows.filter((row) => !isEmpty([row])) : rows;
  return (
    <div className="figure-table-box" tabIndex={0} role="region" aria-label={of.title}>
      <table className="plain-table figure-table">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{say('office.programme.row')}</VisuallyHidden>
            </th>
            {of.measures.map(({ id }) => (
              <th key={id} scope="col">
                {names.measure(id)}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(view).map(([group, rows]) => (
          <tbody key={group}>
            {by && group !== null && (
              <tr>
                <th scope="rowgroup" colSpan={of.measures.length + 1} className="figure-group">
                  {names.group(by, group)}
                </th>
              </tr>
            )}
            {shown(rows).map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(names, of, row)}</th>
                {of.measures.map(({ id, unit }) => (
                  <td key={id}>
                    <NumberLink of={of} row={row} measure={id} by={by}>
                      <Value value={row.values[id]} unit={unit} />
                    </NumberLink>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

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
