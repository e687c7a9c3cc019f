import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  /** By which a link leads to it. */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}
/** One part of a page, under its heading. */
export const Section = ({ id, title, children }: SectionProps) => (
  <Paper withBorder p="md" component="section" aria-labelledby={`${id}-title`} id={id} className="section">
    <Stack gap="sm">
      <Title order={2} id={`${id}-title`}>
        {title}
      </Title>
      {children}
    </Stack>
  </Paper>
);
