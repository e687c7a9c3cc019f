import { useEffect } from 'react';

const KEYS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** J goes on and K goes back, unless somebody types, or a dialog is open. */
export function useStepKeys(onStep: (by: number) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const by = KEYS[event.key.toLowerCase()];
      const target = event.target as HTMLElement | null;
      const typing = target?.closest('input, textarea, select, [contenteditable], [role="dialog"]');
      if (by === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onStep(by);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [onStep]);
}
