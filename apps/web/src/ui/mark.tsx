import type { ReactNode } from 'react';
import './mark.css';

interface MarkProps {
  /** How it stands; the colour only says again what the word says. */
  readonly stands?: 'good' | 'attention' | 'stop' | 'open';
  readonly children: ReactNode;
}
/** A word that stands out. */
export const Mark = ({ stands = 'open', children }: MarkProps) => (
  <span className="mark" data-stands={stands}>
    {children}
  </span>
);
