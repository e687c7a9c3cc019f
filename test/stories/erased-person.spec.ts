import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { tablesWith } from '../support/search-tables.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const REASON = 'asked-by-the-person';

describe('a person who has left', () => {
  const NAME = 'Peregrine Oddfellowes';
  let world: World;
  let story: Story;
  let leaver: Member;
  const officer = () => world.parties.officer.api;
  const erase = (key?: string) =>
    officer().post<{ id: string }>(`/v1/people/${leaver.personId}/erasure`, { reason: REASON }, key);

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    leaver = await registryOf(world.parties).member(story.applicant.supplierId, NAME, 'supplier');
    await leaver.api.put(`${story.path}/sections/tax`, { tin: 'K001-100000001' });
  }, 30_000);
  afterAll(() => world.close());

  it('is not erased while a membership runs, nor by a colleague, nor by a stranger', async () => {
    expect(await refusal(erase())).toEqual({ status: 409, code: 'retained', items: ['membership'] });
    const path = `/v1/people/${leaver.personId}/erasure`;
    const body = { reason: REASON };
    expect(await refusal(story.supplier.post(path, body))).toEqual({ status: 403, code: 'role-not-allowed' });
    const { mill, reviewer } = world.parties;
    expect(await refusal(mill.requester.api.post(path, body))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(reviewer.api.post(path, body))).toEqual({ status: 403, code: 'role-not-allowed' });
    const nobody = officer().post(`/v1/people/${randomUUID()}/erasure`, body);
    expect(await refusal(nobody)).toEqual({ status: 404, code: 'not-found' });
  });

  it('loses the name and keeps the id, where facts and journal have it', async () => {
    await officer().request('DELETE', `/v1/people/${leaver.personId}/memberships/${leaver.organisationId}`);
    const first = await erase();
    expect(await erase()).toEqual(first);
    expect(await tablesWith(world, NAME)).toEqual([]);
    expect(await officer().get(`/v1/people/${leaver.personId}`)).toMatchObject({
      name: 'erased',
      memberships: [],
    });
    const wrote = await world.rows('select 1 from fact where written_by = $1', [leaver.personId]);
    expect(wrote).toHaveLength(1);
    const running = await world.rows('select 1 from api_token where person_id = $1 and revoked_at is null', [
      leaver.personId,
    ]);
    expect(running).toEqual([]);
  });

  it('does not come back', async () => {
    const path = `/v1/people/${leaver.personId}/memberships/${leaver.organisationId}`;
    const back = officer().request('PUT', path, { roles: ['supplier'] }, { 'if-none-match': '*' });
    expect(await refusal(back)).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(leaver.api.get('/v1/me'))).toEqual({ status: 401, code: 'unauthenticated' });
  });
});
