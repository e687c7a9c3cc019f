import type { AssignTasks } from '#client';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useMe } from '../../../server/me.js';
import { useSay } from '../../../words/words.js';
import { MOST_TICKED, type Ticks } from './ticks.js';

interface BulkBarProps {
  readonly ticks: Ticks;
  readonly onAssign: (to: AssignTasks['to']) => void;
  readonly onGive: () => void;
}
/** What may be done to all tasks that are ticked. */
export function BulkBar({ ticks, onAssign, onGive }: BulkBarProps) {
  const say = useSay();
  const own = useMe().person.id;
  const { tasks, isFull } = ticks;
  if (tasks.length === 0) return null;
  return (
    <Paper withBorder shadow="sm" p="sm" role="region" aria-label={say('office.inbox.bulk')}>
      <Group gap="xs">
        <Text role="status" fw={600}>
          {say(isFull ? 'office.inbox.ticked-full' : 'office.inbox.ticked', {
            count: tasks.length,
            most: MOST_TICKED,
          })}
        </Text>
        <Button onClick={() => onAssign('me')}>{say('office.inbox.take')}</Button>
        <Button variant="default" aria-haspopup="dialog" onClick={onGive}>
          {say('office.inbox.give')}
        </Button>
        {tasks.some(({ claimedBy }) => claimedBy === own) && (
          <Button variant="default" onClick={() => onAssign('nobody')}>
            {say('office.inbox.release')}
          </Button>
        )}
        <Button variant="subtle" onClick={ticks.clear}>
          {say('office.inbox.untick')}
        </Button>
      </Group>
    </Paper>
  );
}
