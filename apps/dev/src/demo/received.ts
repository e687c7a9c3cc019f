import { until } from '../play/api-client.js';
import type { Member } from '../play/parties.js';
import type { Correspondents } from './correspondents.js';
import type { Seen } from './receiver.js';
import type { Scene } from './scene.js';
import { heading, print, table, width, wrap } from './terminal.js';
import { count } from './wording.js';

const SHOWN_EVENTS = 16;
const SHOWN_TEXTS = 4;
const KHMER = /[\u1780-\u17ff]/;
const WAIT_MS = 20_000;

interface Delivery {
  readonly notificationId: string | null;
  readonly channel: string;
  readonly status: string;
}

const bySequence = (one: { sequence: string }, other: { sequence: string }): number =>
  one.sequence < other.sequence ? -1 : 1;

/** The buyer's system, held against the buyer's feed. */
async function expectEvents({ expectations, parties, played }: Scene, others: Correspondents): Promise<void> {
  const feed = await others.feed();
  const missing = ({ events }: Seen): number =>
    feed.filter(({ id }) => !events.some((event) => event.id === id)).length;
  const seen = await until(others.seen, (now) => missing(now) === 0, WAIT_MS).catch(others.seen);
  heading(`What the system of ${others.buyer.name} saw, each signature verified`);
  const reader = parties.officer.api.uncounted();
  const numbers = new Map<string, string>();
  for (const { id } of played) numbers.set(`qualifications/${id}`, (await reader.case(id)).caseNumber);
  const rows = seen.events
    .slice(0, SHOWN_EVENTS)
    .map(({ type, subject, sequence, times }) => [numbers.get(subject) ?? subject, sequence, type, times]);
  print(table(['case', 'sequence', 'type', 'times'], rows));
  const more = seen.events.length - rows.length;
  if (more > 0) console.log(`  and ${count(more, 'event')} more`);
  expectations.expect(
    "every event of the buyer's feed arrived at its system, signed",
    feed.length > 0 && missing(seen) === 0 && seen.refused === 0,
    { feed: feed.length, missing: missing(seen), refused: seen.refused },
  );
  const ofCases = seen.events.filter(({ sequence }) => sequence !== undefined).toSorted(bySequence);
  const ordered = [...numbers.keys()].every((subject) => {
    const ids = (of: readonly { id: string; subject: string }[]) =>
      of.filter((event) => event.subject === subject).map(({ id }) => id);
    return ids(ofCases).join() === ids(feed).join();
  });
  expectations.expect('its system can put them in the order of the case', ordered);
  const forged = await others.forged();
  expectations.expect('it refuses what somebody else signed', forged === 401, forged);
}

/** The supplier's telephone, held against the log of messages. */
async function expectTexts(
  { expectations, parties }: Scene,
  others: Correspondents,
  supplier: Member,
): Promise<void> {
  const office = parties.officer.api.uncounted();
  const path = `/v1/message-deliveries?limit=200&personId=${supplier.personId}`;
  const log = async (): Promise<readonly Delivery[]> =>
    (await office.get<{ items: readonly Delivery[] }>(path)).items;
  const settled = (all: readonly Delivery[]): boolean =>
    all.length > 0 && all.every(({ status }) => status !== 'queued' && status !== 'sending');
  const deliveries = await until(log, settled, WAIT_MS).catch(log);
  const { texts } = await others.seen();
  const own = texts.filter(({ to }) => to === supplier.phone);
  heading(`What the telephone of ${supplier.name} saw`);
  const khmer = own.filter(({ text }) => KHMER.test(text));
  for (const { text } of khmer.slice(0, SHOWN_TEXTS))
    print(wrap(text.replaceAll('\n', ' '), width() - 4).map((line) => `  ${line}`));
  if (khmer.length > SHOWN_TEXTS) console.log(`  and ${count(khmer.length - SHOWN_TEXTS, 'message')} more`);
  expectations.expect('the supplier reads on its telephone, in Khmer, what it must do', khmer.length > 0);
  const told = deliveries.flatMap(({ notificationId }) => notificationId ?? []);
  expectations.expect(
    'nobody is told of one event twice',
    told.length > 0 && new Set(told).size === told.length && khmer.length <= told.length,
    { notifications: new Set(told).size, deliveries: told.length, texts: khmer.length },
  );
}

/** What a buyer's system and a supplier's telephone saw of everything that was played. */
export async function expectReceived(scene: Scene, others: Correspondents): Promise<void> {
  await expectEvents(scene, others);
  const supplier = scene.played[0]?.applicant.member;
  if (supplier?.phone !== undefined) await expectTexts(scene, others, supplier);
}
