import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useSay } from '../words/words.js';
import type { Kind, Sorting } from './sorting.js';

export interface ColumnName {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** It says what the row is of. */
  readonly isName?: boolean;
}

interface SortHeadProps {
  readonly of: ColumnName;
  readonly sorted: 'asc' | 'desc' | undefined;
  /** Absent where there is nothing to sort. */
  readonly onSort: (() => void) | undefined;
}
/** The head of a column: a button that sorts by it, and says to everybody how it is sorted. */
export function SortHead({ of: { title, kind, isName }, sorted, onSort }: SortHeadProps) {
  const Icon = sorted ? (sorted === 'asc' ? ArrowUp : ArrowDown) : ArrowUpDown;
  return (
    <th
      scope="col"
      data-kind={isName ? undefined : kind}
      aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
    >
      {onSort ? (
        <button type="button" className="sort-button" onClick={onSort}>
          {title} <Icon aria-hidden size={16} />
        </button>
      ) : (
        title
      )}
    </th>
  );
}

interface SortOrderProps {
  readonly columns: readonly ColumnName[];
  readonly sorting: Sorting | undefined;
}
/** In words how the rows are sorted: who hears the page is told when it changes. */
export function SortOrder({ columns, sorting }: SortOrderProps) {
  const say = useSay();
  const by = columns.find(({ id }) => id === sorting?.id);
  return (
    <span role="status" className="sort-order" data-sorted={by !== undefined}>
      {by
        ? say(`shell.sort.${by.kind}.${sorting?.desc ? 'desc' : 'asc'}`, { column: by.title })
        : say('shell.sort.how')}
    </span>
  );
}
