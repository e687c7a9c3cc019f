import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import './fold.css';

interface FoldProps {
  readonly title: string;
  /** Open where there is room: on a desk. */
  readonly isOpenOnDesk?: boolean;
  readonly className?: string;
  /** Told when it was opened or folded. */
  readonly onToggle?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}
/** What is not needed at first sight: folded until somebody opens it. */
export function Fold({ title, isOpenOnDesk = false, className = '', onToggle, children }: FoldProps) {
  const isDesk = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  return (
    <details
      className={`fold ${className}`}
      open={isOpenOnDesk && isDesk}
      onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
