import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openDatabase, statement } from '#persistence';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { openSession } from '../support/browser-session.js';
import { messagesTo, nextMessage, secretIn, someNumber } from '../support/messages.js';
import { browserOf, enterCode, newCode } from '../support/phones.js';
import { tablesWithEach } from '../support/search-tables.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

const REASON = 'asked-by-the-person';

describe('a person who has left', () => {
  const NAME = 'Peregrine Oddfellowes';
  const SUBJECT = `canary-${randomUUID()}`;
  const TOLD = randomUUID();
  const FILTER = randomUUID();
  const phone = someNumber();
  let world: World;
  let story: Story;
  let leaver: Member;
  const officer = () => world.parties.officer.api;
  const erase = (key?: string) =>
    officer().post<{ id: string }>(`/v1/people/${leaver.personId}/erasure`, { reason: REASON }, key);
  /** Ciphertexts and digests that are of this person, wherever they stand. */
  let sealed: readonly string[];

  const isThere = async (): Promise<void> => {
    for (const tables of Object.values(await tablesWithEach(world, sealed))) expect(tables).not.toEqual([]);
  };

  /** A notification, how they want to be told, and a calendar. */
  async function isTold(): Promise<void> {
    await leaver.api.request('PUT', '/v1/me/notification-settings', {
      ...{ language: 'km', quietHours: { from: '22:00', until: '05:00' }, digest: 'weekly' },
      channels: { task: ['sms'] },
    });
    await leaver.api.put(`/v1/me/filters/${FILTER}`, { list: 'tasks', name: NAME, query: {} });
    await leaver.api.post('/v1/me/calendar', {});
    await world.rows(
      `insert into notification (id, person_id, organisation_id, kind, data, dispatched_at)
       values ($1, $2, $3, 'happened', '{}', now())`,
      [TOLD, leaver.personId, leaver.organisationId],
    );
  }
  /** A telephone, an identity, sessions, a second factor, kept answers, messages, and an invitation to somewhere else. */
  async function signsIn(): Promise<void> {
    const path = `/v1/people/${leaver.personId}`;
    await officer().request('PUT', `${path}/phone`, { phone });
    await officer().post(`${path}/identities`, { subject: SUBJECT });
    await openSession(world, leaver);
    const asPhone = browserOf(await enterCode(phone, await newCode(world, phone)));
    expect((await asPhone('POST', '/v1/me/second-factor')).status).toBeLessThan(300);
    await newCode(world, phone);
    const { organisationId } = (await Story.open(world)).applicant.member;
    const invited = { name: NAME, roles: ['supplier'], contact: { phone } };
    await officer().post(`/v1/organisations/${organisationId}/invitations`, invited);
    await world.rows(
      `insert into idempotency_record (key_hash, person_id, organisation_id, fingerprint, claim, answer, expires_at)
       values (sha256(random()::text::bytea), $1, $2, '', gen_random_uuid(), $3, now() + interval '30 days')`,
      [leaver.personId, leaver.organisationId, `sealed-answer-${leaver.personId}`],
    );
    await isTold();
  }
  const ofPerson = (sql: string) =>
    world.rows<{ text: string }>(sql, [leaver.personId]).then((rows) => rows.map(({ text }) => text));

  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    leaver = await registryOf(world.parties).member(story.applicant.supplierId, NAME, 'supplier');
    await leaver.api.put(`${story.path}/sections/tax`, { tin: 'K001-100000001' });
    await signsIn();
    const index = `(select contact_index from person_contact where person_id = $1)`;
    sealed = [
      ...[SUBJECT, TOLD, FILTER],
      ...(await ofPerson('select sealed_contact as text from person_contact where person_id = $1')),
      ...(await ofPerson('select sealed_secret as text from second_factor where person_id = $1')),
      ...(await ofPerson('select token_hash::text as text from session where person_id = $1')),
      ...(await ofPerson('select secret_hash::text as text from calendar_feed where person_id = $1')),
      ...(await ofPerson(
        `select encode(contact_index, 'hex') as text from person_contact where person_id = $1`,
      )),
      ...(await ofPerson(`select sealed_contact as text from invitation where contact_index = ${index}`)),
      ...(await ofPerson(`select code_hash as text from phone_code where contact_index = ${index}`)),
      ...(await ofPerson('select answer as text from idempotency_record where person_id = $1')),
    ];
    const messages = (await messagesTo(world, phone)).map(({ id }) => id);
    expect(messages).toHaveLength(3); // two codes and an invitation
    sealed = [...sealed, ...messages];
  });
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
    await isThere();
  });

  it('loses nothing by the named function before, whoever calls it', async () => {
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const forget = statement(
      'spec-forget',
      'select forget_person($1), forget_notifications($1), forget_filters($1)',
    );
    const { officer: by, reviewer } = world.parties;
    try {
      for (const { personId, organisationId } of [by, reviewer, leaver, story.applicant.member])
        await db.run({ personId, organisationId }, forget, [leaver.personId]);
    } finally {
      await db.close();
    }
    await isThere();
  });

  it('loses the name and all ways in, and keeps the id, where facts and journal have it', async () => {
    await officer().request('DELETE', `/v1/people/${leaver.personId}/memberships/${leaver.organisationId}`);
    const first = await erase();
    expect(await erase()).toEqual(first);
    const words = [NAME, phone, ...sealed];
    expect(await tablesWithEach(world, words)).toEqual(Object.fromEntries(words.map((word) => [word, []])));
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
    const left = await world.rows(
      `select p.language, p.quiet_from, p.digest, n.channel from person p left join notification_preference n on n.person_id = p.id
        where p.id = $1`,
      [leaver.personId],
    );
    expect(left).toEqual([{ language: 'en', quiet_from: null, digest: 'off', channel: null }]);
  });

  it('does not come back', async () => {
    const path = `/v1/people/${leaver.personId}/memberships/${leaver.organisationId}`;
    const back = officer().request('PUT', path, { roles: ['supplier'] }, { 'if-none-match': '*' });
    expect(await refusal(back)).toEqual({ status: 404, code: 'not-found' });
    expect((await enterCode(phone, '000000')).status).toBe(422);
    expect(await refusal(leaver.api.get('/v1/me'))).toEqual({ status: 401, code: 'unauthenticated' });
  });
});

describe('somebody who came by an invitation and has left', () => {
  it('loses the message that invited them, and nobody else loses theirs', async () => {
    const world = await World.open();
    const { officer, otherAuditor } = world.parties;
    const address = `${randomUUID()}@example.org`;
    const { organisationId } = (await Story.open(world)).applicant.member;
    const invite = (email: string) =>
      officer.api.post<{ id: string }>(`/v1/organisations/${organisationId}/invitations`, {
        ...{ name: 'Sreymom Example', roles: ['supplier'], contact: { email } },
      });
    await invite(address);
    const secret = secretIn(await nextMessage(world, address));
    const joiner = await registryOf(world.parties).member(
      otherAuditor.organisationId,
      'Sok Example',
      'auditor',
    );
    await joiner.api.post('/v1/invitations/acceptance', { secret });
    const other = await invite(`${randomUUID()}@example.org`);
    for (const at of [organisationId, otherAuditor.organisationId])
      await officer.api.request('DELETE', `/v1/people/${joiner.personId}/memberships/${at}`);
    await officer.api.post(`/v1/people/${joiner.personId}/erasure`, { reason: REASON });
    const keys = await world.rows<{ key: string }>('select key from message');
    const about = (id: string) => keys.filter(({ key }) => key.startsWith(`invitation/${id}/`));
    const [row] = await world.rows<{ id: string }>('select id from invitation where accepted_by = $1', [
      joiner.personId,
    ]);
    expect([about(row?.id ?? '').length, about(other.id).length]).toEqual([0, 1]);
    await world.close();
  });
});
