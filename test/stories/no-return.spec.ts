import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashToken } from '#platform';
import { Browser } from '../../apps/dev/src/play/browser.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { anAddress, inviting } from '../support/inviting.js';
import { nextMessage, secretIn, someNumber } from '../support/messages.js';
import { refusal, World } from '../support/world.js';

const ABSENT = { status: 404, code: 'not-found' };

describe('a person who was erased', () => {
  let world: World;
  let desk: Awaited<ReturnType<typeof inviting>>;
  let erased: Member;
  beforeAll(async () => {
    world = await World.open();
    desk = await inviting(world);
    erased = await desk.stranger();
    const { personId, organisationId } = erased;
    await office().request('DELETE', `/v1/people/${personId}/memberships/${organisationId}`);
    await office().post(`/v1/people/${personId}/erasure`, { reason: 'asked-by-the-person' });
  });
  afterAll(() => world.close());

  const office = () => world.parties.officer.api;
  /** A function of the database, asked past every service. */
  const ask = (call: string, ...values: unknown[]) => world.rows(`select * from ${call}`, values);
  async function invited(): Promise<string> {
    const email = anAddress();
    await desk.invite({ email });
    return secretIn(await nextMessage(world, email));
  }

  it('is given no new way to sign in', async () => {
    const person = `/v1/people/${erased.personId}`;
    expect(await refusal(office().post(`${person}/identities`, { subject: randomUUID() }))).toEqual(ABSENT);
    expect(await refusal(office().request('PUT', `${person}/phone`, { phone: someNumber() }))).toEqual(
      ABSENT,
    );
  });

  it('does not come in by an identity that was left behind, nor takes up an invitation with it', async () => {
    const [subject, secret] = [randomUUID(), await invited()];
    const [left] = await world.rows<{ issuer: string }>(
      `insert into identity (id, person_id, issuer, subject)
       select gen_random_uuid(), $1, issuer, $2 from identity where person_id = $3 returning issuer`,
      [erased.personId, subject, world.parties.officer.personId],
    );
    expect((await new Browser(world.stack.apiUrl).signIn(subject)).status).toBe(403);
    const fresh = [randomUUID(), randomUUID()];
    const who = [hashToken(secret), left?.issuer, subject, ...fresh];
    expect(await ask('accept_invitation_as($1, $2, $3, $4, $5)', ...who)).toEqual([]);
    const known = await ask('accept_invitation($1, $2) as id', hashToken(secret), erased.personId);
    expect(known).toEqual([{ id: null }]);
    await desk.accept(await desk.stranger(), secret); // it is still good for whom it was meant
  });

  it('does not come in by a number that was left behind', async () => {
    const index = Buffer.from(randomUUID());
    await world.rows(
      `insert into person_contact (person_id, kind, sealed_contact, contact_index) values ($1, 'phone', 'sealed', $2)
       on conflict (person_id, kind) do update set contact_index = excluded.contact_index`,
      [erased.personId, index],
    );
    await world.rows(`insert into phone_code values ($1, 'hash', 5, now() + interval '10 minutes')`, [index]);
    const call = `use_phone_code($1, 'hash', null, $2, 'sealed')`;
    expect(await ask(call, index, randomUUID())).toEqual([]);
  });

  it('is made a member by no statement', async () => {
    const back = world.rows('update membership set ended_at = null where person_id = $1', [erased.personId]);
    await expect(back).rejects.toMatchObject({ code: '42501' });
  });
});
