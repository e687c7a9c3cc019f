import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventPage, eventShape, type CloudEvent } from '#contracts';
import { encodeCursor } from '#platform';
import { until } from '../../apps/dev/src/play/api-client.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

type Page = typeof EventPage._output;
const publicType = (type: string): string => `org.selvedge.qualification.${type}.v1`;

describe('the events of an organisation', () => {
  let world: World;
  let story: Story;
  let supplier: Member;
  let buyer: Member;
  let officer: Member;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    supplier = story.applicant.member;
    buyer = world.parties.mill.requester;
    officer = world.parties.officer;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: world.parties.mill.organisationId });
    await story.accept();
    await story.told();
  });
  afterAll(() => world.close());

  const page = ({ api }: Member, query: Record<string, string> = {}): Promise<Page> =>
    api.get<Page>(`/v1/events?${new URLSearchParams(query)}`);
  const ofCase = (items: readonly CloudEvent[]) =>
    items.filter(({ correlationid }) => correlationid === story.id);
  /** All of the case, however much else is told on the way there. */
  const ofStory = async (member: Member): Promise<readonly CloudEvent[]> => {
    const found: CloudEvent[] = [];
    const query = { limit: '200', qualificationId: story.id };
    for (let last = await page(member, query); ; last = await page(member, { ...query, after: last.next })) {
      found.push(...last.items);
      if (!last.more) return found;
    }
  };
  const seen = (member: Member, ...types: readonly string[]) =>
    until(
      () => ofStory(member),
      (items) => types.every((type) => items.some((item) => item.type === publicType(type))),
    );
  const refused = (member: Member, query: Record<string, string>) =>
    refusal(member.api.request('GET', `/v1/events?${new URLSearchParams(query)}`));

  it('are CloudEvents in the order of the case, page after page, each once', async () => {
    const all = await seen(supplier, 'screening-cleared');
    for (const event of all) expect(() => eventShape.parse(event)).not.toThrow();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map(({ sequence }) => sequence).sort());
    const found: CloudEvent[] = [];
    let last: Page = { items: [], next: '', more: true };
    while (last.more) {
      last = await page(supplier, { limit: '2', ...(last.next && { after: last.next }) });
      found.push(...last.items);
    }
    expect(ofCase(found)).toEqual(all);
    // Nothing more: the cursor stays good for what comes.
    const nothing = await page(supplier, { after: last.next });
    expect(nothing).toMatchObject({ items: [], more: false });
    const { caseNumber } = await story.see();
    expect(JSON.stringify(found)).not.toContain(caseNumber);
    expect(JSON.stringify(found)).not.toContain(story.applicant.profile.name);
  });

  it('cost one data statement in one flight beside the look-up of the token', async () => {
    const { statements, flights } = await supplier.api.request('GET', '/v1/events?limit=200');
    expect({ statements, flights }).toEqual({ statements: 5, flights: 2 });
  });

  it('are told to each party as far as it may hear of them, and to nobody else', async () => {
    const types = (items: readonly CloudEvent[]) => new Set(items.map(({ type }) => type));
    const [office, own, bought] = [
      types(await seen(officer, 'screening-cleared')),
      types(await seen(supplier, 'screening-cleared')),
      types(await seen(buyer, 'screening-cleared')),
    ];
    expect(office.size).toBeGreaterThanOrEqual(own.size);
    expect(own.size).toBeGreaterThan(bought.size);
    const stranger = await page(world.parties.otherAuditor, { qualificationId: story.id });
    expect(stranger).toMatchObject({ items: [], more: false });
  });

  it('are found by type and by case', async () => {
    const type = publicType('application-submitted');
    const { items } = await page(supplier, { type });
    expect(ofCase(items).map((event) => event.type)).toEqual([type]);
    const both = new URLSearchParams([
      ['type', type],
      ['type', publicType('consent-given')],
      ['qualificationId', story.id],
    ]);
    const found = await supplier.api.get<Page>(`/v1/events?${both}`);
    expect(found.items.map((event) => event.type)).toEqual([publicType('consent-given'), type]);
    expect((await page(supplier, { qualificationId: randomUUID() })).items).toEqual([]);
    const unknown = await raw('GET', '/v1/events?type=org.selvedge.qualification.nothing.v1', {
      token: supplier.token,
    });
    expect(unknown.status).toBe(422);
    expect(problemFaults(unknown)).toEqual([]);
    expect(JSON.stringify(unknown.body['errors'])).toContain('type');
  });

  it('are refused by a cursor that is none, that is older than they are kept, or ahead of them', async () => {
    const at = (place: string, days: number): string =>
      encodeCursor({ at: place, told: new Date(Date.now() - days * 86_400_000).toISOString() });
    expect(await refused(supplier, { after: 'zzz' })).toMatchObject({ status: 400, code: 'invalid-cursor' });
    expect(await refused(supplier, { after: encodeCursor({ at: '-1', told: 'soon' }) })).toMatchObject({
      status: 400,
    });
    expect(await refused(supplier, { after: at('1', 91) })).toMatchObject({ status: 410, code: 'feed-cut' });
    expect(await refused(supplier, { after: at('999999999999', 0) })).toMatchObject({ code: 'feed-cut' });
    expect(await refused(supplier, { limit: '201' })).toMatchObject({ status: 422 });
    expect((await page(supplier, { after: at('1', 89) })).items.length).toBeGreaterThan(0);
    const anonymous = await raw('GET', '/v1/events');
    expect(anonymous.status).toBe(401);
  });

  it('are not shown to a buyer whose consent has run out or was withdrawn, and the cursor goes on', async () => {
    const before = await page(buyer, { qualificationId: story.id });
    expect(before.items.length).toBeGreaterThan(0);
    const mill = world.parties.mill.organisationId;
    const until = (what: string) =>
      world.rows(`update consent set valid_until = ${what} where qualification_id = $1 and buyer_id = $2`, [
        story.id,
        mill,
      ]);
    await until(`now() - interval '1 second'`);
    const hidden = await page(buyer, { qualificationId: story.id });
    expect(hidden.items).toEqual([]);
    await until(`now() + interval '1 day'`);
    expect((await page(buyer, { qualificationId: story.id })).items).toEqual(before.items);
    await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill });
    expect((await page(buyer, { qualificationId: story.id })).items).toEqual([]);
    await seen(officer, 'consent-withdrawn');
    const after = await page(buyer, { after: hidden.next });
    expect(ofCase(after.items)).toEqual([]);
  });

  describe('that could not be told', () => {
    const id = randomUUID();
    beforeAll(async () => {
      await world.rows(
        `insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at)
         values ($1, $2, 900000, 0, 'of-a-later-release', '{}', now())`,
        [id, story.id],
      );
    });
    afterAll(async () => {
      await world.rows(`delete from office_task where kind = 'event-parked' and subject = $1`, [id]);
      await world.rows('delete from outbox_event where id = $1', [id]);
    });
    const parked = async () => {
      type Parked = { items: { id: string; reason: string; type: string; sequence: string }[] };
      const { items } = await officer.api.get<Parked>('/v1/parked-events?limit=200');
      return items.find((item) => item.id === id);
    };
    const task = () =>
      world.rows(
        `select 1 from office_task where kind = 'event-parked' and subject = $1 and closed_at is null`,
        [id],
      );

    it('are set aside for the office, with a reason and a task', async () => {
      const found = await until(parked, (one) => one !== undefined);
      expect(found).toMatchObject({
        reason: 'unknown-type',
        type: 'of-a-later-release',
        sequence: '000900000000',
      });
      expect(await task()).toHaveLength(1);
      const backlog = await officer.api.get<{ parked: number; oldestSeconds: number }>('/v1/events/backlog');
      expect(backlog).toMatchObject({ parked: expect.any(Number), oldestSeconds: expect.any(Number) });
      expect(backlog.parked).toBeGreaterThan(0);
    });

    it('are told again when an officer asks, and are nobody else’s matter', async () => {
      const retry = ({ api }: Member, which = id) => api.request('POST', `/v1/parked-events/${which}/retry`);
      for (const member of [supplier, buyer, world.parties.reviewer]) {
        expect(await refusal(retry(member))).toMatchObject({ status: 403 });
        expect(await refusal(member.api.request('GET', '/v1/parked-events'))).toMatchObject({ status: 403 });
        expect(await refusal(member.api.request('GET', '/v1/events/backlog'))).toMatchObject({ status: 403 });
      }
      expect(await refusal(retry(officer, randomUUID()))).toMatchObject({ status: 404 });
      await world.rows(`update outbox_event set type = 'application-accepted' where id = $1`, [id]);
      expect((await retry(officer)).status).toBe(204);
      const told = await until(
        () => ofStory(officer),
        (items) => items.some((item) => item.id === id),
      );
      expect(told.at(-1)?.id).toBe(id);
      expect(await parked()).toBeUndefined();
      expect(await task()).toEqual([]);
    });
  });
});
