import { listNotifications, listQualifications, type QualificationSummary } from '#client';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMe } from '../server/me.js';
import { told } from '../server/told.js';
import { Empty } from '../ui/empty.js';
import { List } from '../ui/list.js';
import { useList } from '../ui/pages.js';
import { isMine } from '../ui/status-line.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { CaseCard } from './case-card.js';
import { DoNow } from './do-now.js';
import { dutiesOf } from './duties.js';

const SHOWN = 3;

/** Where somebody stands and what they must do: one thing first, then each case, then what was told lately. */
export function SupplierHome() {
  const say = useSay();
  const me = useMe();
  const list = useList<QualificationSummary>(['cases'], (cursor) =>
    listQualifications({ query: { cursor } }),
  );
  const open = list.items.filter(({ stage }) => stage !== 'closed');
  const [first] = dutiesOf(open, (holder) => isMine(holder, me));
  return (
    <Stack gap="lg">
      <Title order={1}>{say('supplier.home.title')}</Title>
      {first && <DoNow duty={first} />}
      <List
        list={{ ...list, items: open }}
        keyOf={({ id }) => id}
        row={(one) => <CaseCard of={one} />}
        empty={
          <Empty text={say('supplier.home.empty')}>
            <StartButton />
          </Empty>
        }
      />
      {open.length > 0 && <StartButton quiet />}
      <Lately />
    </Stack>
  );
}

function StartButton({ quiet = false }: { readonly quiet?: boolean }) {
  const say = useSay();
  return (
    <Group>
      <Button
        component={Link}
        to="/start"
        variant={quiet ? 'default' : 'filled'}
        leftSection={<Plus aria-hidden size={18} />}
      >
        {say('supplier.start.new')}
      </Button>
    </Group>
  );
}

/** The newest messages; all of them are one tap away. */
function Lately() {
  const say = useSay();
  const { moment } = useForms();
  const { data } = useQuery({
    queryKey: ['notifications', 'lately'],
    queryFn: () => told(listNotifications({ query: { limit: SHOWN } })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2}>{say('supplier.home.messages')}</Title>
      <ul className="plain-list">
        {data.items.map(({ id, subject, createdAt, readAt }) => (
          <li key={id}>
            <Text fw={readAt ? 400 : 600}>{subject}</Text>
            <Text size="sm" c="var(--frame-quiet)">
              {moment(createdAt)}
            </Text>
          </li>
        ))}
      </ul>
      <Group>
        <Button component={Link} to="/notifications" variant="default">
          {say('supplier.home.all-messages')}
        </Button>
      </Group>
    </Stack>
  );
}
