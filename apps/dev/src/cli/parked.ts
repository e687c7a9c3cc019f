import {
  listParkedEvents,
  listParkedWebhookDeliveries,
  retryParkedEvent,
  retryWebhookDelivery,
  type ParkedEventView,
  type WebhookDeliveryView,
} from '#client';
import { minute } from '../demo/wording.js';
import { answerTo } from './asking.js';
import { orDash, paged, pageLines, show, type Group, type PageOptions } from './terminal.js';

const events = pageLines<ParkedEventView>(['event', 'case', 'entry', 'type', 'reason', 'since'], (event) => [
  ...[event.id, event.qualificationId, event.sequence, event.type, event.reason, minute(event.parkedAt)],
]);
const deliveries = pageLines<WebhookDeliveryView>(
  ['delivery', 'endpoint', 'type', 'reason', 'since'],
  ({ id, endpointId, type, parkedReason, createdAt }) => [
    ...[id, endpointId, type, orDash(parkedReason), minute(createdAt)],
  ],
);

/** `parked list|retry`: what was set aside, so that the rest could go on; events, or deliveries of webhooks. */
export const parked: Group = (program, deskOf) => {
  const group = program.command('parked').description('events and deliveries that were set aside (office)');
  paged(group.command('list').description('events that have no place in the feed, and why'))
    .option('--deliveries', 'deliveries of webhooks that could not be sent at all')
    .action(async ({ deliveries: ofWebhooks, ...query }: PageOptions & { deliveries?: true }) => {
      const desk = deskOf();
      const { client } = desk;
      if (ofWebhooks) show(desk, await answerTo(listParkedWebhookDeliveries({ client, query })), deliveries);
      else show(desk, await answerTo(listParkedEvents({ client, query })), events);
    });
  group
    .command('retry <id>')
    .description('have an event told again')
    .option('--delivery', 'it is a delivery of a webhook')
    .action(async (id: string, { delivery }: { delivery?: true }) => {
      const desk = deskOf();
      const asked = { client: desk.client, path: { id } };
      const answer: unknown = await (delivery
        ? answerTo(retryWebhookDelivery(asked))
        : answerTo(retryParkedEvent(asked)));
      show(desk, answer, () => [`  ${id} is tried again`]);
    });
};
