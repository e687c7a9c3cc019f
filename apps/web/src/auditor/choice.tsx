import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: LucideIcon;
}
export const ANSWER_ICONS = {
  conform: CircleCheck,
  partial: TriangleAlert,
  nonconform: CircleX,
  'not-applicable': CircleSlash,
  'not-verified': CircleDashed,
} as const;

interface ChoiceProps<V extends string> {
  /** Tells these buttons from all others on the page. */
  readonly name: string;
  readonly legend: ReactNode;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChoose: (value: V) => void;
  readonly disabled?: boolean;
  /** Ids of what describes it. */
  readonly describedBy?: string;
}
/** One of a few, as large buttons that are radio buttons to everybody who does not see them. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { name, legend, options, value, onChoose, disabled, describedBy } = props;
  return (
    <fieldset className="choices" disabled={disabled} aria-describedby={describedBy}>
      <legend className="choices-legend">{legend}</legend>
      {options.map(({ value: one, label, icon: Icon }) => (
        <label key={one} className="choice">
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === value}
            disabled={disabled}
            onChange={() => onChoose(one)}
          />
          {Icon && <Icon aria-hidden size={18} />}
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
