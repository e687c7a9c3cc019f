import { listNotifications, readNotifications, type NotificationView } from '#client';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Problem } from '../server/problem.js';
import { told } from '../server/told.js';
import { Empty } from '../ui/empty.js';
import { List } from '../ui/list.js';
import { Mark } from '../ui/mark.js';
import { useList } from '../ui/pages.js';
import { ProblemText } from '../ui/problem-text.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';

function Row({
  of: { subject, text, link, createdAt, readAt, qualificationId },
}: {
  readonly of: NotificationView;
}) {
  const say = useSay();
  const { moment } = useForms();
  // The whole row leads to the case: its address is for messages that are read elsewhere.
  const said = text.split('\n').filter((line) => !link || !line.includes(link));
  const body = (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs">
        <Text fw={readAt ? 400 : 600}>{subject}</Text>
        {!readAt && <Mark>{say('shell.notifications.unread')}</Mark>}
      </Group>
      {said.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Text size="sm" c="var(--frame-quiet)">
        {moment(createdAt)}
      </Text>
    </Paper>
  );
  if (!qualificationId) return body;
  return (
    <Link to="/qualifications/$id" params={{ id: qualificationId }} className="row-link">
      {body}
    </Link>
  );
}

/** What somebody was told, newest first. */
export function Notifications() {
  const say = useSay();
  const queries = useQueryClient();
  const list = useList<NotificationView>(['notifications', 'list'], (cursor) =>
    listNotifications({ query: { cursor } }),
  );
  const newest = list.items[0];
  const read = useMutation<unknown, Problem, string>({
    mutationFn: (upTo) => told(readNotifications({ body: { upTo } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <Stack>
      <Title order={1}>{say('shell.notifications.title')}</Title>
      {newest && list.items.some(({ readAt }) => !readAt) && (
        <Group>
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate(newest.id)}>
            {say('shell.notifications.read-all')}
          </Button>
        </Group>
      )}
      {read.error && <ProblemText error={read.error} />}
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Row of={one} />}
        empty={<Empty text={say('shell.notifications.empty')} />}
      />
    </Stack>
  );
}
