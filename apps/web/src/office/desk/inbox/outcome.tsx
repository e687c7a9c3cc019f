import type { TaskAssignmentView, TaskView } from '#client';
import { List, Stack, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import type { Problem } from '../../../server/problem.js';
import { ProblemText } from '../../../ui/problem-text.js';
import { loadWords } from '../../../words/load.js';
import { useSay, useSayCode } from '../../../words/words.js';
import type { Assigned } from './assign.js';
import { keyOf } from './ticks.js';

interface OutcomeProps {
  readonly of: Assigned | undefined;
  readonly error: Problem | null;
  readonly isPending: boolean;
  /** Those that were asked about. */
  readonly tasks: readonly TaskView[];
}
/** What became of tasks that somebody took, let go of or gave away: how many, and of each that was not why. */
export function Outcome({ of, error, isPending, tasks }: OutcomeProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => void loadWords('case').then(again, () => undefined), []);
  const count = (outcome: TaskAssignmentView['outcome']): number =>
    of?.items.filter((one) => one.outcome === outcome).length ?? 0;
  const done = count('done');
  const open = count('pending') + count('not-asked');
  const kind = of?.to === 'me' ? 'taken' : of?.to === 'nobody' ? 'released' : 'given';
  const refused = of?.items.filter(({ outcome }) => outcome === 'refused') ?? [];
  const numberOf = (one: TaskAssignmentView): string =>
    tasks.find((task) => keyOf(task) === keyOf(one))?.caseNumber ?? '';
  return (
    <Stack gap={4} role="status">
      {isPending && <Text>{say('shell.being-decided')}</Text>}
      {!isPending && error && <ProblemText error={error} />}
      {!isPending && done > 0 && (
        <Text span className="due">
          <CircleCheck aria-hidden size={16} /> {say(`office.inbox.done.${kind}`, { count: done })}
        </Text>
      )}
      {!isPending && open > 0 && <Text>{say('office.inbox.still-open', { count: open })}</Text>}
      {!isPending && refused.length > 0 && (
        <>
          <Text span fw={600} className="due">
            <TriangleAlert aria-hidden size={16} /> {say('office.inbox.refused', { count: refused.length })}
          </Text>
          <List size="sm">
            {refused.map((one) => (
              <List.Item key={keyOf(one)}>
                {numberOf(one)}: {sayCode('refusals', one.refusal?.code ?? 'unexpected-answer')}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
