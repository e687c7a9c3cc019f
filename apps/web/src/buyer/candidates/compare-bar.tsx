import { Button, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSay } from '../../words/words.js';

interface CompareBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
}
/** How many were chosen, and the way to them side by side. */
export function CompareBar({ ids, onClear }: CompareBarProps) {
  const say = useSay();
  if (ids.length === 0) return null;
  return (
    <Paper withBorder p="sm" className="compare-bar" role="region" aria-label={say('buyer.compare.title')}>
      <Group gap="sm">
        <Text role="status">{say('buyer.compare.chosen', { count: ids.length })}</Text>
        <Button
          renderRoot={(props) => (
            <Link to="/compare" search={{ compare: ids.join('.') } as never} {...props} />
          )}
        >
          {say('buyer.compare.now')}
        </Button>
        <Button variant="subtle" onClick={onClear}>
          {say('buyer.compare.clear')}
        </Button>
      </Group>
    </Paper>
  );
}
