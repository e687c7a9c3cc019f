import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useSay } from '../words/words.js';

interface SectionProps {
  readonly title: string;
  /** False when the supplier did not open it: then it says so, and what it would be about. */
  readonly isOpened?: boolean;
  readonly children: ReactNode;
}
/** One part of a page, under its heading. */
export function Section({ title, isOpened = true, children }: SectionProps) {
  const say = useSay();
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} id={id}>
          {title}
        </Title>
        {isOpened ? children : <Text c="var(--frame-quiet)">{say('buyer.not-opened')}</Text>}
      </Stack>
    </Paper>
  );
}
