import { proxyActivities, sleep } from '@temporalio/workflow';
import type { WebhookActivities } from './activities.js';
import type { WebhookInput } from './messages.js';

/** Retried for what is wrong with us: a receiver that fails is an answer. Longer than the longest request. */
const { attemptWebhook } = proxyActivities<WebhookActivities>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '60s' },
});

/**
 * One event on its way to one endpoint. When to try again comes with what came of the last attempt, so that the schedule may
 * change without a new version of this.
 */
export async function webhookDelivery(input: WebhookInput): Promise<void> {
  for (;;) {
    const next = await attemptWebhook({ deliveryId: input.deliveryId, round: input.round });
    if (next.over) return;
    await sleep(Math.max(1, next.afterMs));
  }
}
