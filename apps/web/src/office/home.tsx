import { listQualifications, type QualificationSummary } from '#client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/empty.js';
import { List } from '../ui/list.js';
import { useList } from '../ui/pages.js';
import { StatusLine } from '../ui/status-line.js';
import { useSay } from '../words/words.js';

export function OfficeHome() {
  const say = useSay();
  const list = useList<QualificationSummary>(['cases'], (cursor) =>
    listQualifications({ query: { cursor } }),
  );
  return (
    <Stack>
      <Title order={1}>{say('office.home.title')}</Title>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => (
          <Link to="/qualifications/$id" params={{ id: one.id }} className="row-link">
            <Paper withBorder p="md">
              <Text fw={600}>
                {one.supplier.name} · {one.caseNumber}
              </Text>
              <StatusLine of={one} />
            </Paper>
          </Link>
        )}
        empty={<Empty text={say('office.home.empty')} />}
      />
    </Stack>
  );
}
