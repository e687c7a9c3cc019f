import type { TaskAssignmentView, TaskView } from '#client';
import { CloseButton, List, Paper, Stack, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../../server/problem.js';
import { ProblemText } from '../../../ui/problem-text.js';
import { useMoreWords } from '../../../words/more-words.js';
import { useForms } from '../../../words/forms.js';
import { useSay, useSayCode } from '../../../words/words.js';
import type { Assigned } from './assign.js';
import { keyOf } from './ticks.js';

interface OutcomeProps {
  readonly of: Assigned | undefined;
  readonly error: Problem | null;
  readonly isPending: boolean;
  /** Those that were asked about. */
  readonly tasks: readonly TaskView[];
  readonly onClose: () => void;
}
/** What became of tasks that somebody took, let go of or gave away. It stays where it is seen until it is put away. */
export function Outcome({ of, error, isPending, tasks, onClose }: OutcomeProps) {
  const say = useSay();
  return (
    <div role="status">
      {isPending && (
        <Paper withBorder shadow="sm" p="sm">
          {say('shell.being-decided')}
        </Paper>
      )}
      {!isPending && (error || of) && (
        <Paper withBorder shadow="sm" p="sm" className="outcome">
          {error && <ProblemText error={error} />}
          {of && <Told of={of} tasks={tasks} />}
          <CloseButton size={44} aria-label={say('office.close')} onClick={onClose} />
        </Paper>
      )}
    </div>
  );
}

/** How many it was done to, and of each of the others why not. */
function Told({ of: { to, items }, tasks }: { readonly of: Assigned; readonly tasks: readonly TaskView[] }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { named } = useForms();
  useMoreWords('case');
  const count = (...outcomes: TaskAssignmentView['outcome'][]): number =>
    items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const done = count('done');
  const open = count('pending', 'not-asked');
  const refused = items.filter(({ outcome }) => outcome === 'refused');
  const kind = to === 'me' ? 'taken' : to === 'nobody' ? 'released' : 'given';
  const numberOf = (one: TaskAssignmentView): string =>
    tasks.find((task) => keyOf(task) === keyOf(one))?.caseNumber ?? '';
  return (
    <Stack gap={4}>
      {done > 0 && (
        <Text span className="due">
          <CircleCheck aria-hidden size={16} /> {say(`office.inbox.done.${kind}`, { count: done })}
        </Text>
      )}
      {open > 0 && <Text>{say('office.inbox.still-open', { count: open })}</Text>}
      {refused.length > 0 && (
        <>
          <Text span fw={600} className="due">
            <TriangleAlert aria-hidden size={16} /> {say('office.inbox.refused', { count: refused.length })}
          </Text>
          <List size="sm">
            {refused.map((one) => (
              <List.Item key={keyOf(one)}>
                {named(numberOf(one), sayCode('refusals', one.refusal?.code ?? 'unexpected-answer'))}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
