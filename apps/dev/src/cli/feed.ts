import { listEvents, type EventPage } from '#client';
import { setTimeout as pause } from 'node:timers/promises';
import { minute } from '../demo/wording.js';
import { answerTo } from './asking.js';
import type { Desk, Group } from './terminal.js';

const PAUSE_MS = 1_000;
interface TailOptions {
  readonly after?: string;
  readonly follow: boolean;
}
type Event = EventPage['items'][number];

const line = ({ time, subject, sequence, type }: Event): string =>
  `  ${minute(time)}  ${subject} ${Number(sequence)}  ${type}`;

/** Every event once, in the order of the feed; asks again for what came since until it is stopped. */
async function tail({ client, json, out }: Desk, { after, follow }: TailOptions): Promise<void> {
  let place = after;
  for (;;) {
    const page = await answerTo(
      listEvents({ client, query: { ...(place && { after: place }), limit: 200 } }),
    );
    for (const event of page.items) out.say(json ? JSON.stringify(event) : line(event));
    place = page.next;
    if (page.more) continue;
    if (!follow) return out.complain(`  go on with --after ${page.next}`);
    await pause(PAUSE_MS);
  }
}

/** `feed tail` */
export const feed: Group = (program, deskOf) => {
  program
    .command('feed')
    .description('what your organisation is told of')
    .command('tail')
    .description('print events as they come, one a line')
    .option('--after <place>', 'from this place on; without it from the oldest that is kept')
    .option('--no-follow', 'stop at the end')
    .action((options: TailOptions) => tail(deskOf(), options));
};
