import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#domain';
import { openDatabase, statement, type Database } from '#persistence';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { setRoles as setRolesOf } from '../support/memberships.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

interface PersonSeen {
  readonly id: string;
  readonly memberships: readonly { readonly organisationId: string; readonly roles: readonly string[] }[];
}
const FORBIDDEN = { status: 403, code: 'role-not-allowed' };
const ABSENT = { status: 404, code: 'not-found' };

describe('the administrator of an organisation', () => {
  let world: World;
  let story: Story;
  let administrator: Member;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    administrator = await join('administrator');
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  const join = (...roles: Role[]): Promise<Member> =>
    registryOf(world.parties).member(story.applicant.supplierId, 'Member', ...roles);
  const pathOf = ({ personId, organisationId }: Member, organisation = organisationId): string =>
    `/v1/people/${personId}/memberships/${organisation}`;
  const setRoles = (by: Member, whom: Member, roles: readonly string[], organisation?: string) =>
    setRolesOf<PersonSeen>(
      world,
      by,
      { ...whom, organisationId: organisation ?? whom.organisationId },
      roles,
    );
  const end = (by: Member, whom: Member) => by.api.request('DELETE', pathOf(whom));
  const rolesOf = async (whom: Member): Promise<readonly string[] | undefined> =>
    (await world.parties.officer.api.get<PersonSeen>(`/v1/people/${whom.personId}`)).memberships[0]?.roles;

  it('sets the roles of its people and ends their memberships', async () => {
    const member = await join('supplier');
    await setRoles(administrator, member, ['supplier', 'administrator']);
    expect(await rolesOf(member)).toEqual(['supplier', 'administrator']);
    await end(administrator, member);
    expect((await raw('GET', '/v1/me', { token: member.token })).status).toBe(401);
  });

  it('exists in organisations of every kind, and there manages that kind of roles only', async () => {
    const { parties } = world;
    const registry = registryOf(parties);
    for (const [organisationId, role] of [
      [parties.auditor.organisationId, 'auditor'],
      [parties.mill.organisationId, 'buyer-requester'],
      [parties.office.organisationId, 'reviewer'],
    ] as const) {
      const manager = await registry.member(organisationId, 'Manager', 'administrator');
      const member = await registry.member(organisationId, 'Member', role);
      await setRoles(manager, member, [role, 'administrator']);
      expect(await refusal(setRoles(manager, member, ['supplier']))).toMatchObject({ status: 422 });
      expect(await rolesOf(member)).toEqual([role, 'administrator']);
    }
  });

  it('has nothing to say about people elsewhere, even when it is of the programme office', async () => {
    const stranger = (await Story.open(world)).applicant.member;
    expect(await refusal(setRoles(administrator, stranger, ['supplier']))).toEqual(ABSENT);
    expect(await refusal(end(administrator, stranger))).toEqual(ABSENT);
    const { mill, office } = world.parties;
    const member = await join('supplier');
    const elsewhere = setRoles(administrator, member, ['buyer-approver'], mill.organisationId);
    expect(await refusal(elsewhere)).toEqual(FORBIDDEN);
    const clerk = await registryOf(world.parties).member(office.organisationId, 'Clerk', 'administrator');
    expect(await refusal(setRoles(clerk, stranger, ['administrator']))).toEqual(FORBIDDEN);
  });

  it('decides no case and writes into none: it may read its own', async () => {
    expect(await administrator.api.case(story.id)).toMatchObject({ id: story.id, allowedCommands: [] });
    const ask = administrator.api.ask(story.id, { type: 'withdraw', reason: 'cost' });
    expect(await refusal(ask)).toEqual(FORBIDDEN);
    const claim = administrator.api.ask(story.id, { type: 'claim-task', task: 'no-such-task' });
    expect(await refusal(claim)).toEqual(FORBIDDEN);
    const write = administrator.api.put(`${story.path}/sections/profile`, { workers: 1 });
    expect(await refusal(write)).toEqual(FORBIDDEN);
  });

  it('gives itself nothing more, and nor does an officer', async () => {
    expect(await refusal(setRoles(administrator, administrator, ['administrator', 'supplier']))).toEqual(
      FORBIDDEN,
    );
    const { officer, mill } = world.parties;
    expect(await refusal(setRoles(officer, officer, ['officer', 'reviewer']))).toEqual(FORBIDDEN);
    const seat = setRoles(officer, officer, ['buyer-approver'], mill.organisationId);
    expect(await refusal(seat)).toEqual(FORBIDDEN);
    const both = await join('administrator', 'supplier');
    await setRoles(both, both, ['supplier']);
    expect(await refusal(setRoles(both, both, ['supplier', 'administrator']))).toEqual(FORBIDDEN);
  });

  it('is nobody without the role', async () => {
    const [member, other] = [await join('supplier'), await join('supplier')];
    expect(await refusal(setRoles(member, other, ['supplier']))).toEqual(FORBIDDEN);
    expect(await refusal(end(member, other))).toEqual(FORBIDDEN);
    expect(await refusal(end(member, member))).toEqual(FORBIDDEN);
  });

  it('cannot be taken from an organisation that has one, by nobody', async () => {
    const lone = await registryOf(world.parties).organisation('buyer', 'One Person Trading');
    const last = await registryOf(world.parties).member(lone, 'Last', 'administrator', 'buyer-requester');
    const kept = { status: 409, code: 'last-administrator' };
    for (const by of [last, world.parties.officer]) {
      expect(await refusal(end(by, last))).toEqual(kept);
      expect(await refusal(setRoles(by, last, ['buyer-requester']))).toEqual(kept);
    }
    expect(await rolesOf(last)).toEqual(['administrator', 'buyer-requester']);
    const next = await registryOf(world.parties).member(lone, 'Next', 'administrator');
    await setRoles(last, last, ['buyer-requester']);
    expect(await refusal(end(world.parties.officer, next))).toEqual(kept);
  });

  it('stays, one of two, when both take the other away at the same time', async () => {
    const registry = registryOf(world.parties);
    for (let round = 0; round < 10; round += 1) {
      const organisation = await registry.organisation('buyer', `Pair ${round}`);
      const pair = await Promise.all(
        ['A', 'B'].map((name) => registry.member(organisation, name, 'administrator')),
      );
      const { officer } = world.parties;
      const answers = await Promise.allSettled(pair.map((member) => end(officer, member)));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const left = await world.rows(
        'select 1 from membership where organisation_id = $1 and ended_at is null',
        [organisation],
      );
      expect(left).toHaveLength(1);
    }
  });

  it('makes tokens of its people that only read, sees and revokes theirs, and replaces none', async () => {
    const member = await join('supplier');
    const path = `/v1/people/${member.personId}/tokens`;
    const make = (scopes: readonly string[]) =>
      administrator.api.post<{ id: string; token: string }>(path, {
        ...{ organisationId: member.organisationId, expiresInDays: 1, scopes },
      });
    expect(await refusal(make(['read', 'decide']))).toEqual({ ...FORBIDDEN, items: ['decide'] });
    const { id, token } = await make(['read']);
    expect((await raw('GET', '/v1/me', { token })).status).toBe(200);
    const { items } = await administrator.api.get<{ items: { id: string }[] }>(path);
    expect(items.map((item) => item.id)).toContain(id);
    expect(await refusal(administrator.api.post(`/v1/tokens/${id}/rotation`, {}))).toEqual(ABSENT);
    await administrator.api.request('DELETE', `/v1/tokens/${id}`);
    expect((await raw('GET', '/v1/me', { token })).status).toBe(401);
    const colleague = await join('supplier');
    expect(await refusal(colleague.api.get(path))).toEqual(FORBIDDEN);
  });

  const mint = (by: Member, { personId, organisationId }: Member, scopes = ['read']) =>
    by.api.post<{ token: string }>(`/v1/people/${personId}/tokens`, {
      ...{ organisationId, expiresInDays: 1, scopes },
    });

  it('makes none for those who read what is others’: it would read as they do', async () => {
    const { officer, reviewer, auditor } = world.parties;
    for (const whom of [officer, reviewer, auditor]) {
      const manager = await registryOf(world.parties).member(whom.organisationId, 'Manager', 'administrator');
      expect(await refusal(mint(manager, whom))).toEqual({ ...FORBIDDEN, items: [...whom.roles] });
      const decides = mint(manager, whom, ['administer']);
      expect(await refusal(decides)).toEqual({ ...FORBIDDEN, items: ['administer'] });
    }
    const { mill } = world.parties;
    const buyers = await registryOf(world.parties).member(mill.organisationId, 'Manager', 'administrator');
    await mint(buyers, mill.requester);
    const both = await registryOf(world.parties).member(
      ...([auditor.organisationId, 'Both', 'auditor', 'administrator'] as const),
    );
    await mint(both, both);
  });

  it('makes none by taking such a role away and giving it back', async () => {
    const registry = registryOf(world.parties);
    const { organisationId } = world.parties.auditor;
    const manager = await registry.member(organisationId, 'Manager', 'administrator');
    const member = await registry.member(organisationId, 'Member', 'auditor');
    await setRoles(manager, member, ['administrator']);
    expect((await raw('GET', '/v1/me', { token: member.token })).status).toBe(200);
    const { token } = await mint(manager, member);
    await setRoles(manager, member, ['administrator', 'auditor']);
    expect((await raw('GET', '/v1/me', { token })).status).toBe(401);
    await end(manager, member);
    await setRoles(world.parties.officer, member, ['auditor']);
    for (const old of [token, member.token])
      expect((await raw('GET', '/v1/me', { token: old })).status).toBe(401);
  });

  it('does not see the tokens that one of its people has for another organisation', async () => {
    const member = await join('supplier');
    const other = await Story.open(world);
    const { officer } = world.parties;
    await setRoles(officer, member, ['supplier'], other.applicant.supplierId);
    const path = `/v1/people/${member.personId}/tokens`;
    const made = await officer.api.post<{ id: string }>(path, {
      ...{ organisationId: other.applicant.supplierId, expiresInDays: 1 },
    });
    const { items } = await administrator.api.get<{ items: { id: string }[] }>(path);
    expect(items.map((item) => item.id)).not.toContain(made.id);
    expect(items).toHaveLength(1);
    const revoke = administrator.api.request('DELETE', `/v1/tokens/${made.id}`);
    expect(await refusal(revoke)).toEqual(ABSENT);
  });

  it('is held to all this by the database alone', async () => {
    const member = await join('supplier');
    const other = (await Story.open(world)).applicant.member;
    const set = statement(
      'test-membership-set',
      'update membership set roles = $3 where person_id = $1 and organisation_id = $2 returning roles',
    );
    const denied = { code: '42501' };
    const of = ({ personId, organisationId }: Member, ...roles: Role[]) => [personId, organisationId, roles];
    expect(await db.run(administrator, set, of(member, 'supplier', 'administrator'))).toHaveLength(1);
    expect(await db.run(administrator, set, of(other, 'administrator'))).toEqual([]);
    expect(await db.run(other, set, of(other, 'supplier', 'administrator'))).toEqual([]);
    await expect(
      db.run(administrator, set, of(administrator, 'administrator', 'supplier')),
    ).rejects.toMatchObject(denied);
    const token = statement(
      'test-token-make',
      `insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes)
       values (gen_random_uuid(), $1, $2, sha256(random()::text::bytea), 'svg_test', now() + interval '1 hour', $3) returning id`,
    );
    const { personId, organisationId } = member;
    expect(await db.run(administrator, token, [personId, organisationId, ['read']])).toHaveLength(1);
    for (const values of [
      [personId, organisationId, ['read', 'decide']],
      [other.personId, other.organisationId, ['read']],
    ])
      await expect(db.run(administrator, token, values)).rejects.toMatchObject(denied);
    const { auditor } = world.parties;
    const manager = await registryOf(world.parties).member(auditor.organisationId, 'Man', 'administrator');
    const ofAuditor = db.run(manager, token, [auditor.personId, auditor.organisationId, ['read']]);
    await expect(ofAuditor).rejects.toMatchObject(denied);
    const widen = statement(
      'test-token-widen',
      `update api_token set scopes = '{decide}' where person_id = $1 returning id`,
    );
    await expect(db.run(administrator, widen, [personId])).rejects.toMatchObject(denied);
  });
});
