import {
  getWebhookDelivery,
  listWebhookDeliveries,
  resendWebhookDelivery,
  type WebhookDeliveryDetail,
  type WebhookDeliveryView,
} from '#client';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { Loading } from '../../ui/loading.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { Section } from '../section.js';

const STATUSES = ['pending', 'started', 'delivered', 'failed', 'gone', 'withheld', 'held', 'parked'] as const;

const UNDER_WAY: readonly string[] = ['pending', 'started'];
const LOOK_MS = 5_000;

/** What was sent to an endpoint, newest first, with every attempt. */
export function Deliveries({ endpointId }: { readonly endpointId: string }) {
  const say = useSay();
  const filters: readonly Filter[] = [
    {
      name: 'status',
      label: say('buyer.delivery.status'),
      options: STATUSES.map((value) => ({ value, label: say(`buyer.delivery.${value}`) })),
    },
  ];
  const query = useFilters(filters) as { status?: (typeof STATUSES)[number] };
  const list = useList<WebhookDeliveryView>(['webhooks', endpointId, 'deliveries', query], (cursor) =>
    listWebhookDeliveries({ path: { id: endpointId }, query: { ...query, cursor } }),
  );
  const { refetch } = list;
  const isOnItsWay = list.items.some(({ status }) => UNDER_WAY.includes(status));
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isOnItsWay, refetch]);
  return (
    <Section title={say('buyer.deliveries')}>
      <Filters filters={filters} />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Delivery of={one} />}
        empty={<Empty text={say('buyer.deliveries.empty')} />}
      />
    </Section>
  );
}

function Delivery({ of }: { readonly of: WebhookDeliveryView }) {
  const say = useSay();
  const { moment } = useForms();
  const queries = useQueryClient();
  const resend = useMutation<unknown, Problem>({
    mutationFn: () => told(resendWebhookDelivery({ path: { id: of.id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const isOver = !UNDER_WAY.includes(of.status);
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text fw={600}>{of.type}</Text>
        <Text size="sm">
          {[
            say(`buyer.delivery.${of.status}`),
            say('buyer.delivery.attempts', { count: of.attempts }),
            moment(of.createdAt),
            of.nextAt && of.attempts > 0 && say('buyer.delivery.next', { at: moment(of.nextAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group gap="sm">
          {isOver && (
            <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
              {say('buyer.delivery.resend')}
            </Button>
          )}
        </Group>
        {resend.error && <ProblemText error={resend.error} />}
        <Attempts id={of.id} />
      </Stack>
    </Paper>
  );
}

function Attempts({ id }: { readonly id: string }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const { data, error, isPending } = useQuery({
    queryKey: ['webhooks', 'delivery', id],
    queryFn: () => told(getWebhookDelivery({ path: { id } })),
    enabled: isOpen,
  });
  return (
    <Fold title={say('buyer.delivery.log')} onToggle={setOpen}>
      {error && <ProblemText error={error} />}
      {isOpen && isPending && <Loading />}
      {data?.log.length === 0 && <Text size="sm">{say('buyer.delivery.log.none')}</Text>}
      <ul className="plain-list">
        {data?.log.map((one) => (
          <li key={`${one.round}.${one.attempt}`}>
            <Attempt of={one} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Attempt({ of }: { readonly of: WebhookDeliveryDetail['log'][number] }) {
  const say = useSay();
  const { moment, number } = useForms();
  return (
    <>
      <Text size="sm">
        {[
          say('buyer.delivery.attempt', { nth: of.attempt }),
          moment(of.at),
          of.statusCode === null ? of.error : say('buyer.delivery.answered', { status: of.statusCode }),
          say('buyer.delivery.took', { ms: number(of.latencyMs) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {of.answer && <pre className="answer">{of.answer}</pre>}
    </>
  );
}
