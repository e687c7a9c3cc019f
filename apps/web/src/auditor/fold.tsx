import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** A heading of the page, or a part of an item. */
  readonly kind?: 'audit' | 'item';
}
/** What may stay folded away. The browser's own, so that it works with every reader and needs no script. */
export const Fold = ({ title, children, open = false, kind = 'audit' }: FoldProps) => (
  <details className={`${kind}-fold`} open={open}>
    <summary>{kind === 'audit' ? <h2 className="fold-title">{title}</h2> : title}</summary>
    {children}
  </details>
);
