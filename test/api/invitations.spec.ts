import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InvitationView } from '#contracts';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import { ABSENT, anAddress, inviting, NAME } from '../support/inviting.js';
import { messagesTo, nextMessage, secretIn, someNumber } from '../support/messages.js';
import { refusal, World } from '../support/world.js';

const FORBIDDEN = { status: 403, code: 'role-not-allowed' };

describe('an invitation', () => {
  let world: World;
  let desk: Awaited<ReturnType<typeof inviting>>;
  beforeAll(async () => {
    world = await World.open();
    desk = await inviting(world);
  });
  afterAll(() => world.close());

  it('keeps nothing readable of whom it is for but the name, and nothing of its secret', async () => {
    const phone = someNumber();
    const { id } = await desk.invite({ phone });
    const secret = secretIn(await nextMessage(world, phone));
    const [stored] = await world.rows(
      'select i::text as invitation, m::text as messages from invitation i, (select string_agg(m::text, chr(10)) as m from message m) m where i.id = $1',
      [id],
    );
    const text = JSON.stringify(stored);
    for (const word of [phone, phone.slice(4), secret]) expect(text).not.toContain(word);
  });

  it('registers an organisation with its first administrator, once under one key', async () => {
    const [email, key] = [anAddress(), randomUUID()];
    const body = {
      organisation: { kind: 'buyer', name: `Invited ${key}` },
      administrator: { name: NAME, contact: { email }, roles: ['administrator', 'buyer-requester'] },
    };
    const { officer } = world.parties;
    const made = await officer.api.post<InvitationView>('/v1/invitations', body, key);
    const again = await officer.api.post<InvitationView>('/v1/invitations', body, key);
    expect([again.id, again.organisationId, again.language]).toEqual([made.id, made.organisationId, 'en']);
    expect(await messagesTo(world, email)).toHaveLength(1);
    const other = { ...body, organisation: { ...body.organisation, name: 'Another' } };
    const reused = officer.api.post('/v1/invitations', other, key);
    expect(await refusal(reused)).toMatchObject({ code: 'idempotency-key-reused' });
    const member = await desk.stranger();
    const { organisationId } = await desk.accept(member, secretIn(await nextMessage(world, email)));
    expect(organisationId).toBe(made.organisationId);
    expect(await desk.membersOf(organisationId)).toMatchObject([
      { id: member.personId, roles: ['administrator', 'buyer-requester'] },
    ]);
  });

  it('of an organisation has an administrator, and roles of its kind', async () => {
    const { officer } = world.parties;
    const body = (roles: string[]) => ({
      organisation: { kind: 'buyer', name: 'Never' },
      administrator: { name: NAME, contact: { email: anAddress() }, roles },
    });
    for (const roles of [['buyer-requester'], ['administrator', 'supplier']])
      expect(await refusal(officer.api.post('/v1/invitations', body(roles)))).toMatchObject({ status: 422 });
    expect(await world.rows(`select 1 from organisation where name = 'Never'`)).toEqual([]);
    const both = { phone: someNumber(), email: anAddress() };
    expect(await refusal(desk.invite(both))).toMatchObject({ status: 422 });
    expect(await refusal(desk.invite({ phone: '12' }))).toMatchObject({ status: 422 });
    expect(await refusal(desk.invite({ phone: someNumber() }, { roles: ['auditor'] }))).toMatchObject({
      status: 422,
    });
  });

  it('is for administrators of the organisation and the office, and for nobody else', async () => {
    const member = await registryOf(world.parties).member(
      desk.story.applicant.supplierId,
      'Plain',
      'supplier',
    );
    expect(await refusal(desk.invite({ email: anAddress() }, { by: member }))).toEqual(FORBIDDEN);
    expect(await refusal(desk.invite({ email: anAddress() }, { by: await desk.stranger() }))).toEqual(ABSENT);
    expect(await refusal(member.api.get(desk.path))).toEqual(FORBIDDEN);
    const founding = desk.administrator.api.post('/v1/invitations', {
      organisation: { kind: 'buyer', name: 'Mine' },
      administrator: { name: NAME, contact: { email: anAddress() } },
    });
    expect(await refusal(founding)).toEqual(FORBIDDEN);
    const { id } = await desk.invite({ email: anAddress() }, { by: world.parties.officer });
    expect(await desk.list(id)).toMatchObject([{ language: 'km' }]);
  });

  it('is worthless when revoked or too old, with the words for one that never was', async () => {
    const person = await desk.stranger();
    const [gone, old] = [anAddress(), anAddress()];
    const { id } = await desk.invite({ email: gone });
    await desk.invite({ email: old });
    const [revoked, late] = [await nextMessage(world, gone), await nextMessage(world, old)].map(secretIn);
    await desk.administrator.api.request('DELETE', `${desk.path}/${id}`);
    await desk.administrator.api.request('DELETE', `${desk.path}/${id}`);
    await world.rows(
      `update invitation set expires_at = now() - interval '1 second' where contact_index is not null and secret_hash = sha256($1::text::bytea)`,
      [late],
    );
    for (const secret of [revoked, late, 'A'.repeat(43)])
      expect(await refusal(desk.accept(person, secret ?? ''))).toEqual(ABSENT);
    expect(await desk.list(id)).toMatchObject([{ name: null, contact: { hint: null } }]);
    expect(await refusal(desk.accept(person, 'short'))).toMatchObject({ status: 422 });
  });

  it('can be sent again, with a new secret in place of the old one and all its time', async () => {
    const email = anAddress();
    const { id } = await desk.invite({ email });
    const first = secretIn(await nextMessage(world, email));
    await world.rows(`update invitation set expires_at = now() - interval '1 day' where id = $1`, [id]);
    const sent = await desk.administrator.api.post<InvitationView>(`${desk.path}/${id}/sends`, undefined);
    expect(sent.sends).toBe(2);
    expect(Date.parse(sent.expiresAt)).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    const second = secretIn(await nextMessage(world, email, 2));
    const person = await desk.stranger();
    expect(await refusal(desk.accept(person, first))).toEqual(ABSENT);
    await desk.accept(person, second);
    const late = desk.administrator.api.post(`${desk.path}/${id}/sends`, undefined);
    expect(await refusal(late)).toMatchObject({ status: 409, code: 'invitation-ended' });
    const revoke = desk.administrator.api.request('DELETE', `${desk.path}/${id}`);
    expect(await refusal(revoke)).toMatchObject({ status: 409, code: 'invitation-ended' });
    const foreign = desk.administrator.api.post(`${desk.path}/${randomUUID()}/sends`, undefined);
    expect(await refusal(foreign)).toEqual(ABSENT);
  });

  it('that was lost before it was sent is sent by a repeat under its key, with a new secret', async () => {
    const [email, key] = [anAddress(), randomUUID()];
    const { id } = await desk.invite({ email }, { key });
    const lost = secretIn(await nextMessage(world, email));
    // As after a crash: the invitation stands, its letter never left, and no answer was kept.
    await world.rows('update invitation set sent_at = null where id = $1', [id]);
    await world.rows('delete from idempotency_record where person_id = $1', [desk.administrator.personId]);
    const repeated = await desk.invite({ email }, { key });
    expect(repeated.id).toBe(id);
    const secret = secretIn(await nextMessage(world, email, 2));
    const person = await desk.stranger();
    expect(await refusal(desk.accept(person, lost))).toEqual(ABSENT);
    await world.rows('delete from idempotency_record where person_id = $1', [desk.administrator.personId]);
    await desk.invite({ email }, { key });
    expect(await messagesTo(world, email)).toHaveLength(2);
    await desk.accept(person, secret);
  });

  it('is sent to one contact only so often in a day', async () => {
    const { id } = await desk.invite({ email: anAddress() });
    const resend = () => desk.administrator.api.post(`${desk.path}/${id}/sends`, undefined);
    for (let sends = 0; sends < 10; sends += 1) await resend();
    expect(await refusal(resend())).toMatchObject({ status: 429, code: 'too-many-requests' });
  });

  it('goes to one contact once while it is open', async () => {
    const phone = someNumber();
    const { id } = await desk.invite({ phone });
    const twice = desk.invite({ phone: phone.replace('+855', '0') });
    expect(await refusal(twice)).toMatchObject({ status: 409, code: 'already-exists' });
    await desk.administrator.api.request('DELETE', `${desk.path}/${id}`);
    await desk.invite({ phone });
  });
});
