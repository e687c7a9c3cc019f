import {
  listParkedEvents,
  listParkedWebhookDeliveries,
  retryParkedEvent,
  retryWebhookDelivery,
  type ParkedEventView,
  type WebhookDeliveryView,
} from '#client';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useAct } from './use-act.js';

/** What happened in cases and could not be told to others. */
export function ParkedEvents() {
  const say = useSay();
  const list = useList<ParkedEventView>(['operations', 'parked-events'], (cursor) =>
    listParkedEvents({ query: { cursor } }),
  );
  return (
    <Section id="events" title={say('office.operations.events')}>
      <Text size="sm">{say('office.operations.events.what')}</Text>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <ParkedEvent of={one} />}
        empty={<Empty text={say('office.operations.events.empty')} />}
      />
    </Section>
  );
}

function ParkedEvent({
  of: { id, qualificationId, type, reason, parkedAt },
}: {
  readonly of: ParkedEventView;
}) {
  const say = useSay();
  const { moment } = useForms();
  const retry = useAct(() =>
    told(retryParkedEvent({ path: { id }, headers: { 'Idempotency-Key': crypto.randomUUID() } })),
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={600}>{type}</Text>
        <Text>{say(`office.operations.event.${reason}`)}</Text>
        <Text size="sm" className="office-quiet">
          {say('office.operations.since', { at: moment(parkedAt) })}
        </Text>
        <Group gap="md">
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say('office.operations.event.retry')}
          </Button>
          <Link to="/qualifications/$id" params={{ id: qualificationId }} className="office-link">
            {say('office.operations.its-case')}
          </Link>
        </Group>
        {retry.error && <ProblemText error={retry.error} />}
      </Stack>
    </Paper>
  );
}

/** Events that could not be sent to a firm's program at all. */
export function ParkedDeliveries({ isOfficer }: { readonly isOfficer: boolean }) {
  const say = useSay();
  const list = useList<WebhookDeliveryView>(['operations', 'parked-deliveries'], (cursor) =>
    listParkedWebhookDeliveries({ query: { cursor } }),
  );
  return (
    <Section id="deliveries" title={say('office.operations.deliveries')}>
      <Text size="sm">{say('office.operations.deliveries.what')}</Text>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <ParkedDelivery of={one} isOfficer={isOfficer} />}
        empty={<Empty text={say('office.operations.deliveries.empty')} />}
      />
    </Section>
  );
}

interface ParkedDeliveryProps {
  readonly of: WebhookDeliveryView;
  readonly isOfficer: boolean;
}
function ParkedDelivery({ of, isOfficer }: ParkedDeliveryProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const retry = useAct(() => told(retryWebhookDelivery({ path: { id: of.id } })));
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{of.type}</Text>
        {of.parkedReason && <Text>{sayCode('office.operations.delivery', of.parkedReason)}</Text>}
        <Text size="sm" className="office-quiet">
          {[
            say('office.operations.since', { at: moment(of.createdAt) }),
            say('office.operations.attempts', { count: of.attempts }),
          ].join(' · ')}
        </Text>
        {isOfficer && (
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say('office.operations.delivery.retry')}
          </Button>
        )}
        {retry.error && <ProblemText error={retry.error} />}
      </Stack>
    </Paper>
  );
}
