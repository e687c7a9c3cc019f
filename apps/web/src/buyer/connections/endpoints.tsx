import {
  createWebhookEndpoint,
  listWebhookEndpoints,
  type CreateWebhookEndpoint,
  type NewWebhookEndpointView,
  type WebhookEndpointView,
} from '#client';
import { Button, Checkbox, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { ListField } from '../fields.js';
import { EndpointState } from './endpoint-state.js';
import { ShownOnce } from './shown-once.js';

/** Where this firm's programs are told of things. */
export function Endpoints() {
  const say = useSay();
  const list = useList<WebhookEndpointView>(['webhooks'], (cursor) =>
    listWebhookEndpoints({ query: { cursor } }),
  );
  return (
    <>
      <NewEndpoint />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Row of={one} />}
        empty={<Empty text={say('buyer.webhooks.empty')} />}
      />
    </>
  );
}

function Row({ of }: { readonly of: WebhookEndpointView }) {
  const say = useSay();
  return (
    <Link to="/connections/$endpointId" params={{ endpointId: of.id }} className="row-link">
      <Paper withBorder p="sm">
        <Text fw={600}>{of.url}</Text>
        {of.description && <Text size="sm">{of.description}</Text>}
        <EndpointState of={of} />
        <Text size="sm" c="var(--frame-quiet)">
          {of.eventTypes
            ? say('buyer.webhook.types', { count: of.eventTypes.length })
            : say('buyer.webhook.types.all')}
        </Text>
      </Paper>
    </Link>
  );
}

function NewEndpoint() {
  const say = useSay();
  const queries = useQueryClient();
  const [nth, setNth] = useState(0);
  const create = useMutation<NewWebhookEndpointView, Problem, CreateWebhookEndpoint>({
    mutationFn: (body) =>
      told(createWebhookEndpoint({ body, headers: { 'Idempotency-Key': crypto.randomUUID() } })),
    onSuccess: () => {
      setNth(nth + 1);
      return queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  const secret = create.data?.secret;
  return (
    <>
      {secret && <ShownOnce secret={secret} text={say('buyer.webhook.secret')} onDone={create.reset} />}
      <Fold key={nth} title={say('buyer.webhook.new')}>
        <EndpointForm onSubmit={create.mutate} isPending={create.isPending} error={create.error} />
      </Fold>
    </>
  );
}

interface EndpointFormProps {
  readonly onSubmit: (body: CreateWebhookEndpoint) => void;
  readonly isPending: boolean;
  readonly error: Problem | null;
}
function EndpointForm({ onSubmit, isPending, error }: EndpointFormProps) {
  const say = useSay();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [eventTypes, setTypes] = useState<readonly string[]>([]);
  const [v1a, setV1a] = useState(false);
  const isAddress = /^https:\/\/\S+$/.test(url.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAddress) return;
        const words = description.trim();
        onSubmit({
          ...{ url: url.trim(), v1a },
          ...(words && { description: words }),
          ...(eventTypes.length > 0 && { eventTypes: [...eventTypes] }),
        });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say('buyer.webhook.url')}
          description={say('buyer.webhook.url.hint')}
          type="url"
          value={url}
          error={url !== '' && !isAddress ? say('buyer.webhook.url.wrong') : undefined}
          onChange={({ target }) => setUrl(target.value)}
        />
        <TextInput
          label={say('buyer.webhook.description')}
          value={description}
          maxLength={200}
          onChange={({ target }) => setDescription(target.value)}
        />
        <ListField
          label={say('buyer.webhook.event-types')}
          hint={say('buyer.webhook.event-types.hint')}
          between={/[\s,;]+/}
          join={'\n'}
          lines={2}
          value={eventTypes}
          onChange={setTypes}
        />
        <a href="/events" target="_blank" className="text-link">
          {say('buyer.webhook.event-types.list')}
        </a>
        <Checkbox
          label={say('buyer.webhook.v1a')}
          checked={v1a}
          onChange={({ target }) => setV1a(target.checked)}
        />
        {error && <ProblemText error={error} />}
        <Button type="submit" loading={isPending} disabled={!isAddress} className="align-start">
          {say('buyer.webhook.create')}
        </Button>
      </Stack>
    </form>
  );
}
