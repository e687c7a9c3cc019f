import { freshStore, placeOf, queueOn, somePhoto } from './queue.fixture.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { client } from '#client';
import type { Queue } from './queue.js';
import { judged, notSent, sendTo } from './send.js';
import type { Outcome } from './sender.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: 'x', title: code, status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
const written = (version: number) =>
  new Response(JSON.stringify({ item: 'BL-01', version }), {
    headers: { ...JSON_TYPE, etag: `"${version}"` },
  });

describe('sending a fact', () => {
  let queue: Queue;
  let asked: Request[];
  beforeEach(async () => {
    queue = await queueOn(await freshStore());
    asked = [];
  });
  afterEach(() => {
    client.setConfig({ fetch: undefined as never });
  });

  /** What comes of the oldest that waits, when the API answers so. */
  async function sent(answer: Response | Error): Promise<Outcome> {
    client.setConfig({
      baseUrl: 'http://api',
      fetch: ((request: Request) => {
        asked.push(request);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      }) as typeof fetch,
    });
    const [entry] = await queue.list();
    if (!entry) throw new Error('nothing waits');
    return sendTo(queue)(entry);
  }
  const write = (base: string | null | undefined, more = {}) =>
    queue.write(placeOf('BL-01', more), { value: 'conform', note: 'Seen' }, base);

  it('asks under its id and the version it was written on', async () => {
    const id = await write('"4"');
    expect(await sent(written(5))).toEqual({ is: 'received', etag: '"5"' });
    const [request] = asked as [Request];
    expect([request.method, request.headers.get('if-match'), request.headers.get('idempotency-key')]).toEqual(
      [...['PUT', '"4"', id]],
    );
    expect(await request.json()).toEqual({ value: 'conform', note: 'Seen' });
    await queue.drop(id);
    await write(null);
    await sent(written(1));
    expect(asked.at(-1)?.headers.get('if-none-match')).toBe('*');
  });

  it('is not received when nobody answers, or somebody else on the way does', async () => {
    await write(null);
    expect(await sent(new TypeError('Failed to fetch'))).toMatchObject({ is: 'not-now', all: true });
    const portal = new Response('<html>Welcome to the hotel</html>', {
      headers: { 'content-type': 'text/html' },
    });
    expect(await sent(portal)).toMatchObject({ is: 'not-now', problem: 'foreign-answer', all: true });
  });

  it('is received when the very same stands there already: the first answer was lost', async () => {
    await write(null);
    const same = { current: { note: 'Seen', value: 'conform' } };
    expect(await sent(problem(412, 'precondition-failed', same, { etag: '"1"' }))).toEqual({
      ...{ is: 'received', etag: '"1"' },
    });
    const other = { current: { value: 'partial' } };
    expect(await sent(problem(412, 'precondition-failed', other, { etag: '"1"' }))).toMatchObject({
      ...{ is: 'refused', current: { value: 'partial' }, currentEtag: '"1"' },
    });
  });

  it('takes a note under an id of its own for received when it is there, though nobody says what it says', async () => {
    await write(null, { secret: true });
    expect(await sent(problem(412, 'precondition-failed', {}, { etag: '"1"' }))).toMatchObject({
      is: 'received',
    });
    const [entry] = await queue.list();
    await queue.drop(entry?.id ?? '');
    await write('"1"', { secret: true });
    expect(await sent(problem(412, 'precondition-failed'))).toMatchObject({ is: 'refused' });
  });

  it('waits for a decision that is being taken', async () => {
    await write(undefined, { method: 'POST' });
    const pending = new Response('{"status":"pending"}', { status: 202, headers: JSON_TYPE });
    expect(await sent(pending)).toMatchObject({ is: 'not-now', problem: 'being-decided' });
    const done = new Response('{"status":"done"}', { headers: JSON_TYPE });
    expect(await sent(done)).toMatchObject({ is: 'received' });
  });

  it('names the fields that were not taken', async () => {
    await write(null);
    const errors = [{ pointer: '#/note', code: 'too-long' }];
    expect(await sent(problem(422, 'validation', { errors }))).toEqual({
      ...{ is: 'refused', problem: 'validation', fields: errors },
    });
  });
});

describe('what an answer means', () => {
  const of = (status: number, code: string, headers = {}) =>
    judged(status, { code } as never, new Headers(headers));

  it.each([
    [401, 'unauthenticated', { is: 'signed-out', ended: false }],
    [401, 'session-ended', { is: 'signed-out', ended: true }],
    [403, 'second-factor-needed', { is: 'signed-out', ended: false }],
    [403, 'role-not-allowed', { is: 'refused', problem: 'role-not-allowed' }],
    [404, 'not-found', { is: 'refused', problem: 'not-found' }],
    [409, 'paper-not-open', { is: 'refused', problem: 'paper-not-open' }],
    [409, 'in-flight', { is: 'not-now', problem: 'in-flight' }],
    [423, 'upload-locked', { is: 'not-now', problem: 'upload-locked' }],
    [500, 'internal', { is: 'not-now', problem: 'internal' }],
    [503, 'too-busy', { is: 'not-now', problem: 'too-busy', all: true }],
    [507, 'storage-full', { is: 'not-now', problem: 'storage-full' }],
  ] as const)('%i %s', (status, code, outcome) => {
    expect(of(status, code)).toEqual(outcome);
  });

  it('is put off for as long as it says', () => {
    expect(of(429, 'too-many-requests', { 'retry-after': '7' })).toMatchObject({ waitMs: 7000, all: true });
  });
});

describe('a photo that was not sent', () => {
  const received: Outcome = { is: 'received', documentId: 'd1' };
  const answered = (status: number, body: string): Error =>
    Object.assign(new Error('tus'), {
      originalResponse: { getStatus: () => status, getBody: () => body, getHeader: () => undefined },
    });
  const as = (status: number, code: string) => notSent(answered(status, JSON.stringify({ code })), received);

  it('is whole when a document of its id is there that cannot begin again', () => {
    expect(as(409, 'already-exists')).toEqual(received);
  });
  it('is asked for again when the upload stands elsewhere, or is gone', () => {
    expect(as(409, 'offset-differs')).toMatchObject({ is: 'not-now' });
    expect(as(410, 'upload-ended')).toMatchObject({ is: 'not-now' });
  });
  it('needs the person when it is not taken, and a line when there is none', () => {
    expect(as(413, 'quota-exceeded')).toEqual({ is: 'refused', problem: 'quota-exceeded' });
    expect(notSent(new Error('offline'), received)).toMatchObject({
      is: 'not-now',
      problem: 'network',
      all: true,
    });
    expect(notSent(answered(502, '<html>'), received)).toMatchObject({ is: 'not-now', problem: 'http-502' });
  });
  it('that is not here any more has been received', async () => {
    const queue = await queueOn(await freshStore());
    const id = await queue.add(placeOf('BL-01'), somePhoto());
    const [entry] = await queue.list();
    await queue.drop(id);
    expect(await sendTo(queue)(entry as never)).toMatchObject({ is: 'received', documentId: id });
  });
});
