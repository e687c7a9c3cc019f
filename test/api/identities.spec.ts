import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Browser } from '../../apps/dev/src/play/browser.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { JSON_TYPE, raw } from '../support/raw.js';
import { World } from '../support/world.js';

describe('an identity at the sign-in provider', () => {
  let world: World;
  let supplierId: string;
  beforeAll(async () => {
    world = await World.open();
    supplierId = await registryOf(world.parties).organisation('supplier', 'Identity Trim');
  });
  afterAll(() => world.close());

  const newcomer = (name: string): Promise<Member> =>
    registryOf(world.parties).member(supplierId, name, 'supplier');
  const path = ({ personId }: Member): string => `/v1/people/${personId}/identities`;
  const add = (to: Member, subject: string, token = world.parties.officer.token) =>
    raw('POST', path(to), { token, body: JSON.stringify({ subject }), headers: JSON_TYPE });
  const listed = async (of: Member) =>
    (await world.parties.officer.api.get<{ items: { id: string; subject: string }[] }>(path(of))).items;

  it('is registered by the office, once, and belongs to one person', async () => {
    const [member, other] = [await newcomer('Dany'), await newcomer('Else')];
    const subject = randomUUID();
    const first = await add(member, subject);
    expect(first.status).toBe(201);
    expect((await add(member, subject)).body['id']).toBe(first.body['id']);
    expect((await add(other, subject)).body).toMatchObject({ status: 409, code: 'already-exists' });
    expect((await listed(member)).map((one) => one.subject).sort()).toEqual(
      [member.personId, subject].sort(),
    );
  });

  it('belongs to one person also when it is registered for two at the same time', async () => {
    const [one, two] = [await newcomer('Twin'), await newcomer('Other twin')];
    for (let round = 0; round < 10; round++) {
      const subject = randomUUID();
      const answers = await Promise.all([add(one, subject), add(two, subject)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('is not registered by its person, nor read or removed by others', async () => {
    const member = await newcomer('Curious');
    expect((await add(member, randomUUID(), member.token)).body['code']).toBe('role-not-allowed');
    expect((await add(member, 'a\u0000b')).status).toBe(422);
    const stranger = world.parties.mill.requester.token;
    expect((await raw('GET', path(member), { token: stranger })).status).toBe(404);
    const [own] = await listed(member);
    expect((await raw('DELETE', `${path(member)}/${own?.id}`, { token: stranger })).status).toBe(404);
    expect((await raw('DELETE', `${path(member)}/${own?.id}`, { token: member.token })).status).toBe(403);
    expect(await listed(member)).toHaveLength(1);
  });

  it('goes, and whoever came in by it is out at once and cannot come back', async () => {
    const member = await newcomer('Lost');
    const browser = new Browser(world.stack.apiUrl);
    await browser.signIn(member.personId);
    const me = () => browser.ask(new URL('/v1/me', world.stack.apiUrl));
    expect((await me()).status).toBe(200);
    const [identity] = await listed(member);
    const remove = () =>
      raw('DELETE', `${path(member)}/${identity?.id}`, { token: world.parties.officer.token });
    expect((await remove()).status).toBe(204);
    expect((await me()).status).toBe(401);
    expect((await browser.signIn(member.personId)).text).toContain('identity-unknown');
    expect((await remove()).status).toBe(404);
  });
});
