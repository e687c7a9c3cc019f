import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeView } from '#contracts';
import { contactIndex, readKeyring } from '#persistence';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { attemptsKey, letAttemptsPass } from '../support/attempts.js';
import { OUR_PAGE } from '../support/browser-session.js';
import { messagesTo, someNumber } from '../support/messages.js';
import { openOwnApi, PRODUCTION } from '../support/own-api.js';
import { askForCode, browserOf, comparable, enterCode, newCode } from '../support/phones.js';
import { JSON_TYPE, problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const AFAR = '192.0.2.77';

describe('sign-in by telephone', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const office = () => world.parties.officer.api;
  const give = (personId: string, phone: string) =>
    office().request('PUT', `/v1/people/${personId}/phone`, { phone });
  /** A member of the supplier with a number of their own. */
  async function somebody(): Promise<{ member: Member; phone: string }> {
    const member = await registryOf(world.parties).member(story.applicant.supplierId, 'Srey', 'supplier');
    const phone = someNumber();
    await give(member.personId, phone);
    return { member, phone };
  }
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('begins a session with the code of a message, which works once', async () => {
    const { member, phone } = await somebody();
    const code = await newCode(world, phone);
    const answer = await enterCode(phone, code);
    expect(answer.status).toBe(204);
    const ask = browserOf(answer);
    const me = (await ask('GET', '/v1/me')).body as unknown as MeView;
    expect(me.person.id).toBe(member.personId);
    const sessions = (await ask('GET', `/v1/people/${member.personId}/sessions`)).body;
    expect(sessions).toMatchObject({ items: [{ method: 'phone-code', current: true }] });
    expect((await enterCode(phone, code)).status).toBe(422);
  });

  it('takes the number as people write it, with Khmer digits too', async () => {
    const { phone } = await somebody();
    const local = phone.replace('+855', '0');
    const khmer = local.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
    const code = await newCode(world, phone);
    await newCode(world, phone, khmer);
    expect((await enterCode(phone, code)).status).toBe(422); // a new code came in its place
    const spaced = `(0)12 ${phone.slice(6, 9)} ${phone.slice(9)}`.replace('(0)12', '012');
    const answer = await enterCode(spaced, await newCode(world, phone));
    expect(answer.status).toBe(204);
    for (const text of ['12', 'telephone', '+85512', '+855 12 345 678 9999'])
      expect((await askForCode(text)).status).toBe(422);
  });

  it('answers alike for a number that is known and for one that is not, byte by byte', async () => {
    const { phone } = await somebody();
    const unknown = someNumber();
    const [asked, askedInVain] = [await askForCode(phone), await askForCode(unknown)];
    expect(comparable(askedInVain)).toEqual(comparable(asked));
    const code = await newCode(world, phone);
    const [refused, refusedInVain, never] = [
      await enterCode(phone, wrong(code)),
      await enterCode(unknown, code),
      await enterCode(someNumber(), code),
    ];
    expect(refused.status).toBe(422);
    expect(problemFaults(refused)).toEqual([]);
    expect(comparable(refusedInVain)).toEqual(comparable(refused));
    expect(comparable(never)).toMatchObject({ status: 422 });
    expect(comparable(never)).toEqual(comparable(refused));
    expect(await messagesTo(world, unknown)).toEqual([]);
  });

  it('lets one of two in who use one code at the same time', async () => {
    const { member, phone } = await somebody();
    const code = await newCode(world, phone);
    const answers = await Promise.all([1, 2, 3].map(() => enterCode(phone, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
    const sessions = await world.rows('select 1 from session where person_id = $1', [member.personId]);
    expect(sessions).toHaveLength(1);
  });

  it('spends a code after five tries, right or wrong, and after ten minutes', async () => {
    const { phone } = await somebody();
    const code = await newCode(world, phone);
    await Promise.all([1, 2, 3, 4, 5].map(() => enterCode(phone, wrong(code))));
    expect((await enterCode(phone, code)).status).toBe(422);
    const late = await newCode(world, phone);
    const ofPhone = [
      contactIndex(readKeyring(process.env['SEALING_KEYS'] ?? ''), { kind: 'phone', address: phone }),
    ];
    const [row] = await world.rows<{ seconds: number }>(
      `select round(extract(epoch from expires_at - now()))::int as seconds from phone_code where contact_index = $1`,
      ofPhone,
    );
    expect(row?.seconds).toBeLessThanOrEqual(600);
    await world.rows('update phone_code set expires_at = now() where contact_index = $1', ofPhone);
    expect((await enterCode(phone, late)).status).toBe(422);
    expect((await enterCode(phone, await newCode(world, phone))).status).toBe(204);
  });

  it('stops guessing at one number for a while, known or not, and locks nobody out for good', async () => {
    const { phone } = await somebody();
    for (const number of [phone, someNumber()]) {
      for (let asked = 0; asked < 5; asked += 1) expect((await askForCode(number)).status).toBe(202);
      const answer = await askForCode(number);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      for (let tried = 0; tried < 15; tried += 1)
        expect((await enterCode(number, '000000')).status).toBe(422);
      expect((await enterCode(number, '000000')).status).toBe(429);
    }
    for (const what of ['phone-code', 'phone-try']) await letAttemptsPass(world, what, phone);
    expect((await enterCode(phone, await newCode(world, phone))).status).toBe(204);
  });

  it('lets no address that asked too often use up the codes of others', async () => {
    const { phone } = await somebody();
    const api = await openOwnApi({ TRUSTED_PROXIES: '127.0.0.0/8' });
    try {
      const askFromAfar = async (number: string): Promise<number> => {
        const headers = { ...JSON_TYPE, ...OUR_PAGE, 'x-forwarded-for': AFAR };
        const body = JSON.stringify({ phone: number });
        return (await fetch(`${api.url}/v1/sign-in/phone`, { method: 'POST', headers, body })).status;
      };
      expect(await askFromAfar(someNumber())).toBe(202);
      const spent = await world.rows('update rate_limit set points = 200 where key = $1 returning key', [
        attemptsKey('phone-code-address', AFAR),
      ]);
      expect(spent).toHaveLength(1);
      for (let asked = 0; asked < 6; asked += 1) expect(await askFromAfar(phone)).toBe(429);
      expect((await askForCode(phone)).status).toBe(202);
    } finally {
      await api.close();
    }
  });

  it('keeps neither number nor code, and hashes the code slowly', async () => {
    const { member, phone } = await somebody();
    const code = await newCode(world, phone);
    const [row] = await world.rows<{ text: string; hash: string }>(
      `select concat(c::text, p::text) as text, c.code_hash as hash from person_contact p
         join phone_code c using (contact_index) where p.person_id = $1`,
      [member.personId],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    for (const word of [phone, phone.slice(4), code]) expect(row?.text).not.toContain(word);
  });

  it('is for a page of ours only: a foreign page signs nobody in as somebody else', async () => {
    const { phone } = await somebody();
    const code = await newCode(world, phone);
    const foreign = await enterCode(phone, code, undefined, { 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.body['code']]).toEqual([403, 'cross-site']);
    const form = await raw('POST', '/v1/sign-in/phone/code', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `phone=${phone}&code=${code}`,
    });
    expect(form.status).toBe(415);
    expect((await enterCode(phone, code)).status).toBe(204);
  });

  it('knows no number whose person has no membership left', async () => {
    const { member, phone } = await somebody();
    await office().request('DELETE', `/v1/people/${member.personId}/memberships/${member.organisationId}`);
    expect((await askForCode(phone)).status).toBe(202);
    expect(await messagesTo(world, phone)).toEqual([]);
  });

  it('asks those for a second factor who see what is others’', async () => {
    const { auditor } = world.parties;
    const phone = someNumber();
    await give(auditor.personId, phone);
    const ask = browserOf(await enterCode(phone, await newCode(world, phone)));
    expect((await ask('GET', '/v1/me')).status).toBe(200);
    const tasks = await ask('GET', '/v1/tasks');
    expect([tasks.status, tasks.body['code']]).toEqual([403, 'second-factor-needed']);
  });

  it('ends when the office enters another number or takes it away', async () => {
    const { member, phone } = await somebody();
    const path = `/v1/people/${member.personId}/phone`;
    const enter = async (number: string) => browserOf(await enterCode(number, await newCode(world, number)));
    const first = await enter(phone);
    expect((await first('GET', path)).body).toMatchObject({ phone, verifiedAt: expect.any(String) });
    await give(member.personId, phone);
    expect((await first('GET', '/v1/me')).status).toBe(200);
    const other = someNumber();
    await give(member.personId, other);
    expect((await first('GET', '/v1/me')).status).toBe(401);
    const second = await enter(other);
    await office().request('DELETE', path);
    expect((await second('GET', '/v1/me')).status).toBe(401);
    expect(await refusal(office().get(path))).toMatchObject({ status: 404 });
    expect(await refusal(office().request('DELETE', path))).toMatchObject({ status: 404 });
  });

  it('has numbers that are entered by the office, and no number of two people', async () => {
    const { member, phone } = await somebody();
    const other = await somebody();
    expect(await refusal(give(other.member.personId, phone))).toMatchObject({
      status: 409,
      code: 'already-exists',
    });
    const path = `/v1/people/${member.personId}/phone`;
    const own = member.api.request('PUT', path, { phone: someNumber() });
    expect(await refusal(own)).toMatchObject({ status: 403 });
    expect(await refusal(other.member.api.get(path))).toMatchObject({ status: 403 });
    expect(await refusal(world.parties.mill.requester.api.get(path))).toMatchObject({ status: 404 });
  });

  it('shows its messages to the office on a machine of development, and is off in production', async () => {
    expect(await refusal(story.supplier.get('/v1/messages'))).toMatchObject({ status: 403 });
    const api = await openOwnApi(PRODUCTION);
    try {
      const authorization = `Bearer ${world.parties.officer.token}`;
      const ask = async (method: string, path: string, body?: unknown) => {
        const headers = { authorization, ...OUR_PAGE, ...(body !== undefined && JSON_TYPE) };
        const answer = await fetch(api.url + path, {
          ...{ method, headers },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        return [answer.status, ((await answer.json()) as { code: string }).code];
      };
      expect(await ask('GET', '/v1/messages')).toEqual([404, 'not-found']);
      const none = [503, 'messages-unavailable'];
      expect(await ask('POST', '/v1/sign-in/phone', { phone: someNumber() })).toEqual(none);
      const invitee = { name: 'Nobody', roles: ['supplier'], contact: { phone: someNumber() } };
      const invitations = `/v1/organisations/${story.applicant.supplierId}/invitations`;
      expect(await ask('POST', invitations, invitee)).toEqual(none);
    } finally {
      await api.close();
    }
  });
});
