import type { ReactNode } from 'react';
import './facts.css';

interface FactsProps {
  readonly of: readonly (readonly [label: string, value: ReactNode])[];
}
/** Labels and values; what has no value is left out. */
export const Facts = ({ of }: FactsProps) => (
  <dl className="facts">
    {of
      .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
      .map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
