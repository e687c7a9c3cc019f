import {
  getWebhookDelivery,
  listWebhookDeliveries,
  listWebhookEndpoints,
  recoverWebhookEndpoint,
  resendWebhookDelivery,
  testWebhookEndpoint,
  type WebhookDeliveryDetail,
  type WebhookDeliveryView,
  type WebhookEndpointView,
} from '#client';
import { table } from '../demo/terminal.js';
import { minute } from '../demo/wording.js';
import { answerTo } from './asking.js';
import {
  harmless,
  orDash,
  paged,
  pageLines,
  show,
  type Desk,
  type Group,
  type PageOptions,
} from './terminal.js';

const endpoints = pageLines<WebhookEndpointView>(
  ['endpoint', 'url', 'status', 'types', 'failing since'],
  ({ id, url, status, disabledReason, eventTypes, failingSince }) => [
    ...[id, url, disabledReason ? `${status}, ${disabledReason}` : status],
    ...[eventTypes ? eventTypes.length : 'all', failingSince ? minute(failingSince) : '-'],
  ],
);
const deliveries = pageLines<WebhookDeliveryView>(
  ['delivery', 'event', 'type', 'status', 'attempts', 'since'],
  ({ id, eventId, type, status, attempts, createdAt }) => [
    ...[id, eventId, type, status, attempts, minute(createdAt)],
  ],
);
const oneDelivery = ({ id, type, status, attempts }: WebhookDeliveryView): readonly string[] => [
  `  ${id}  ${type}: ${status}, ${attempts} attempts`,
];
const withLog = (delivery: WebhookDeliveryDetail): readonly string[] => [
  ...oneDelivery(delivery),
  ...table(
    ['at', 'answered', 'ms', 'what was answered'],
    delivery.log.map(({ at, statusCode, error, latencyMs, answer }) => [
      ...[
        minute(at),
        String(statusCode ?? error),
        latencyMs,
        orDash(harmless(answer?.split('\n')[0] ?? '').slice(0, 80)),
      ],
    ]),
  ),
];

/** Sends until nothing is left that did not arrive: one answer tells of some at a time. */
async function recover(desk: Desk, id: string, since: string): Promise<void> {
  let recovered = 0;
  for (;;) {
    const asked = recoverWebhookEndpoint({ client: desk.client, path: { id }, body: { since } });
    const answer = await answerTo(asked);
    recovered += answer.recovered;
    if (answer.more && answer.recovered > 0) continue;
    return show(desk, { recovered, more: answer.more }, () => [`  ${recovered} deliveries are on their way`]);
  }
}

/** `webhooks list|deliveries|delivery|resend|recover|test` */
export const webhooks: Group = (program, deskOf) => {
  const group = program.command('webhooks').description('where organisations are told of events');
  paged(group.command('list').description('the endpoints of your organisation')).action(
    async (query: PageOptions) => {
      const desk = deskOf();
      show(desk, await answerTo(listWebhookEndpoints({ client: desk.client, query })), endpoints);
    },
  );
  paged(group.command('deliveries <endpoint>').description('what was sent there, the newest first'))
    .option('--status <status>', 'only with this status')
    .action(async (id: string, query: PageOptions & { status?: WebhookDeliveryView['status'] }) => {
      const desk = deskOf();
      const asked = listWebhookDeliveries({ client: desk.client, path: { id }, query });
      show(desk, await answerTo(asked), deliveries);
    });
  group
    .command('delivery <id>')
    .description('one delivery with its attempts, and what was answered')
    .action(async (id: string) => {
      const desk = deskOf();
      show(desk, await answerTo(getWebhookDelivery({ client: desk.client, path: { id } })), withLog);
    });
  group
    .command('resend <delivery>')
    .description('send an event once more, under the same id')
    .action(async (id: string) => {
      const desk = deskOf();
      show(desk, await answerTo(resendWebhookDelivery({ client: desk.client, path: { id } })), oneDelivery);
    });
  group
    .command('recover <endpoint>')
    .description('send what was told since an instant and did not arrive')
    .requiredOption('--since <instant>', 'such as 2026-11-25T00:00:00Z')
    .action((id: string, { since }: { since: string }) => recover(deskOf(), id, since));
  group
    .command('test <endpoint>')
    .description('send a test event')
    .action(async (id: string) => {
      const desk = deskOf();
      show(desk, await answerTo(testWebhookEndpoint({ client: desk.client, path: { id } })), oneDelivery);
    });
};
