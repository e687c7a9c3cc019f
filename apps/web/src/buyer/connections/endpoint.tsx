import '../../ui/more-styles.js';
import {
  deleteWebhookEndpoint,
  disableWebhookEndpoint,
  enableWebhookEndpoint,
  getWebhookEndpoint,
  recoverWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
  type NewWebhookEndpointView,
  type WebhookEndpointDetail,
  type WebhookRecovery,
} from '#client';
import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fact, Facts } from '../facts.js';
import { Section } from '../section.js';
import { Deliveries } from './deliveries.js';
import { EndpointState } from './endpoint-state.js';
import { ShownOnce } from './shown-once.js';
import '../buyer.css';
import './connections.css';

/** Something is done to an endpoint, and what is known of it is read anew. */
function useAct<T>(act: () => Promise<T>) {
  const queries = useQueryClient();
  return useMutation<T, Problem>({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

/** One endpoint: how it stands, what was sent there, and what an administrator may do. */
export function Endpoint() {
  const say = useSay();
  const { endpointId: id } = useParams({ from: '/connections/$endpointId' });
  const { data: one } = useSuspenseQuery({
    queryKey: ['webhooks', id],
    queryFn: () => told(getWebhookEndpoint({ path: { id } })),
  });
  return (
    <Stack>
      <Title order={1}>{one.url}</Title>
      <Link to="/connections" className="text-link">
        {say('buyer.webhook.back')}
      </Link>
      {one.description && <Text>{one.description}</Text>}
      <EndpointState of={one} />
      <LastDay of={one} />
      <Acts of={one} />
      <Secrets of={one} />
      <Recover id={id} />
      <Deliveries endpointId={id} />
    </Stack>
  );
}

function LastDay({ of: { lastDay } }: { readonly of: WebhookEndpointDetail }) {
  const say = useSay();
  const { number } = useForms();
  const counts = Object.entries(lastDay).filter(([, count]) => count > 0);
  return (
    <Section title={say('buyer.webhook.last-day')}>
      {counts.length === 0 && <Text>{say('buyer.webhook.last-day.none')}</Text>}
      <Facts>
        {counts.map(([status, count]) => (
          <Fact key={status} name={say(`buyer.delivery.${status}`)}>
            {number(count)}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}

function Acts({ of: { id, status } }: { readonly of: WebhookEndpointDetail }) {
  const say = useSay();
  const navigate = useNavigate();
  const path = { id };
  const headers = () => ({ 'Idempotency-Key': crypto.randomUUID() });
  const test = useAct(() => told(testWebhookEndpoint({ path, headers: headers() })));
  const isOn = status === 'enabled';
  const turn = useAct(() => told(isOn ? disableWebhookEndpoint({ path }) : enableWebhookEndpoint({ path })));
  const remove = useAct(() => told(deleteWebhookEndpoint({ path })));
  const error = test.error ?? turn.error ?? remove.error;
  return (
    <>
      <Group gap="sm" align="flex-start">
        <SureButton loading={test.isPending} disabled={!isOn} onYes={() => test.mutate()}>
          {say('buyer.webhook.test')}
        </SureButton>
        <SureButton
          variant="default"
          loading={turn.isPending}
          question={isOn ? say('buyer.webhook.disable.sure') : undefined}
          onYes={() => turn.mutate()}
        >
          {say(isOn ? 'buyer.webhook.disable' : 'buyer.webhook.enable')}
        </SureButton>
        <SureButton
          variant="light"
          color="red"
          loading={remove.isPending}
          question={say('buyer.webhook.delete.sure')}
          onYes={() => remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/connections' }) })}
        >
          {say('buyer.webhook.delete')}
        </SureButton>
      </Group>
      {test.isSuccess && <Text role="status">{say('buyer.webhook.tested')}</Text>}
      {error && <ProblemText error={error} />}
    </>
  );
}

function Secrets({ of: { id, secrets } }: { readonly of: WebhookEndpointDetail }) {
  const say = useSay();
  const { moment } = useForms();
  const rotate = useAct<NewWebhookEndpointView>(() =>
    told(
      rotateWebhookSecret({ path: { id }, body: {}, headers: { 'Idempotency-Key': crypto.randomUUID() } }),
    ),
  );
  const secret = rotate.data?.secret;
  return (
    <Section title={say('buyer.webhook.secrets')}>
      <ul className="plain-list">
        {secrets.map((one) => (
          <li key={one.id}>
            <Text>
              {[
                one.kind,
                say('buyer.webhook.secret.since', { since: moment(one.createdAt) }),
                one.expiresAt && say('buyer.webhook.secret.until', { until: moment(one.expiresAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {one.publicKey && <code className="secret">{one.publicKey}</code>}
          </li>
        ))}
      </ul>
      {secret && <ShownOnce secret={secret} text={say('buyer.webhook.secret')} onDone={rotate.reset} />}
      {rotate.error && <ProblemText error={rotate.error} />}
      <Group>
        <SureButton
          variant="default"
          loading={rotate.isPending}
          question={say('buyer.webhook.rotate.sure')}
          onYes={() => rotate.mutate()}
        >
          {say('buyer.webhook.rotate')}
        </SureButton>
      </Group>
    </Section>
  );
}

/** Sends again all that did not arrive since a moment. */
function Recover({ id }: { readonly id: string }) {
  const say = useSay();
  const [since, setSince] = useState('');
  // A day and time of this browser, as its field gives them.
  const instant = since && new Date(since).toISOString();
  const recover = useAct<WebhookRecovery>(() =>
    told(recoverWebhookEndpoint({ path: { id }, body: { since: instant } })),
  );
  return (
    <Section title={say('buyer.webhook.recover')}>
      <Text size="sm">{say('buyer.webhook.recover.how')}</Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          type="datetime-local"
          label={say('buyer.webhook.recover.since')}
          value={since}
          onChange={({ target }) => setSince(target.value)}
        />
        <SureButton
          variant="default"
          loading={recover.isPending}
          disabled={!instant}
          question={say('buyer.webhook.recover.sure')}
          onYes={() => recover.mutate()}
        >
          {say('buyer.webhook.recover.now')}
        </SureButton>
      </Group>
      {recover.data && (
        <Text role="status">
          {say(recover.data.more ? 'buyer.webhook.recovered.more' : 'buyer.webhook.recovered', {
            count: recover.data.recovered,
          })}
        </Text>
      )}
      {recover.error && <ProblemText error={recover.error} />}
    </Section>
  );
}
