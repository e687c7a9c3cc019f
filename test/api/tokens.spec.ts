import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Token {
  readonly id: string;
  readonly token?: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly successorId: string | null;
}
const DAY_MS = 86_400_000;

describe('the tokens of machines', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const path = (): string => `/v1/people/${story.applicant.member.personId}/tokens`;
  const make = (scopes?: readonly string[]): Promise<Token> =>
    world.parties.officer.api.post<Token>(path(), {
      ...{ organisationId: story.applicant.supplierId, expiresInDays: 10 },
      ...(scopes && { scopes }),
    });
  const clientOf = ({ token = '' }: Token) =>
    new ApiClient(world.parties.baseUrl, token, world.parties.costs);
  const known = async (id: string): Promise<Token | undefined> =>
    (await story.supplier.get<{ items: Token[] }>(path())).items.find((token) => token.id === id);
  const rotation = ({ id }: Token): string => `/v1/tokens/${id}/rotation`;
  const lifeMs = ({ expiresAt }: Token): number => Date.parse(expiresAt) - Date.now();

  it('are good for everything, or for what was asked', async () => {
    expect([...(await make()).scopes].sort()).toEqual(['administer', 'decide', 'read', 'write']);
    const reader = await make(['read']);
    const api = clientOf(reader);
    expect((await api.case(story.id)).id).toBe(story.id);
    const refused = { status: 403, code: 'scope-missing' };
    expect(await refusal(api.put(`${story.path}/sections/profile`, {}))).toEqual({
      ...refused,
      items: ['write'],
    });
    const command = api.request(
      'POST',
      `${story.path}/commands`,
      { type: 'submit-application' },
      {
        'idempotency-key': randomUUID(),
      },
    );
    expect(await refusal(command)).toEqual({ ...refused, items: ['decide'] });
    expect(await refusal(api.post(rotation(reader), {}))).toEqual({ ...refused, items: ['administer'] });
  });

  it('cannot be made for a scope that does not exist, or for none', async () => {
    expect(await refusal(make(['everything']))).toMatchObject({ status: 422 });
    expect(await refusal(make([]))).toMatchObject({ status: 422 });
  });

  it('say when they were last used, to the minute', async () => {
    const made = await make();
    expect((await known(made.id))?.lastUsedAt).toBeNull();
    await clientOf(made).case(story.id);
    const first = (await known(made.id))?.lastUsedAt ?? '';
    expect(Math.abs(Date.now() - Date.parse(first))).toBeLessThan(60_000);
    await clientOf(made).case(story.id);
    expect((await known(made.id))?.lastUsedAt).toBe(first);
  });

  it('are replaced by their owner with an overlap in which both are good', async () => {
    const old = await make(['read', 'administer']);
    const next = await clientOf(old).post<Token>(rotation(old), { overlapHours: 2 });
    expect([...next.scopes].sort()).toEqual(['administer', 'read']);
    expect(Math.abs(lifeMs(next) - 10 * DAY_MS)).toBeLessThan(60_000);
    for (const token of [old, next]) expect((await clientOf(token).case(story.id)).id).toBe(story.id);
    const ending = (await known(old.id)) ?? old;
    expect(ending.successorId).toBe(next.id);
    expect(Math.abs(lifeMs(ending) - 2 * 3_600_000)).toBeLessThan(60_000);
  });

  it('are not made by a call that is good for less', async () => {
    const { officer } = world.parties;
    const clerk = await officer.api.post<Token>(`/v1/people/${officer.personId}/tokens`, {
      ...{ organisationId: officer.organisationId, expiresInDays: 1, scopes: ['administer', 'read'] },
    });
    const forSupplier = (scopes: readonly string[]) =>
      clientOf(clerk).post<Token>(path(), {
        ...{ organisationId: story.applicant.supplierId, expiresInDays: 1, scopes },
      });
    const refused = { status: 403, code: 'scope-missing' };
    expect(await refusal(forSupplier(['read', 'decide', 'write']))).toEqual({
      ...refused,
      items: ['decide', 'write'],
    });
    expect((await forSupplier(['read'])).scopes).toEqual(['read']);
    const strong = await make();
    const rotate = clientOf(clerk).post(rotation(strong), {});
    expect(await refusal(rotate)).toEqual({ ...refused, items: ['decide', 'write'] });
    expect((await known(strong.id))?.successorId).toBeNull();
  });

  it('end at once when no overlap is wanted', async () => {
    const old = await make();
    const next = await clientOf(old).post<Token>(rotation(old), { overlapHours: 0 });
    expect((await raw('GET', '/v1/me', { token: old.token ?? '' })).status).toBe(401);
    expect((await raw('GET', '/v1/me', { token: next.token ?? '' })).status).toBe(200);
  });

  it('are replaced once: a repeat under the same key is told the same', async () => {
    const old = await make();
    const key = { 'idempotency-key': randomUUID() };
    const api = clientOf(old);
    const first = (await api.request<Token>('POST', rotation(old), {}, key)).body;
    const again = (await api.request<Token>('POST', rotation(old), {}, key)).body;
    expect(again).toEqual(first);
    expect(typeof first.token).toBe('string');
    const [kept] = await world.rows<{ found: boolean }>(
      'select bool_or(position($1 in r::text) > 0) as found from idempotency_record r',
      [first.token],
    );
    expect(kept?.found).toBe(false); // sealed, as everything that is kept to be told again
    expect(await refusal(api.post(rotation(old), {}))).toMatchObject({ status: 409, code: 'token-ended' });
  });

  it('are not there for others, and are not replaced when revoked', async () => {
    const other = await Story.open(world);
    const made = await make();
    expect(await refusal(other.supplier.post(rotation(made), {}))).toMatchObject({ status: 404 });
    const tooLong = story.supplier.post(rotation(made), { overlapHours: 169 });
    expect(await refusal(tooLong)).toMatchObject({ status: 422 });
    await story.supplier.request('DELETE', `/v1/tokens/${made.id}`);
    expect(await refusal(story.supplier.post(rotation(made), {}))).toMatchObject({ status: 409 });
  });
});
