import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { COMMAND_UPDATE, workflowIdOf, type Asked, type CommandResult } from '#workflows';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

describe('who may enter', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const me = async (token?: string) => {
    const answer = await raw('GET', '/v1/me', token === undefined ? {} : { token });
    if (answer.status === 200) return '200';
    expect(problemFaults(answer)).toEqual([]);
    return `${answer.status} ${answer.headers.get('www-authenticate')}`;
  };
  const INVALID = '401 Bearer realm="selvedge", error="invalid_token"';
  const colleague = () => registryOf(world.parties).member(story.applicant.supplierId, 'Vanna', 'supplier');
  const endMembership = ({ personId, organisationId }: Member) =>
    world.parties.officer.api.request('DELETE', `/v1/people/${personId}/memberships/${organisationId}`);

  it('has a token that is known', async () => {
    expect(await me(story.applicant.member.token)).toBe('200');
    expect(await me()).toBe('401 Bearer realm="selvedge"');
    expect(await me(`svg_${'A'.repeat(43)}`)).toBe(INVALID);
    expect(await me('not-a-token')).toBe(INVALID);
    expect((await raw('GET', story.path)).status).toBe(401);
    expect((await raw('GET', '/health/live')).status).toBe(200);
  });

  it('has a token that has not expired', async () => {
    const { token, personId } = await colleague();
    expect(await me(token)).toBe('200');
    const expire = `update api_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
      where person_id = $1`;
    await world.rows(expire, [personId]);
    expect(await me(token)).toBe(INVALID);
  });

  it('has a token that was not revoked, by its owner or the office and by nobody else', async () => {
    const { token, personId, api } = await colleague();
    const { items } = await api.get<{ items: { id: string }[] }>(`/v1/people/${personId}/tokens`);
    const revoke = (by: Member) => by.api.request('DELETE', `/v1/tokens/${items[0]?.id}`);
    expect(await refusal(revoke(world.parties.mill.requester))).toEqual({ status: 404, code: 'not-found' });
    expect(await me(token)).toBe('200');
    await revoke(world.parties.officer);
    expect(await me(token)).toBe(INVALID);
    const stored = await world.rows<{ n: number }>(
      `select count(*)::int as n from api_token where encode(token_hash, 'escape') like '%svg_%' or prefix = $1`,
      [token],
    );
    expect(stored).toEqual([{ n: 0 }]);
  });

  it('is still a member: an ended membership is refused in the very next request', async () => {
    const member = await colleague();
    expect((await member.api.case(story.id)).id).toBe(story.id);
    await endMembership(member);
    expect(await refusal(member.api.case(story.id))).toEqual({ status: 401, code: 'unauthenticated' });
    const ask = member.api.ask(story.id, { type: 'withdraw', reason: 'cost' });
    expect(await refusal(ask)).toEqual({ status: 401, code: 'unauthenticated' });
  });

  it('is still a member when the decision is made, whatever was true when it was asked for', async () => {
    const member = await colleague();
    await endMembership(member);
    const { personId, organisationId } = member;
    const asked: Asked = {
      commandId: randomUUID(),
      command: { type: 'withdraw', reason: 'cost' },
      by: { personId, organisationId },
    };
    const handle = world.temporal.workflow.getHandle(workflowIdOf(story.id));
    const result = await handle.executeUpdate<CommandResult, [Asked]>(COMMAND_UPDATE, { args: [asked] });
    expect(result).toEqual({ outcome: 'refused', refusal: { code: 'not-your-case' } });
    expect(await story.see()).toMatchObject({ substate: 'draft' });
    expect((await story.journal()).map(({ entry }) => entry.command)).toEqual(['open']);
  });

  it('and still has the role when a fact is written', async () => {
    const member = await colleague();
    const { personId, organisationId } = member;
    await world.rows(`update membership set ended_at = now() where person_id = $1 and organisation_id = $2`, [
      personId,
      organisationId,
    ]);
    const write = member.api.put(`${story.path}/sections/profile`, { workers: 1 });
    expect(await refusal(write)).toEqual({ status: 401, code: 'unauthenticated' });
    const foreign = world.parties.mill.requester.api.put(`${story.path}/sections/profile`, { workers: 1 });
    expect(await refusal(foreign)).toEqual({ status: 404, code: 'not-found' });
  });
});
