import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly text: string;
  /** The one useful action. */
  readonly children?: ReactNode;
}
/** Where there is nothing yet: what will appear here. */
export const Empty = ({ text, children }: EmptyProps) => (
  <Paper withBorder p="lg">
    <Stack align="flex-start">
      <Text>{text}</Text>
      {children}
    </Stack>
  </Paper>
);
