import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../apps/dev/src/play/api-client.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { openSession, SESSION_COOKIE } from '../support/browser-session.js';
import { OpenStream } from '../support/event-source.js';
import { openOwnApi, type OwnApi } from '../support/own-api.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const publicType = (type: string): string => `org.selvedge.qualification.${type}.v1`;

describe('streams of events', () => {
  let world: World;
  let story: Story;
  let supplier: Member;
  let officer: Member;
  /** Other processes than the one that is asked to decide. */
  let brisk: OwnApi;
  /** Shows so seldom that it lives, and looks so seldom for itself, that it must be told when there is news. */
  let quiet: OwnApi;
  const streams: OpenStream[] = [];
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    supplier = story.applicant.member;
    officer = world.parties.officer;
    [brisk, quiet] = await Promise.all([
      openOwnApi({ EVENT_HEARTBEAT_S: '1', ORGANISATION_IN_FLIGHT: '2' }),
      openOwnApi({ EVENT_HEARTBEAT_S: '300' }),
    ]);
  });
  afterAll(async () => {
    for (const stream of streams) stream.close();
    await Promise.all([brisk?.close(), quiet?.close()]);
    await world.close();
    expect(streams.map(({ failure }) => failure).filter(Boolean)).toEqual([]);
  });

  const open = async (
    member: Pick<Member, 'token'>,
    { at = brisk, after, query = '' }: { at?: typeof brisk; after?: string | undefined; query?: string } = {},
  ): Promise<OpenStream> => {
    const who = { authorization: `Bearer ${member.token}` };
    const stream = await OpenStream.open(`${at.url}/v1/events/stream${query}`, who, after);
    streams.push(stream);
    return stream;
  };

  it('come as they happen, by whichever process, and go on at another one where a reader was cut off', async () => {
    const stream = await open(officer, { at: quiet });
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    const second = await Story.open(world);
    await stream.heard('qualification-opened', second.id);
    stream.close();
    await stream.isClosed();
    await second.supplier.ask(second.id, { type: 'withdraw', reason: 'cost' });
    const [first] = stream.events;
    const again = await open(officer, { after: first?.cursor });
    await again.heard('qualification-withdrawn', second.id);
    const missed = again.events.map(({ id }) => id);
    expect(missed).not.toContain(first?.id);
    expect(missed.slice(0, stream.events.length - 1)).toEqual(stream.events.slice(1).map(({ id }) => id));
    expect(new Set(missed).size).toBe(missed.length);
    await again.beats(1);
    again.close();
  });

  it('come also after the connection was lost that hears of them', async () => {
    const stream = await open(officer, { at: quiet });
    const cut = await world.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'selvedge-api-notices' and datname = current_database()`,
    );
    expect(cut.length).toBeGreaterThan(0);
    const { id } = await Story.open(world);
    await stream.heard('qualification-opened', id);
    expect(stream.comments).toBe(0);
    stream.close();
  });

  it('tell each organisation its own, by type where that is asked for', async () => {
    const stranger = await open(world.parties.otherAuditor);
    const mine = await open(supplier, { query: `?type=${publicType('qualification-withdrawn')}` });
    await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    await mine.heard('qualification-withdrawn', story.id);
    await stranger.beats(2);
    expect(mine.events.map(({ type }) => type)).toEqual([publicType('qualification-withdrawn')]);
    expect(stranger.events).toEqual([]);
    for (const stream of [mine, stranger]) stream.close();
  });

  it('end when the token is revoked', async () => {
    const { token, id } = await officer.api.post<{ token: string; id: string }>(
      `/v1/people/${supplier.personId}/tokens`,
      { organisationId: story.applicant.supplierId, expiresInDays: 1, scopes: ['read'] },
    );
    const stream = await open({ token });
    await stream.beats(1);
    await officer.api.request('DELETE', `/v1/tokens/${id}`);
    await stream.isClosed();
  });

  it('end with the session of a browser, and do not keep it awake', async () => {
    const session = await openSession(world, supplier);
    const rest = () =>
      world.rows<{ seen: string }>(
        `update session set last_seen_at = now() - interval '20 minutes' where id = $1 returning last_seen_at::text as seen`,
        [session.id],
      );
    const stream = await OpenStream.open(`${brisk.url}/v1/events/stream`, {
      cookie: `${SESSION_COOKIE}=${session.cookie}`,
    });
    streams.push(stream);
    expect(stream.response.status).toBe(200);
    const [before] = await rest();
    const beats = stream.comments;
    await stream.beats(beats + 2);
    const after = await world.rows('select last_seen_at::text as seen from session where id = $1', [
      session.id,
    ]);
    expect(after).toEqual([before]);
    // Nobody was at the keys for longer than a session lasts without.
    await world.rows(`update session set last_seen_at = now() - interval '31 minutes' where id = $1`, [
      session.id,
    ]);
    await stream.isClosed();
  });

  it('are refused by what the feed refuses, and beyond four of one person', async () => {
    const bad = await open(supplier, { after: 'zzz' });
    expect(bad.response.status).toBe(400);
    expect((await open({ token: 'svg_nobody' })).response.status).toBe(401);
    const { reviewer } = world.parties;
    const four = await Promise.all(Array.from({ length: 4 }, () => open(reviewer)));
    expect(four.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
    const fifth = await open(reviewer);
    expect(fifth.response.status).toBe(429);
    expect(fifth.response.headers.get('retry-after')).toBe('30');
    // Open streams take nobody's turn: this organisation has no more than two at a time here.
    const headers = { authorization: `Bearer ${reviewer.token}` };
    expect((await fetch(`${brisk.url}/v1/me`, { headers })).status).toBe(200);
    four[0]?.close();
    await until(
      async () => (await open(reviewer)).response.status,
      (status) => status === 200,
    );
    const head = await fetch(`${brisk.url}/v1/events/stream`, { method: 'HEAD', headers });
    expect(head.status).toBe(200);
  });

  it('end when the service goes down, and do not keep it up', async () => {
    const stream = await open(officer);
    expect(stream.response.status).toBe(200);
    await brisk.close();
    await stream.isClosed();
  });
});
