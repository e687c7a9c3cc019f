import { until } from '../../apps/dev/src/play/api-client.js';
import { link } from '../../libs/persistence/src/journal.js';
import { Story } from './story.js';
import { testStack, type World } from './world.js';

interface Entry {
  readonly seq: number;
  readonly payload: string;
  readonly previousHash: Buffer;
}
export interface ApiReport {
  readonly intact: boolean;
  readonly entries: number;
  readonly anchor: { readonly seq: number; readonly matches: boolean; readonly number: number } | null;
  readonly faults: readonly { readonly seq: number; readonly fault: string }[];
}

export const reportOf = (story: Story): Promise<ApiReport> =>
  story.supplier.get<ApiReport>(`${story.path}/journal/verification`);

/** Until the last entry of the case is in the anchor file. */
export const untilAnchored = (story: Story): Promise<ApiReport> =>
  until(
    () => reportOf(story),
    ({ entries, anchor }) => anchor?.seq === entries,
  );

/** A case with four entries, all of them anchored. */
export async function anchoredStory(world: World): Promise<Story> {
  const story = await Story.open(world);
  const [mill, brand] = [world.parties.mill, world.parties.brand].map((firm) => firm.organisationId);
  await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: mill ?? '' });
  await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill ?? '' });
  await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: brand ?? '' });
  await untilAnchored(story);
  return story;
}

/** As somebody who may do everything in the database: no trigger refuses. */
export async function tamper(world: World, sql: string, values: readonly unknown[]): Promise<void> {
  await world.rows('set session_replication_role = replica');
  try {
    await world.rows(sql, values);
  } finally {
    await world.rows('set session_replication_role = origin');
  }
}

/** Another instant in what an entry says. */
export const changed = (payload: string): string =>
  payload.replace(/"occurredAt":"[^"]*"/, '"occurredAt":"2001-01-01T00:00:00.000Z"');

/** Changes one entry and computes the chain anew from there on, its head and what the database knows of anchors too. */
export async function rebuild(world: World, { id }: Story, from: number): Promise<void> {
  const entries = await world.rows<Entry>(
    `select seq, payload, previous_hash as "previousHash" from journal_entry
      where qualification_id = $1 and seq >= $2 order by seq`,
    [id, from],
  );
  let head = entries[0]?.previousHash ?? null;
  for (const { seq, payload } of entries) {
    const said = JSON.parse(seq === from ? changed(payload) : payload) as unknown;
    const made = link(id, head, seq, said);
    await tamper(
      world,
      `update journal_entry set payload = $3, payload_digest = $4, previous_hash = $5, hash = $6
        where qualification_id = $1 and seq = $2`,
      [id, seq, made.payload, made.payloadDigest, made.previousHash, made.hash],
    );
    head = made.hash;
  }
  await tamper(world, 'update qualification set head_hash = $2 where id = $1', [id, head]);
  await tamper(world, 'update journal_anchor set hash = $2 where qualification_id = $1', [id, head]);
}

/** Removes the last entries, and whatever else tells of them. */
export async function cutTail(world: World, { id }: Story, from: number): Promise<void> {
  await tamper(world, 'delete from journal_entry where qualification_id = $1 and seq >= $2', [id, from]);
  await tamper(
    world,
    `update qualification q set seq = j.seq, head_hash = j.hash, state = jsonb_set(state, '{seq}', to_jsonb(j.seq))
       from journal_entry j where q.id = $1 and j.qualification_id = $1 and j.seq = $2`,
    [id, from - 1],
  );
  await tamper(
    world,
    `update journal_anchor a set seq = q.seq, hash = q.head_hash from qualification q
      where q.id = $1 and a.qualification_id = $1`,
    [id],
  );
}

/** The anchor file of this run, and the keys that its lines are signed with. */
export function anchorsOfThisRun(): { readonly path: string; readonly keys: string } {
  const { anchors } = testStack();
  if (!anchors) throw new Error('the stack of this run anchors nothing');
  return anchors;
}
