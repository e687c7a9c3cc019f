import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NotificationView } from '#contracts';
import { lastDigest } from '#domain';
import { makeDigests, openDatabase, tellPeople, type Database } from '#persistence';
import { newId } from '#platform';
import { until, type ApiClient } from '../apps/dev/src/play/api-client.js';
import { raw } from './support/raw.js';
import { Story } from './support/story.js';
import { refusal, testStack, World } from './support/world.js';

const SETTINGS = '/v1/me/notification-settings';
const CALENDAR = '/v1/me/calendar';
const IN_ENGLISH = { language: 'en', quietHours: null, digest: 'off', channels: {} };

/** One case from its draft to screening, and what of it everybody was told. */
describe('what people are told', () => {
  let world: World;
  let story: Story;
  let other: Story;
  let db: Database;
  const list = async (api: ApiClient, query = ''): Promise<readonly NotificationView[]> => {
    const { items } = await api.get<{ items: NotificationView[] }>(`/v1/notifications?limit=200${query}`);
    return items.filter(({ qualificationId }) => qualificationId === story.id);
  };
  /** Once somebody is told of it: that one. */
  const told = async (api: ApiClient, kind: string, type: string): Promise<NotificationView> => {
    const is = (one: NotificationView): boolean => one.kind === kind && one.type === type;
    const found = (
      await until(
        () => list(api),
        (all) => all.some(is),
      )
    ).find(is);
    if (!found) throw new Error('nothing was told');
    return found;
  };
  const rows = () =>
    world.rows<{ id: string; person: string }>(
      'select id, person_id as person from notification where qualification_id = $1 order by id',
      [story.id],
    );

  const readAgain = () =>
    world.rows(
      `update notification_place set position =
         (select min(f.position) - 1 from feed_entry f where f.qualification_id = $1)`,
      [story.id],
    );
  /** All that there is in the feed now: others go on writing. */
  const allRead = async () => {
    const [head] = await world.rows<{ position: string }>('select position::text from feed_head');
    await until(
      () => world.rows('select 1 from notification_place where position >= $1::bigint', [head?.position]),
      (read) => read.length === 1,
    );
  };
  const fail = (error: unknown): never => {
    throw error;
  };

  beforeAll(async () => {
    world = await World.open();
    [story, other] = [await Story.open(world), await Story.open(world)];
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    await story.supplier.request('PUT', SETTINGS, IN_ENGLISH);
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  it('reminds the person who holds a deadline, in the language of that person', async () => {
    await world.pass(story.id, { days: 7 });
    const reminder = await told(story.supplier, 'reminder', 'reminder-due');
    const seen = await story.see();
    expect(reminder).toMatchObject({
      ...{ caseNumber: seen.caseNumber, readAt: null },
      params: { deadline: 'draft', what: 'complete-application', otherwise: 'lapse' },
      subject: expect.stringContaining(seen.caseNumber),
      link: expect.stringContaining(`/qualifications/${story.id}`),
    });
    await story.supplier.request('PUT', SETTINGS, { ...IN_ENGLISH, language: 'km' });
    expect((await told(story.supplier, 'reminder', 'reminder-due')).text).toMatch(/[\u1780-\u17ff]/);
    expect(JSON.stringify(reminder)).not.toContain(story.applicant.profile.name);
  });

  it('tells the office what waits for it, and takes a duty that nobody did up to it', async () => {
    await story.submit();
    const { officer, reviewer, auditor } = world.parties;
    expect(await told(officer.api, 'task', 'application-submitted')).toMatchObject({
      params: { what: 'check-completeness' },
    });
    await world.pass(story.id, { days: 10 });
    const escalation = await told(officer.api, 'escalation', 'escalated');
    expect(escalation.params).toMatchObject({ deadline: 'completeness', what: 'check-completeness' });
    for (const { api } of [reviewer, auditor]) expect(await list(api)).toEqual([]);
  });

  it('shows nobody what another was told, nor lets them mark it as read', async () => {
    const reminder = await told(story.supplier, 'reminder', 'reminder-due');
    expect(await list(other.supplier)).toEqual([]);
    for (const api of [other.supplier, world.parties.officer.api])
      expect(await refusal(api.post(`/v1/notifications/${reminder.id}/read`, {}))).toMatchObject({
        status: 404,
      });
    const count = `select count(*)::int as seen from notification`;
    const { personId } = other.applicant.member;
    const seen = { name: 'spec-notifications', text: `${count} where qualification_id = $1` };
    for (const organisationId of [other.applicant.supplierId, story.applicant.supplierId])
      expect(await db.run({ personId, organisationId }, seen, [story.id])).toEqual([{ seen: 0 }]);
  });

  it('counts what is new and what waits, and knows what was read', async () => {
    type Summary = { unread: number; tasks: number };
    const summary = (): Promise<Summary> => story.supplier.get('/v1/notifications/summary');
    const before = await summary();
    expect(before).toMatchObject({ unread: (await list(story.supplier)).length, tasks: 0 });
    const reminder = await told(story.supplier, 'reminder', 'reminder-due');
    await story.supplier.post(`/v1/notifications/${reminder.id}/read`, {});
    expect(await summary()).toMatchObject({ unread: before.unread - 1 });
    const unread = await list(story.supplier, '&unread=true');
    expect(unread.map(({ id }) => id)).not.toContain(reminder.id);
    expect((await told(story.supplier, 'reminder', 'reminder-due')).readAt).not.toBeNull();
    await story.supplier.post('/v1/notifications/read', { upTo: newId() });
    expect(await summary()).toMatchObject({ unread: 0 });
    expect(
      await summary().then(() => world.parties.officer.api.get('/v1/notifications/summary')),
    ).toMatchObject({
      tasks: expect.any(Number),
    });
  });

  it('tells nobody twice when the same entries of the feed are read again, by two at once', async () => {
    const before = await rows();
    await readAgain();
    const second = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const now = new Date().toISOString();
    const readAll = async (by: Database): Promise<void> => {
      while ((await tellPeople(by, now, newId, fail)) > 0);
    };
    await Promise.all([readAll(db), readAll(second)]);
    await second.close();
    await allRead();
    // Officers of other tests may have come meanwhile: they are told of what was before them for the first time.
    const { officer, secondOfficer } = world.parties;
    const people = [story.applicant.member, officer, secondOfficer].map(({ personId }) => personId);
    const ours = (all: typeof before) => all.filter(({ person }) => people.includes(person));
    expect(ours(before).length).toBeGreaterThan(3);
    expect(ours(await rows())).toEqual(ours(before));
  });

  it('holds nobody up over a decision that the rules cannot tell', async () => {
    const data = async (sql: string, ...values: readonly unknown[]) =>
      world.rows<{ id: string; data: object }>(
        `update feed_entry set data = ${sql} where qualification_id = $1 and type = 'reminder-due' returning event_id as id`,
        [story.id, ...values],
      );
    const [kept] = await world.rows<{ data: object }>(
      `select data from feed_entry where qualification_id = $1 and type = 'reminder-due' limit 1`,
      [story.id],
    );
    expect((await data(`'null'`)).length).toBeGreaterThan(0);
    await readAgain();
    await allRead();
    await data('$2', JSON.stringify(kept?.data));
  });

  it('folds what happened into one digest for who wants it so, and leaves tasks as they are', async () => {
    const { personId } = story.applicant.member;
    await story.supplier.request('PUT', SETTINGS, { ...IN_ENGLISH, digest: 'daily' });
    const { api } = world.parties.officer;
    await api.ask(story.id, { type: 'request-information', items: ['tax.tin'] });
    await told(story.supplier, 'task', 'information-requested');
    await story.supplier.ask(story.id, { type: 'resubmit-application' });
    await api.ask(story.id, { type: 'accept-application' });
    const happened = await told(story.supplier, 'happened', 'application-accepted');
    const sending = (): Promise<{ kind: string; waits: boolean; sent: boolean }[]> =>
      world.rows(
        `select kind, send_after = 'infinity' as waits, dispatched_at is not null as sent from notification
          where person_id = $1 and (id = $2 or kind = 'digest' or data->>'type' = 'information-requested') order by id`,
        [personId, happened.id],
      );
    // What does not wait for a digest may be on its way any time.
    expect(await sending()).toMatchObject([
      { kind: 'task', waits: false },
      { kind: 'happened', waits: true, sent: false },
    ]);
    const tomorrow = lastDigest(new Date(Date.now() + 86_400_000).toISOString(), 'daily');
    // The worker of this run may have the turn at this moment: then nothing is made here.
    const folded = async () => {
      while ((await makeDigests(db, tomorrow, newId)) > 0);
      return sending();
    };
    expect(await until(folded, (all) => all.some(({ kind }) => kind === 'digest'))).toMatchObject([
      { kind: 'task' },
      { kind: 'happened', sent: true },
      { kind: 'digest', waits: false },
    ]);
    const kinds = (await list(story.supplier)).map(({ kind }) => kind);
    expect(kinds).not.toContain('digest');
  });

  it('says nothing more of a case to a buyer whose consent has ended', async () => {
    const { mill } = world.parties;
    const { buyerId } = { buyerId: mill.organisationId };
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId });
    await told(mill.requester.api, 'happened', 'consent-given');
    await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId });
    await told(story.supplier, 'legal', 'consent-withdrawn');
    expect(await list(mill.requester.api)).toEqual([]);
  });

  it('is told as a person wants it, except for what must be told', async () => {
    const wanted = {
      ...{ language: 'zh', quietHours: { from: '20:00', until: '06:30' }, digest: 'weekly' },
      channels: { happened: [], legal: ['email'], task: ['sms', 'telegram'] },
    };
    await story.supplier.request('PUT', SETTINGS, wanted);
    const read = await story.supplier.get<typeof wanted>(SETTINGS);
    expect({ ...read, channels: { ...read.channels, task: read.channels.task.sort() } }).toEqual(wanted);
    const wrong = await raw('PUT', `${SETTINGS}`, {
      token: story.applicant.member.token,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...wanted, channels: { legal: [] } }),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body['errors']).toMatchObject([{ pointer: '#/channels/legal' }]);
    expect(await other.supplier.get(SETTINGS)).toMatchObject({
      ...{ language: 'km', digest: 'off', channels: {} },
      quietHours: { from: '21:00', until: '07:00' },
    });
    expect(await world.parties.auditor.api.get(SETTINGS)).toMatchObject({ language: 'en' });
  });

  it('gives a calendar program what is due, under an address that nobody can guess', async () => {
    const { supplier } = other;
    const make = async (): Promise<string> =>
      new URL((await supplier.post<{ url: string }>(CALENDAR, {})).url).pathname;
    expect(await refusal(supplier.get(CALENDAR))).toMatchObject({ status: 404 });
    const path = await make();
    const calendar = await raw('GET', path);
    const { caseNumber } = await other.see();
    expect(calendar.status).toBe(200);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.text.replace(/\r\n /g, '')).toContain(caseNumber);
    expect(calendar.text).not.toContain(other.applicant.profile.name);
    const etag = calendar.headers.get('etag') ?? '';
    expect((await raw('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const hashes = await world.rows(
      `select 1 from calendar_feed where position($1 in calendar_feed::text) > 0`,
      [path.slice(14, -4)],
    );
    expect(hashes).toEqual([]);
    const next = await make();
    for (const wrong of [path, path.replace('.ics', ''), '/v1/calendars/x.ics'])
      expect((await raw('GET', wrong)).status).toBe(404);
    expect((await raw('GET', next)).status).toBe(200);
    expect(await supplier.get(CALENDAR)).toEqual({ since: expect.any(String) });
    await supplier.request('DELETE', CALENDAR);
    expect((await raw('GET', next)).status).toBe(404);
  });
});
