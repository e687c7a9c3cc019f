import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUTHORISATION } from '#domain';
import { TOTP, URI } from 'otpauth';
import { Browser } from '../../apps/dev/src/play/browser.js';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { letAttemptsPass } from '../support/attempts.js';
import {
  askWith,
  everyOperation,
  openSession,
  SESSION_COOKIE,
  type BrowserSession,
} from '../support/browser-session.js';
import { problemFaults, raw, type Raw } from '../support/raw.js';
import { World } from '../support/world.js';

const FACTOR = '/v1/me/second-factor';
const CONFIRMATION = `${FACTOR}/confirmation`;
const VERIFICATION = `${FACTOR}/verification`;
const STEP_MS = 30_000;

describe('the second factor', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const outcome = (answer: Raw): string => {
    if (answer.status < 400) return String(answer.status);
    expect(problemFaults(answer)).toEqual([]);
    return `${answer.status} ${String(answer.body['code'])}`;
  };
  const officer = (name: string): Promise<Member> =>
    registryOf(world.parties).member(world.parties.office.organisationId, name, 'officer');
  const bare = (member: Member) => openSession(world, member, { secondFactor: false });
  const raisedBy = ({ headers }: Raw): BrowserSession['ask'] =>
    askWith(new RegExp(`${SESSION_COOKIE}=([\\w-]{43});`).exec(headers.getSetCookie().join('\n'))?.[1] ?? '');
  const appOf = (answer: Raw): TOTP => URI.parse(String(answer.body['uri'])) as TOTP;
  /** The step moves on for this person, so that a test needs not wait for it. */
  const forgetStep = ({ personId }: Member) =>
    world.rows('update second_factor set last_step = last_step - 10 where person_id = $1', [personId]);

  /** A member with a confirmed factor, its app and its recovery codes. */
  async function enrolled(name: string) {
    const member = await officer(name);
    const { ask } = await bare(member);
    const app = appOf(await ask('POST', FACTOR));
    const confirmed = await ask('POST', CONFIRMATION, { code: app.generate() });
    expect(outcome(confirmed)).toBe('200');
    await forgetStep(member);
    return { member, app, recoveryCodes: confirmed.body['recoveryCodes'] as string[] };
  }

  it.each(['officer', 'reviewer', 'auditor', 'otherAuditor'] as const)(
    'is wanted of the %s before anything else',
    async (who) => {
      const { ask } = await bare(world.parties[who]);
      expect((await ask('GET', '/v1/me')).body).toMatchObject({ secondFactor: 'wanted' });
      const paths = ['/v1/tasks', '/v1/qualifications', `/v1/people/${world.parties[who].personId}/sessions`];
      for (const path of paths) expect(outcome(await ask('GET', path))).toBe('403 second-factor-needed');
      expect(outcome(await ask('POST', '/v1/organisations', {}))).toBe('403 second-factor-needed');
      expect(outcome(await ask('DELETE', '/v1/session'))).toBe('204');
    },
  );

  it('is wanted for every operation but those that lead to it and out', async () => {
    const { ask } = await bare(await officer('Asks for all'));
    const open: string[] = [];
    for (const { id, method, path } of await everyOperation()) {
      if (AUTHORISATION[id].may.some((relation) => relation === 'anyone') || id === 'signOut') continue;
      const answer = await ask(method, path, ['GET', 'HEAD'].includes(method) ? undefined : {});
      const kept = method === 'HEAD' ? answer.status === 403 : outcome(answer) === '403 second-factor-needed';
      if (!kept) open.push(id);
    }
    expect(open.sort()).toEqual(['confirmSecondFactor', 'enrolSecondFactor', 'getMe', 'verifySecondFactor']);
  });

  it('is wanted of buyers and not of suppliers, nor of programs with a token', async () => {
    const { mill, officer: person } = world.parties;
    const buyer = await bare(mill.requester);
    expect(outcome(await buyer.ask('GET', '/v1/tasks'))).toBe('403 second-factor-needed');
    const id = await registryOf(world.parties).organisation('supplier', 'Factor Trim');
    const supplier = await bare(await registryOf(world.parties).member(id, 'Vanna', 'supplier'));
    expect(outcome(await supplier.ask('GET', '/v1/tasks'))).toBe('200');
    expect(outcome(await raw('GET', '/v1/tasks', { token: person.token }))).toBe('200');
    for (const path of [FACTOR, CONFIRMATION, VERIFICATION]) {
      const body = JSON.stringify({ code: '000000' });
      const answer = await raw('POST', path, {
        ...{ token: person.token, headers: { 'content-type': 'application/json' } },
        body: path === FACTOR ? '{}' : body,
      });
      expect(outcome(answer)).toBe('409 no-session');
    }
  });

  it('is set up with an app and confirmed by a code, which changes the cookie', async () => {
    const member = await officer('Enrols');
    const { ask } = await bare(member);
    const begun = await ask('POST', FACTOR);
    expect(begun.status).toBe(201);
    const app = appOf(begun);
    expect([app.algorithm, app.digits, app.period, app.secret.bytes.length]).toEqual(['SHA1', 6, 30, 20]);
    const wrong = await ask('POST', CONFIRMATION, { code: app.generate({ timestamp: 0 }) });
    expect([outcome(wrong), wrong.headers.getSetCookie()]).toEqual(['422 validation', []]);
    const confirmed = await ask('POST', CONFIRMATION, { code: app.generate() });
    expect(outcome(confirmed)).toBe('200');
    expect(confirmed.body['recoveryCodes']).toHaveLength(10);
    const raised = raisedBy(confirmed);
    expect(outcome(await raised('GET', '/v1/tasks'))).toBe('200');
    expect((await raised('GET', '/v1/me')).body).toMatchObject({ secondFactor: 'given' });
    expect(outcome(await ask('GET', '/v1/me'))).toBe('401 unauthenticated');
    expect(outcome(await raised('POST', FACTOR))).toBe('409 second-factor-enrolled');
    expect(outcome(await raised('POST', CONFIRMATION, { code: app.generate() }))).toBe(
      '409 second-factor-enrolled',
    );
  });

  it('counts the app that was set up last, until one is confirmed', async () => {
    const { ask } = await bare(await officer('Twice'));
    expect(outcome(await ask('POST', CONFIRMATION, { code: '000000' }))).toBe('409 second-factor-missing');
    expect(outcome(await ask('POST', VERIFICATION, { code: '000000' }))).toBe('409 second-factor-missing');
    const first = appOf(await ask('POST', FACTOR));
    const second = appOf(await ask('POST', FACTOR));
    expect(outcome(await ask('POST', VERIFICATION, { code: second.generate() }))).toBe(
      '409 second-factor-missing',
    );
    expect(outcome(await ask('POST', CONFIRMATION, { code: first.generate() }))).toBe('422 validation');
    expect(outcome(await ask('POST', CONFIRMATION, { code: second.generate() }))).toBe('200');
  });

  it('takes the code before and the code after, and none further away', async () => {
    const { member, app } = await enrolled('Windows');
    const stepNow = (): number => Math.floor(Date.now() / STEP_MS);
    const at = async (steps: number): Promise<string> => {
      const step = stepNow();
      await world.rows('update second_factor set last_step = 1 where person_id = $1', [member.personId]);
      const code = app.generate({ timestamp: Date.now() + steps * STEP_MS });
      const told = outcome(await (await bare(member)).ask('POST', VERIFICATION, { code }));
      return stepNow() === step ? told : at(steps); // the step went by meanwhile: asked for another one
    };
    expect([await at(-1), await at(0), await at(1)]).toEqual(['204', '204', '204']);
    expect([await at(-3), await at(3)]).toEqual(['422 validation', '422 validation']);
  });

  it('takes a code once, also when two come at the same time, and none before it', async () => {
    const { member, app } = await enrolled('Replays');
    const [one, two, three] = [await bare(member), await bare(member), await bare(member)];
    const now = Date.now();
    const code = app.generate({ timestamp: now });
    const both = await Promise.all([one, two].map(({ ask }) => ask('POST', VERIFICATION, { code })));
    expect(both.map(outcome).sort()).toEqual(['204', '422 validation']);
    expect(outcome(await three.ask('POST', VERIFICATION, { code }))).toBe('422 validation');
    const before = app.generate({ timestamp: now - STEP_MS });
    expect(outcome(await three.ask('POST', VERIFICATION, { code: before }))).toBe('422 validation');
    expect(outcome(await three.ask('GET', '/v1/tasks'))).toBe('403 second-factor-needed');
  });

  it('is not guessed: after five attempts nobody is listened to for a while, and then again', async () => {
    const { member, app } = await enrolled('Guessed');
    const { ask } = await bare(member);
    const far = app.generate({ timestamp: 0 });
    for (let attempt = 0; attempt < 5; attempt++)
      expect(outcome(await ask('POST', VERIFICATION, { code: far }))).toBe('422 validation');
    const right = () => ask('POST', VERIFICATION, { code: app.generate() });
    const late = await right();
    expect(outcome(late)).toBe('429 too-many-requests');
    const wait = Number(late.headers.get('retry-after'));
    expect(wait > 800 && wait <= 900).toBe(true);
    // From another browser neither, and by a recovery code neither: it is the person who is guessed at.
    const other = await bare(member);
    expect(outcome(await other.ask('POST', VERIFICATION, { recoveryCode: '0-AAAAA-AAAAA' }))).toBe(
      '429 too-many-requests',
    );
    const keys = await world.rows<{ key: string }>('select key from rate_limit');
    expect(keys.filter(({ key }) => key.includes(member.personId))).toEqual([]);
    await letAttemptsPass(world, 'second-factor', member.personId);
    expect(outcome(await right())).toBe('204');
  });

  it('forgets the attempts of somebody who came in', async () => {
    const { member, app } = await enrolled('Clumsy');
    for (let round = 0; round < 3; round++) {
      const { ask } = await bare(member);
      for (let attempt = 0; attempt < 3; attempt++)
        await ask('POST', VERIFICATION, { code: app.generate({ timestamp: 0 }) });
      expect(outcome(await ask('POST', VERIFICATION, { code: app.generate() }))).toBe('204');
      await forgetStep(member);
    }
  });

  it('is replaced by a recovery code, each good once, however it is typed', async () => {
    const { member, recoveryCodes } = await enrolled('Recovers');
    const [first = '', second = '', third = ''] = recoveryCodes;
    const use = async (recoveryCode: string): Promise<string> =>
      outcome(await (await bare(member)).ask('POST', VERIFICATION, { recoveryCode }));
    expect(await use(first)).toBe('204');
    expect(await use(first)).toBe('422 validation');
    expect(await use(second.toLowerCase().replaceAll('-', ' '))).toBe('204');
    expect(await use(third.replace(/^2/, '3'))).toBe('422 validation');
    const twins = await Promise.all([use(third), use(third)]);
    expect(twins.sort()).toEqual(['204', '422 validation']);
    const [stored] = await world.rows<{ hashes: (string | null)[]; secret: string }>(
      'select recovery_hashes as hashes, sealed_secret as secret from second_factor where person_id = $1',
      [member.personId],
    );
    expect(stored?.hashes.slice(0, 3)).toEqual([null, null, null]);
    expect(stored?.hashes[3]).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(stored?.secret).toMatch(/^ey/);
  });

  it('is taken away by the office, or given up by its person who has just given it', async () => {
    const { member, app } = await enrolled('Loses');
    const path = `/v1/people/${member.personId}/second-factor`;
    const { ask } = await bare(member);
    expect(outcome(await ask('DELETE', path))).toBe('403 second-factor-needed');
    expect(outcome(await raw('DELETE', path, { token: member.token }))).toBe('403 second-factor-needed');
    expect(outcome(await raw('DELETE', path, { token: world.parties.reviewer.token }))).toBe(
      '403 role-not-allowed',
    );
    expect(outcome(await raw('DELETE', path, { token: world.parties.auditor.token }))).toBe('404 not-found');
    const raised = raisedBy(await ask('POST', VERIFICATION, { code: app.generate() }));
    expect(outcome(await raw('DELETE', path, { token: world.parties.officer.token }))).toBe('204');
    expect(outcome(await raised('GET', '/v1/tasks'))).toBe('403 second-factor-needed');
    expect(outcome(await raw('DELETE', path, { token: world.parties.officer.token }))).toBe(
      '409 second-factor-missing',
    );
    const again = await enrolled('Gives up');
    await forgetStep(again.member);
    const own = raisedBy(
      await (await bare(again.member)).ask('POST', VERIFICATION, { code: again.app.generate() }),
    );
    expect(outcome(await own('DELETE', `/v1/people/${again.member.personId}/second-factor`))).toBe('204');
  });

  it('is wanted of a supplier too who has set one up', async () => {
    const id = await registryOf(world.parties).organisation('supplier', 'Careful Trim');
    const member = await registryOf(world.parties).member(id, 'Careful', 'supplier');
    const { ask } = await bare(member);
    await ask('POST', CONFIRMATION, { code: appOf(await ask('POST', FACTOR)).generate() });
    expect(outcome(await (await bare(member)).ask('GET', '/v1/tasks'))).toBe('403 second-factor-needed');
  });

  it('is part of the whole way in, from the provider to the first task', async () => {
    const browser = new Browser(world.stack.apiUrl);
    const member = await officer('Walks');
    expect((await browser.signIn(member.personId)).status).toBe(303);
    await browser.setUpSecondFactor();
    expect(await browser.client().get('/v1/tasks')).toHaveProperty('items');
    const [session] = await world.rows<{ hours: number; idle: number }>(
      `select round(extract(epoch from ends_at - created_at) / 3600)::int as hours, idle_seconds as idle
         from session where person_id = $1`,
      [member.personId],
    );
    expect(session).toEqual({ hours: 12, idle: 1800 });
  });
});
