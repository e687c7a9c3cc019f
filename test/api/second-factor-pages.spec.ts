import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { letAttemptsPass } from '../support/attempts.js';
import { formsOf, pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { me, signingIn } from '../support/plain-sign-in.js';
import { World } from '../support/world.js';

const FACTOR = '/sign-in/second-factor';

describe('the second factor over plain forms', () => {
  let world: World;
  let people: Awaited<ReturnType<typeof signingIn>>;
  beforeAll(async () => {
    world = await World.open();
    people = await signingIn(world);
  });
  afterAll(() => world.close());

  const appIn = (browser: PlainBrowser): TOTP => {
    const uri = formsOf(browser.now.text).find(({ fields }) => 'uri' in fields)?.fields['uri'] ?? '';
    return URI.parse(uri) as TOTP;
  };
  const forgetStep = ({ personId }: Member) =>
    world.rows('update second_factor set last_step = last_step - 10 where person_id = $1', [personId]);

  it('shows the secret once, keeps it through a typing error, tells recovery codes and goes on', async () => {
    const member = await people.officer('Enrols on pages');
    const browser = await people.signedIn(await people.withPhone(member), '/v1/tasks');
    expect(browser.at).toBe(`${FACTOR}?returnTo=%2Fv1%2Ftasks`);
    expect([pageFaults(browser.now), formsOf(browser.now.text).length]).toEqual([[], 2]);
    await browser.send({}, `${FACTOR}/enrolment`);
    expect(pageFaults(browser.now)).toEqual([]);
    const app = appIn(browser);
    expect(app.secret.bytes).toHaveLength(20);
    const { secret } = app;
    expect(browser.words).toContain(secret.base32.match(/.{4}/g)?.join(' '));
    expect(browser.now.text).toMatch(/role="img"[^>]*>\s*<svg aria-hidden="true" /);
    for (const code of [app.generate({ timestamp: 0 }), 'six']) {
      await browser.send({ code });
      expect([browser.now.status, pageFaults(browser.now)]).toEqual([422, []]);
      expect(browser.words).toContain('Wait until the app shows the next one');
      expect(appIn(browser).secret.base32).toBe(secret.base32);
      expect(formsOf(browser.now.text)[0]?.fields).toMatchObject({ code, returnTo: '/v1/tasks' });
    }
    await browser.send({ code: app.generate() });
    expect([browser.now.status, pageFaults(browser.now)]).toEqual([200, []]);
    const codes = browser.words.match(/\b\d-[0-9A-Z]{5}-[0-9A-Z]{5}\b/g);
    expect(codes).toHaveLength(10);
    expect(browser.now.text).toContain('href="/v1/tasks"');
    expect((await me(browser)).secondFactor).toBe('given');
    await browser.open(`${FACTOR}?returnTo=/problems`);
    expect(browser.at).toBe('/problems');
  });

  it('is asked for at the next sign-in: a code of the app, or one on paper, which works once', async () => {
    const member = await people.officer('Comes back');
    const phone = await people.withPhone(member);
    const first = await people.signedIn(phone, FACTOR);
    await first.send({}, `${FACTOR}/enrolment`);
    const app = appIn(first);
    await first.send({ code: app.generate() });
    const [paper = ''] = first.words.match(/\b\d-[0-9A-Z]{5}-[0-9A-Z]{5}\b/) ?? [];
    await forgetStep(member);
    const second = await people.signedIn(phone, '/v1/tasks');
    expect([second.at, pageFaults(second.now)]).toEqual([`${FACTOR}?returnTo=%2Fv1%2Ftasks`, []]);
    await second.send({ code: '000 00' });
    expect([second.now.status, second.words]).toEqual([422, expect.stringContaining('next one')]);
    await second.send({ recoveryCode: '1-AAAAA-AAAAA' });
    expect([second.now.status, pageFaults(second.now)]).toEqual([422, []]);
    expect(second.words).toContain('This recovery code is not good');
    expect(second.now.text).toMatch(/<details[^>]* open/);
    await second.send({ code: app.generate() });
    expect([second.at, second.now.status]).toEqual(['/v1/tasks', 200]);
    const third = await people.signedIn(phone, '/v1/tasks');
    await third.send({ recoveryCode: paper.toLowerCase() });
    expect([third.at, third.now.status]).toEqual(['/v1/tasks', 200]);
    const fourth = await people.signedIn(phone, '/v1/tasks');
    await fourth.send({ recoveryCode: paper });
    expect(fourth.now.status).toBe(422);
  });

  it('is guarded as the other way is: no foreign form, no session, no guessing', async () => {
    const member = await people.officer('Guessed on pages');
    const browser = await people.signedIn(await people.withPhone(member), FACTOR);
    await browser.send({}, `${FACTOR}/enrolment`, 'cross-site');
    expect(browser.now.status).toBe(403);
    expect(await world.rows('select 1 from second_factor where person_id = $1', [member.personId])).toEqual(
      [],
    );
    await browser.open(FACTOR);
    await browser.send({}, `${FACTOR}/enrolment`);
    for (let tried = 0; tried < 5; tried += 1) await browser.send({ code: '000000' });
    await browser.send({ code: '000000' });
    expect([browser.now.status, browser.words]).toEqual([429, expect.stringContaining('Too many attempts')]);
    await letAttemptsPass(world, 'second-factor', member.personId);
    const nobody = new PlainBrowser();
    await nobody.open(`${FACTOR}?returnTo=/problems`);
    expect(nobody.at).toBe(
      `/sign-in?returnTo=${encodeURIComponent(`${FACTOR}?returnTo=${encodeURIComponent('/problems')}`)}`,
    );
  });
});
