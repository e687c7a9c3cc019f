import { useEffect, useRef, type RefObject } from 'react';

/** What single keys do in a list. Each gets the place of the row that has the focus, or had it last; -1 before any had. */
export interface RowKeys {
  readonly onTick: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onGive: (row: number) => void;
  readonly onHelp: () => void;
}

const WRITES = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** A letter that somebody writes, or says with a modifier, is no key of ours; nor is one while a dialog asks something. */
const isOurs = ({ ctrlKey, metaKey, altKey, defaultPrevented, target }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  !defaultPrevented &&
  !(target instanceof Element && target.closest(WRITES)) &&
  !document.querySelector('[role="dialog"], [role="alertdialog"]');

/** What a key is called; by its place where it writes no Latin letter, as on a Khmer keyboard. */
const nameOf = ({ key, code, shiftKey }: KeyboardEvent): string => {
  if (/^[ -~]$/.test(key)) return key;
  return code === 'Slash' && shiftKey ? '?' : code.replace(/^Key/, '').toLowerCase();
};

const rowsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

/** Keys for a list whose rows have `data-row` and a link: `j` and `k` go through them, the others do something to one. */
export function useRowKeys(isOn: boolean, keys: RowKeys): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const now = useRef(keys);
  useEffect(() => void (now.current = keys));
  useEffect(() => {
    if (!isOn) return;
    const place = (): number => {
      const at = rowsIn(list.current).findIndex((row) => row.contains(document.activeElement));
      if (at >= 0) last.current = at;
      return last.current;
    };
    const go = (to: number) => {
      const rows = rowsIn(list.current);
      last.current = Math.max(0, Math.min(to, rows.length - 1));
      rows[last.current]?.querySelector<HTMLElement>('a')?.focus();
    };
    const does: Readonly<Record<string, () => void>> = {
      j: () => go(place() + 1),
      k: () => go(place() - 1),
      x: () => now.current.onTick(place()),
      e: () => now.current.onOpen(place()),
      a: () => now.current.onGive(place()),
      '?': () => now.current.onHelp(),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = isOurs(event) ? does[nameOf(event)] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
  return list;
}
