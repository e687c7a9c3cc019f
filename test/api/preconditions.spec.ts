import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { JSON_TYPE, raw } from '../support/raw.js';
import { World } from '../support/world.js';

interface Document {
  readonly paths: Record<
    string,
    Record<string, { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> }>
  >;
}

/** What is changed without, and why nobody overwrites unseen what somebody else has written. */
const WITHOUT: Readonly<Record<string, string>> = {
  '/v1/me/addresses/email':
    'nobody but the person enters it, and it counts once a code that went there has come back',
  '/v1/me/notification-settings': 'nobody but the person writes them, and all of them at once',
  '/v1/people/{id}/phone': 'the office enters the whole number, and the former one with it is out',
  '/v1/qualifications/{id}/watch': 'a firm watches a case or it does not: there is nothing to overwrite',
  '/v1/session/organisation': 'a session is of one browser',
  '/v1/suppliers/{id}/external-id': 'a buyer names a supplier as a whole, for itself alone',
  '/v1/uploads/{id}': 'Upload-Offset names the byte that is written next',
};

/** What two people may change at the same time is changed under the version that was read. */
describe('a change', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const put = (path: string, body: object, headers: Record<string, string> = {}) =>
    raw('PUT', path, {
      token: world.parties.officer.token,
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify(body),
    });
  const FIRST = { 'if-none-match': '*' };

  it('demands If-Match wherever something is put or patched, and tells of 412 and 428', async () => {
    const { paths } = (await raw('GET', '/openapi.json')).body as unknown as Document;
    const changes = Object.entries(paths).flatMap(([path, item]) =>
      ['put', 'patch'].flatMap((method) => (item[method] ? [{ path, ...item[method] }] : [])),
    );
    expect(changes.length).toBeGreaterThan(8);
    const free = changes.filter(
      ({ parameters = [], responses }) =>
        !parameters.some(({ name }) => name === 'If-Match') || !responses['412'] || !responses['428'],
    );
    expect(free.map(({ path }) => path).sort()).toEqual(Object.keys(WITHOUT).sort());
  });

  it('of the holidays of a year tells both values to the officer who comes second', async () => {
    const year = 2160 + Math.floor(Math.random() * 30);
    await world.rows('delete from holiday_calendar where year = $1', [year]);
    const path = `/v1/holidays/${year}`;
    const body = (...days: string[]) => ({
      dates: days.map((day) => `${year}-${day}`),
      source: 'Sub-decree',
    });
    expect((await put(path, body('01-01'))).status).toBe(428);
    const first = await put(path, body('01-01'), FIRST);
    expect({ status: first.status, etag: first.headers.get('etag') }).toEqual({ status: 200, etag: '"1"' });
    expect((await put(path, body('01-02'), FIRST)).status).toBe(412);
    const racers = await Promise.all(
      ['01-03', '01-04'].map((day) => put(path, body('01-01', day), { 'if-match': '"1"' })),
    );
    expect(racers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won, lost] = racers[0]?.status === 200 ? racers : racers.toReversed();
    expect(lost?.body['current']).toEqual(won?.body);
    expect(lost?.headers.get('etag')).toBe('"2"');
    expect((lost?.body['sent'] as { dates: string[] }).dates).toHaveLength(2);
    const none = await put(
      `/v1/holidays/${year - 100}`,
      { ...body(), dates: [`${year - 100}-01-01`] },
      { 'if-match': '"7"' },
    );
    expect(none.status).toBe(412);
  });

  describe('of a membership', () => {
    let member: Member;
    let path: string;
    beforeAll(async () => {
      const { brand } = world.parties;
      member = await registryOf(world.parties).member(brand.organisationId, 'Changing', 'buyer-requester');
      path = `/v1/people/${member.personId}/memberships/${brand.organisationId}`;
    });
    const roles = (...all: string[]) => ({ roles: all });
    const held = async () =>
      (
        (await raw('GET', `/v1/people/${member.personId}`, { token: world.parties.officer.token })).body[
          'memberships'
        ] as { roles: string[]; version: number }[]
      ).map(({ roles, version }) => ({ roles, version }));

    it('wants the version that was read', async () => {
      expect((await put(path, roles('inspector'))).status).toBe(428);
      expect((await put(path, roles('inspector'), FIRST)).status).toBe(412);
      expect(await held()).toEqual([{ roles: ['buyer-requester'], version: 1 }]);
      expect((await put(path, roles('inspector'), { 'if-match': '"1"' })).status).toBe(200);
      const late = await put(path, roles('buyer-approver'), { 'if-match': '"1"' });
      expect(late).toMatchObject({
        status: 412,
        body: { current: { roles: ['inspector'], version: 2 }, sent: { roles: ['buyer-approver'] } },
      });
    });

    it('that has ended begins anew with If-None-Match', async () => {
      const { token } = world.parties.officer;
      expect((await raw('DELETE', path, { token })).status).toBe(204);
      const gone = await put(path, roles('inspector'), { 'if-match': '"2"' });
      expect({ status: gone.status, current: gone.body['current'] }).toEqual({
        status: 412,
        current: undefined,
      });
      expect((await put(path, roles('buyer-approver'), FIRST)).status).toBe(200);
      expect(await held()).toEqual([{ roles: ['buyer-approver'], version: 4 }]);
    });

    it('is another one when it ended and began anew, by whatever way', async () => {
      const [before] = await held();
      const change = (sql: string) =>
        world.rows(`update membership set ${sql} where person_id = $1`, [member.personId]);
      await change('ended_at = now()');
      await change(`ended_at = null, roles = '{inspector}'`);
      const stale = await put(path, roles('buyer-requester'), { 'if-match': `"${before?.version}"` });
      expect(stale).toMatchObject({ status: 412, body: { current: { roles: ['inspector'] } } });
    });

    it('is taken from one of ten who race', async () => {
      const [{ version } = { version: 0 }] = await held();
      const all = ['buyer-requester', 'buyer-approver', 'inspector'];
      const racers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          put(path, roles(all[n % 3] ?? ''), { 'if-match': `"${version}"` }),
        ),
      );
      expect(racers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
      expect((await held())[0]?.version).toBe(version + 1);
    });
  });
});
