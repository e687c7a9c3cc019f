import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { JSON_TYPE, problemFaults, raw, type Raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

describe('a request that cannot be taken', () => {
  let world: World;
  let story: Story;
  let token: string;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    ({ token } = story.applicant.member);
  });
  afterAll(() => world.close());

  const key = () => ({ 'idempotency-key': randomUUID() });
  const command = (body: string, headers: Record<string, string> = { ...JSON_TYPE, ...key() }) =>
    raw('POST', `${story.path}/commands`, { token, body, headers });
  const section = (body: unknown, headers: Record<string, string>) =>
    raw('PUT', `${story.path}/sections/profile`, {
      token,
      body: JSON.stringify(body),
      headers: { ...JSON_TYPE, ...headers },
    });
  /** Code of a problem that is told as it should be. */
  const code = (answer: Raw): string => {
    expect(problemFaults(answer)).toEqual([]);
    return `${answer.status} ${String(answer.body['code'])}`;
  };
  const pointers = ({ body }: Raw) =>
    (body['errors'] as { pointer: string; in?: string }[]).map(
      (error) => `${error.in ?? 'body'} ${error.pointer}`,
    );

  it('because its body is no JSON', async () => {
    expect(code(await command('{"type":'))).toBe('400 malformed-request');
    const answer = await command('{"secret": oops');
    expect(answer.text).not.toContain('oops');
  });

  it('because there is nothing at its address', async () => {
    expect(code(await raw('GET', '/v1/nothing', { token }))).toBe('404 not-found');
    expect(code(await raw('GET', '/v1'))).toBe('404 not-found');
    expect(code(await raw('GET', `/v1/qualifications/${randomUUID()}`, { token }))).toBe('404 not-found');
    expect(code(await raw('GET', '/problems/no-such-code'))).toBe('404 not-found');
  });

  it('because its method is not for this address, which tells those that are', async () => {
    const answer = await raw('DELETE', story.path, { token });
    expect(code(answer)).toBe('405 method-not-allowed');
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(code(await raw('PATCH', '/v1/tasks?limit=2', { token, body: '{}', headers: JSON_TYPE }))).toBe(
      '405 method-not-allowed',
    );
    expect(code(await raw('DELETE', '/v1/tasks/'))).toBe('404 not-found');
  });

  it('because its content type is not JSON', async () => {
    const text = { ...key(), 'content-type': 'text/plain' };
    expect(code(await command('{"type":"submit-application"}', text))).toBe('415 unsupported-media-type');
    const form = { ...key(), 'content-type': 'application/x-www-form-urlencoded' };
    expect(code(await command('type=submit-application', form))).toBe('415 unsupported-media-type');
  });

  it('because it is too large', async () => {
    const note = 'x'.repeat(300_000);
    const body = JSON.stringify({ type: 'request-information', items: ['site'], note });
    expect(code(await command(body))).toBe('413 too-large');
    const endless = await raw('GET', `/v1/tasks?cursor=${'x'.repeat(20_000)}`, { token });
    // Refused before there is a request that could have an id.
    expect(endless.body).toMatchObject({ status: 431, code: 'headers-too-large' });
  });

  it('because a field is not known, and is named by its JSON pointer', async () => {
    const unknown = await command(JSON.stringify({ type: 'submit-application', 'a/b~c': 1 }));
    expect(code(unknown)).toBe('422 validation');
    expect(pointers(unknown)).toEqual(['body #/a~1b~0c']);
    const nested = await section(
      { legalName: 'A', workers: 'many', nickname: 'B' },
      { 'if-none-match': '*' },
    );
    expect(code(nested)).toBe('422 validation');
    expect(pointers(nested).sort()).toEqual(['body #/nickname', 'body #/workers']);
    const deep = { owners: [{ id: 'o1', kind: 'person', name: 'A', sharePercent: 101 }] };
    const owners = await raw('PUT', `${story.path}/sections/owners`, {
      token,
      body: JSON.stringify(deep),
      headers: { ...JSON_TYPE, 'if-none-match': '*' },
    });
    expect(pointers(owners)).toEqual(['body #/owners/0/sharePercent']);
  });

  it('because an id in its path or a word in its query cannot be read', async () => {
    const path = await raw('GET', '/v1/qualifications/42', { token });
    expect([code(path), ...pointers(path)]).toEqual(['422 validation', 'path #/id']);
    const query = await raw('GET', '/v1/qualifications?limit=0&stage=nowhere&colour=red', { token });
    expect(code(query)).toBe('422 validation');
    expect(pointers(query).sort()).toEqual(['query #/colour', 'query #/limit', 'query #/stage']);
    const item = await raw('PUT', `${story.path}/audit/answers/drop`, {
      token,
      body: '{"value":"conform"}',
      headers: { ...JSON_TYPE, 'if-none-match': '*' },
    });
    expect([code(item), ...pointers(item)]).toEqual(['422 validation', 'path #/item']);
  });

  it('because it is a command without an Idempotency-Key, or with one that cannot be used', async () => {
    const body = '{"type":"submit-application"}';
    expect(code(await command(body, JSON_TYPE))).toBe('400 missing-idempotency-key');
    const spaces = { ...JSON_TYPE, 'idempotency-key': 'two words' };
    expect(code(await command(body, spaces))).toBe('400 invalid-idempotency-key');
    const open = await raw('POST', '/v1/qualifications', { token, body: '{}', headers: JSON_TYPE });
    expect(code(open)).toMatch(/^(400 missing-idempotency-key|422 validation)$/);
  });

  it('because it writes without having read, or has read an old version', async () => {
    expect(code(await section({ workers: 1 }, {}))).toBe('428 precondition-required');
    expect((await section({ workers: 1 }, { 'if-none-match': '*' })).headers.get('etag')).toBe('"1"');
    expect((await section({ workers: 2 }, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    const OLD: Record<string, string>[] = [
      { 'if-match': '"1"' },
      { 'if-none-match': '*' },
      { 'if-match': '"7"' },
    ];
    for (const old of OLD) {
      const late = await section({ workers: 3 }, old);
      expect(code(late)).toBe('412 precondition-failed');
      expect(late.headers.get('etag')).toBe('"2"');
    }
    expect(code(await section({ workers: 3 }, { 'if-match': '*' }))).toBe('400 invalid-precondition');
  });

  it('because a character in it cannot be stored', async () => {
    expect(code(await command('{"type":"request-information","items":["a\\u0000"]}'))).toBe('422 validation');
  });

  it('and every code it may be told has a page', async () => {
    const { items } = (await raw('GET', '/problems')).body as { items: { code: string; status: number }[] };
    expect(items.length).toBeGreaterThan(60);
    for (const code of ['workflow-missing', 'paper-not-open', 'same-person'])
      expect((await raw('GET', `/problems/${code}`)).body).toMatchObject({ code });
  });
});
