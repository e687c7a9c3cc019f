import { Stack, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useCase } from '../server/cases.js';
import { StatusLine } from '../ui/status-line.js';

export function OfficeCase() {
  const { id } = useParams({ from: '/qualifications/$id' });
  const one = useCase(id);
  return (
    <Stack>
      <Title order={1}>{one.caseNumber}</Title>
      <StatusLine of={one} />
    </Stack>
  );
}
