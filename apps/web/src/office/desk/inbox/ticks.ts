import type { TaskView } from '#client';
import { useState } from 'react';

/** So many tasks are assigned by one request at most. */
export const MOST_TICKED = 50;

type Named = Pick<TaskView, 'qualificationId' | 'task'>;
export const keyOf = ({ qualificationId, task }: Named): string => `${qualificationId} ${task}`;

export interface Ticks {
  readonly tasks: readonly TaskView[];
  readonly isFull: boolean;
  readonly has: (task: Named) => boolean;
  readonly toggle: (task: Named) => void;
  /** All that are shown, as many as fit; none when all are. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Which of the tasks that are shown are ticked. What is not shown any more is not ticked either. */
export function useTicks(shown: readonly TaskView[]): Ticks {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const tasks = shown.filter((one) => keys.has(keyOf(one)));
  const isFull = tasks.length >= MOST_TICKED;
  const set = (list: readonly Named[]) => setKeys(new Set(list.map(keyOf)));
  const has = (one: Named): boolean => keys.has(keyOf(one));
  return {
    ...{ tasks, isFull, has },
    toggle: (one) => {
      if (has(one)) set(tasks.filter((other) => keyOf(other) !== keyOf(one)));
      else if (!isFull) set([...tasks, one]);
    },
    toggleAll: () =>
      set(tasks.length === Math.min(shown.length, MOST_TICKED) ? [] : shown.slice(0, MOST_TICKED)),
    clear: () => setKeys(new Set()),
  };
}
