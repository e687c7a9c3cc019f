import { askCommand, getCommand, type AskCommand } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isPassing, Problem } from './problem.js';
import { told } from './told.js';

const LOOK_MS = 2_000;
/** After which the page says that it is being decided, and goes on. */
const PATIENCE_MS = 30_000;

/** A refusal that was looked up comes without the rest of a problem. */
const NO_VIEW = { type: 'about:blank', title: '', status: 409 };

export interface Asked {
  /** `pending`: it is kept, and will be decided. */
  readonly status: 'done' | 'pending';
}

/** Waits until a command that was kept is decided. @throws Problem when it is refused */
export async function decided(commandId: string): Promise<Asked> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
    const { status, refusal } = await told(getCommand({ path: { id: commandId } }));
    if (refusal) throw new Problem(refusal.code, 409, { ...NO_VIEW, ...refusal });
    if (status === 'done') return { status };
  }
  return { status: 'pending' };
}

/**
 * Asks for a decision about a case. Asking the same again after a broken line is the same question: it is decided once.
 */
export function useAsk(caseId: string) {
  const queries = useQueryClient();
  const asked = useRef<{ text: string; key: string } | undefined>(undefined);
  return useMutation<Asked, Problem, AskCommand>({
    mutationFn: async (command) => {
      const text = JSON.stringify(command);
      if (asked.current?.text !== text) asked.current = { text, key: crypto.randomUUID() };
      const headers = { 'Idempotency-Key': asked.current.key };
      const { status, commandId } = await told(askCommand({ path: { id: caseId }, body: command, headers }));
      return status === 'pending' ? decided(commandId) : { status };
    },
    onSettled: (_answer, problem) => {
      if (!problem || !isPassing(problem)) asked.current = undefined;
      return Promise.all(
        [['case', caseId], ['cases'], ['tasks']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
}
