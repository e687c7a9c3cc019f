import type { FigureDefinitionView } from '#client';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { Dimension } from './cohort.js';
import { useNames } from './names.js';
import type { FigureRow } from './shapes.js';

interface NumberLinkProps {
  readonly of: FigureDefinitionView;
  readonly row: FigureRow;
  readonly measure: string;
  readonly by: Dimension | undefined;
  readonly children: ReactNode;
}
/** A number that leads to the cases behind it, where there are any and they can be listed. */
export function NumberLink({ of, row, measure, by, children }: NumberLinkProps) {
  const say = useSay();
  const names = useNames();
  const { list } = useForms();
  const counted = of.measures.find(({ id, listed }) => id === measure && listed);
  const value = row.values[measure];
  if (!counted || !value) return children;
  const split = by && row.group !== null ? { by, group: row.group } : { by: undefined, group: undefined };
  return (
    <Link
      to="/programme/$figure/cases"
      params={{ figure: of.figure }}
      search={((before: object) => ({ ...before, key: row.key, measure, ...split })) as never}
      className="figure-number"
      aria-label={say('office.programme.cases-of', {
        ...{ number: names.amount(counted.unit, value), measure: names.measure(measure) },
        row: list([names.row(of.keys, row.key), ...(split.by ? [names.group(split.by, split.group)] : [])]),
      })}
    >
      {children}
    </Link>
  );
}
