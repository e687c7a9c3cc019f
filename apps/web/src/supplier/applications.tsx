import { listQualifications, type QualificationSummary } from '#client';
import { Button, Group, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Empty } from '../ui/empty.js';
import { Filters, useFilters } from '../ui/filters.js';
import { List } from '../ui/list.js';
import { useList } from '../ui/pages.js';
import { useSay } from '../words/words.js';
import { categoryCodes } from './apply/forms.js';
import { CaseCard } from './case-card.js';

const STAGES = [
  'application',
  'assessment',
  'pilot-order',
  'approval',
  'qualified',
  'appeal',
  'closed',
] as const;

/** All cases of the firm, those that are over too. */
export function Applications() {
  const say = useSay();
  const filters = [
    {
      name: 'stage',
      label: say('supplier.filter.stage'),
      options: STAGES.map((value) => ({ value, label: say(`supplier.stage.${value}`) })),
    },
    {
      name: 'category',
      label: say('supplier.filter.category'),
      options: categoryCodes.map((value) => ({ value, label: say(`supplier.category.${value}`) })),
    },
  ];
  const chosen = useFilters(filters);
  const list = useList<QualificationSummary>(['cases', 'all', chosen], (cursor) =>
    listQualifications({ query: { cursor, ...chosen } as never }),
  );
  return (
    <Stack>
      <Title order={1}>{say('supplier.applications.title')}</Title>
      <Filters filters={filters} />
      <Group>
        <Button component={Link} to="/start" variant="default" leftSection={<Plus aria-hidden size={18} />}>
          {say('supplier.start.new')}
        </Button>
      </Group>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <CaseCard of={one} />}
        empty={<Empty text={say('supplier.applications.empty')} />}
      />
    </Stack>
  );
}
