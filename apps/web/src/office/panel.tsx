import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import './desk.css';

interface PanelProps {
  readonly title: string;
  /** Where a link of another page leads to. */
  readonly id?: string;
  readonly children: ReactNode;
}
/** One part of a page, under its heading. */
export function Panel({ title, id, children }: PanelProps) {
  const heading = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={heading} id={id}>
      <Stack gap="sm">
        <Title order={2} id={heading}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** What is known of something: a list of names and values. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className="desk-facts">{children}</dl>
);

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}
/** One of them; nothing where nothing is known. */
export function Fact({ name, children }: FactProps) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
