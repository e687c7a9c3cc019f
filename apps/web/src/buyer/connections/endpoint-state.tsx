import type { WebhookEndpointView } from '#client';
import { Text } from '@mantine/core';
import { CircleCheck, CirclePause, TriangleAlert } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';

/** Whether an endpoint is told of things, and what is in the way. */
export function EndpointState({ of }: { readonly of: WebhookEndpointView }) {
  const say = useSay();
  const { moment } = useForms();
  const { status, disabledReason, failingSince, pausedUntil } = of;
  const Icon = status === 'disabled' ? CirclePause : failingSince ? TriangleAlert : CircleCheck;
  return (
    <Text className="due" fw={600}>
      <Icon aria-hidden size={18} />{' '}
      {[
        status === 'disabled'
          ? say(`buyer.webhook.disabled.${disabledReason ?? 'by-hand'}`)
          : failingSince
            ? say('buyer.webhook.failing', { since: moment(failingSince) })
            : say('buyer.webhook.enabled'),
        pausedUntil && say('buyer.webhook.paused', { until: moment(pausedUntil) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
}
