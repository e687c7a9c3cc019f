import { Link } from '@tanstack/react-router';
import { useForms } from '../../words/forms.js';
import type { Chosen } from '../../ui/filters.js';
import './desk.css';

export interface Chip {
  readonly key: string;
  readonly text: string;
  /** How many it would show. */
  readonly count?: number | undefined;
  readonly isOn: boolean;
  /** What it changes in the address. */
  readonly change: Chosen;
}
interface ChipsProps {
  readonly label: string;
  readonly of: readonly Chip[];
}

/** Ways to look at a list that are one touch away. Each is an address: Back undoes it. */
export function Chips({ label, of }: ChipsProps) {
  const { number } = useForms();
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {of.map(({ key, text, count, isOn, change }) => (
          <li key={key}>
            <Link
              to="."
              search={((before: object) => ({ ...before, ...change })) as never}
              className="chip"
              aria-current={isOn ? 'true' : undefined}
            >
              {text}
              {count !== undefined && <span className="chip-count">{number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
