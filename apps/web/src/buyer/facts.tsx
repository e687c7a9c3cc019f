import type { ReactNode } from 'react';
import '../ui/facts.css';

/** What is known of something: a list of names and values. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className="facts">{children}</dl>
);

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}
/** One of them; nothing where nothing is known. */
export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
