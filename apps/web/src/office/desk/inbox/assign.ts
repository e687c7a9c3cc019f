import { assignTasks, type AssignTasks, type TaskAssignmentView } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isPassing, type Problem } from '../../../server/problem.js';
import { told } from '../../../server/told.js';

const LOOK_MS = 2_000;
/** After which the page says that some are being decided, and goes on. */
const PATIENCE_MS = 30_000;
const isOpen = ({ outcome }: TaskAssignmentView): boolean => outcome === 'pending' || outcome === 'not-asked';

export interface Assigned {
  readonly to: AssignTasks['to'];
  readonly items: readonly TaskAssignmentView[];
}

/** Asks until all is decided: the same request again goes on where it stopped, and does nothing twice. */
async function assigned(body: AssignTasks, key: string): Promise<Assigned> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await told(assignTasks({ body, headers: { 'Idempotency-Key': key } }));
    if (!items.some(isOpen) || Date.now() > until) return { to: body.to, items };
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

/** Takes tasks, lets go of them, or gives them to a colleague: each is answered for itself. */
export function useAssign() {
  const queries = useQueryClient();
  const asked = useRef<{ text: string; key: string } | undefined>(undefined);
  return useMutation<Assigned, Problem, AssignTasks>({
    mutationFn: (body) => {
      const text = JSON.stringify(body);
      // After a broken line the same question keeps its key.
      if (asked.current?.text !== text) asked.current = { text, key: crypto.randomUUID() };
      return assigned(body, asked.current.key);
    },
    onSettled: (_answer, problem, { tasks }) => {
      if (!problem || !isPassing(problem)) asked.current = undefined;
      const keys = [['tasks'], ['cases'], ...tasks.map(({ qualificationId }) => ['case', qualificationId])];
      return Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
