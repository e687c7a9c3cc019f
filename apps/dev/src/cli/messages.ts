import { listMessageDeliveries, type MessageDeliveryView } from '#client';
import { minute } from '../demo/wording.js';
import { answerTo } from './asking.js';
import { orDash, paged, pageLines, show, type Group, type PageOptions } from './terminal.js';

const listed = pageLines<MessageDeliveryView>(
  ['message', 'person', 'kind', 'by', 'status', 'attempts', 'since', 'error'],
  ({ id, personId, kind, channel, status, attempts, createdAt, error }) => [
    ...[id, orDash(personId), kind, channel, status, attempts, minute(createdAt), orDash(error)],
  ],
);
type Filter = PageOptions & Partial<Pick<MessageDeliveryView, 'status' | 'channel' | 'kind'>>;

/** `messages list` */
export const messages: Group = (program, deskOf) => {
  const group = program.command('messages').description('messages to people (office)');
  paged(group.command('list').description('what became of them; never what they say'))
    .option('--status <status>', 'only with this status')
    .option('--channel <channel>', 'only by this way')
    .option('--kind <kind>', 'only of this kind')
    .option('--person <id>', 'only to this person')
    .action(async ({ person, ...filter }: Filter & { person?: string }) => {
      const desk = deskOf();
      const query = { ...filter, ...(person !== undefined && { personId: person }) };
      show(desk, await answerTo(listMessageDeliveries({ client: desk.client, query })), listed);
    });
};
