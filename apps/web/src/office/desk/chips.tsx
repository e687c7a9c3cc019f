import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useForms } from '../../words/forms.js';
import type { Chosen } from '../../ui/filters.js';
import './desk.css';

export interface Chip {
  readonly key: string;
  readonly text: string;
  /** How many it would show. */
  readonly count?: number | undefined;
  readonly icon?: ReactNode;
  readonly isOn: boolean;
  /** What it changes in the address. */
  readonly change: Chosen;
}
interface ChipsProps {
  readonly label: string;
  readonly of: readonly Chip[];
}

/** Ways to look at a list that are one touch away. The address keeps which is on: Back undoes it. */
export function Chips({ label, of }: ChipsProps) {
  return (
    <ul className="chips" aria-label={label}>
      {of.map((chip) => (
        <li key={chip.key}>
          <ChipButton of={chip} />
        </li>
      ))}
    </ul>
  );
}

/** One of them. */
export function ChipButton({ of: { text, count, isOn, change, icon } }: { readonly of: Omit<Chip, 'key'> }) {
  const { number } = useForms();
  const navigate = useNavigate();
  const go = () => navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never });
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={() => void go()}>
      {icon}
      {text}
      {count !== undefined && <span className="chip-count">{number(count)}</span>}
    </button>
  );
}
