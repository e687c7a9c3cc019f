import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryOf, type Firm } from '../../apps/dev/src/play/parties.js';
import { until } from '../../apps/dev/src/play/api-client.js';
import { placePilot } from '../../apps/dev/src/play/roles.js';
import type { ConsentSection } from '#domain';
import { startApart } from '../support/apart.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

interface Items<T> {
  readonly items: readonly T[];
}
interface Consent {
  readonly buyerId: string;
  readonly sections: readonly string[];
  readonly validUntil: string;
  readonly withdrawnAt: string | null;
  readonly inForce: boolean;
}

/** What only somebody knows who read this section of the case: its answers carry these words. */
const canariesOf = (story: Story, state: { findings: string; actions: string }) =>
  ({
    profile: 'businessRegistrationNumber',
    site: story.applicant.profile.address,
    capacity: 'woven labels',
    declaration: 'signedBy',
    owners: 'Sokha Example',
    tax: 'patentYear',
    certificates: '"item":"certificates"',
    'audit-result': '"outcome":"',
    findings: state.findings,
    'corrective-actions': state.actions,
    'compliance-verdicts': '"verdict":"',
  }) satisfies Partial<Record<ConsentSection, string>>;
type Told = keyof ReturnType<typeof canariesOf>;

describe('consent', () => {
  let world: World;
  let story: Story;
  let firms: (name: string) => Promise<Firm>;
  beforeAll(async () => {
    world = await World.open();
    const registry = registryOf(world.parties);
    firms = (name) => registry.firm(name, 'Rita', 'Arno');
    story = await (await Story.open(world)).correcting();
  });
  afterAll(() => world.close());

  const grant = (buyer: Firm, more: { sections?: ConsentSection[]; validUntil?: string } = {}) =>
    story.supplier.ask(story.id, { type: 'grant-consent', buyerId: buyer.organisationId, ...more });
  const withdraw = (buyer: Firm) =>
    story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: buyer.organisationId });
  const consents = async (api: Story['supplier']) =>
    (await api.get<Items<Consent>>(`${story.path}/consents`)).items;
  const mine = async (buyer: Firm) =>
    (await consents(story.supplier)).find(({ buyerId }) => buyerId === buyer.organisationId);
  const runOut = (buyer: Firm) =>
    world.rows(
      `update consent set valid_until = now() - interval '1 second' where qualification_id = $1 and buyer_id = $2`,
      [story.id, buyer.organisationId],
    );

  /** Every way to read of the case, and of the supplier beside it. */
  async function everything(token: string, base = testStack().apiUrl): Promise<Record<string, string>> {
    const { supplierId, siteId } = story.applicant;
    const action = await correctiveAction();
    const paths = [
      ...['', '/sections', '/audit', '/audit/answers', '/audit/findings', '/corrective-actions'],
      ...[`/corrective-actions/${action}/response`, '/compliance-checks', '/pilot-orders', '/approvals'],
      ...['/journal', '/journal/verification', '/consents', '/accesses', '/one-page'],
    ].map((part) => story.path + part);
    const beside = [`/v1/suppliers/${supplierId}`, `/v1/suppliers/${supplierId}/sites`];
    const lists = [
      '/v1/qualifications?limit=200',
      `/v1/qualifications?supplierId=${supplierId}`,
      ...['/v1/candidates?limit=200', '/v1/pilot-orders', '/v1/approved-suppliers'],
      '/v1/tasks',
    ];
    const read = async (path: string) => {
      const response = await fetch(base + path, { headers: { authorization: `Bearer ${token}` } });
      return [path.replace(story.path, ''), `${response.status} ${await response.text()}`] as const;
    };
    const asked = [...paths, ...beside, `${beside[1]}/${siteId}`, ...lists].map(read);
    return Object.fromEntries(await Promise.all(asked));
  }
  const correctiveAction = async () => Object.keys((await story.see()).correctiveActions)[0] ?? '';
  async function canaries() {
    const id = await correctiveAction();
    return canariesOf(story, { findings: `"itemId":"${id}"`, actions: `correct-finding:${id}` });
  }
  /** Sections of which an answer carries the canary. */
  async function told(token: string, base?: string): Promise<readonly string[]> {
    const text = Object.values(await everything(token, base)).join('\n');
    return Object.entries(await canaries())
      .filter(([, word]) => text.includes(word))
      .map(([section]) => section);
  }

  it('opens exactly the sections that it names, in every answer', async () => {
    const buyer = await firms('One Section Ltd');
    for (const section of Object.keys(await canaries()) as Told[]) {
      await grant(buyer, { sections: [section] });
      const seen = await told(buyer.requester.token);
      expect({ section, seen }).toEqual({ section, seen: [section] });
    }
  });

  it('answers 404 to what is a resource of its own and was not opened, and 200 when it was', async () => {
    const buyer = await firms('Narrow Ltd');
    const statuses = async () => {
      const answers = await everything(buyer.requester.token);
      const parts = [
        '',
        '/sections',
        '/audit',
        '/audit/findings',
        '/corrective-actions',
        '/compliance-checks',
      ];
      return parts.map((part) => answers[part]?.slice(0, 3));
    };
    await grant(buyer, { sections: ['profile'] });
    expect(await statuses()).toEqual(['200', '200', '404', '404', '404', '404']);
    const narrow = await buyer.requester.api.case(story.id);
    expect(narrow).toMatchObject({ checks: {}, correctiveActions: {}, grade: null, site: { name: null } });
    expect(narrow.audit).toEqual({ phase: 'submitted', proposedDates: [], findings: [] });
    await grant(buyer, {
      sections: ['audit-result', 'findings', 'corrective-actions', 'compliance-verdicts'],
    });
    expect(await statuses()).toEqual(['200', '200', '200', '200', '200', '200']);
  });

  it('opens to other sides of the case nothing less than before', async () => {
    const { officer, auditor } = world.parties;
    for (const api of [story.supplier, officer.api, auditor.api]) {
      const { items } = await api.get<Items<unknown>>(`${story.path}/sections`);
      expect(items).toHaveLength(7);
    }
  });

  it('holds with the services off and with row-level security off', async () => {
    const buyer = await firms('Two Walls Ltd');
    await grant(buyer, { sections: ['capacity'] });
    for (const without of ['services', 'policies'] as const) {
      const { url, stop } = await startApart(without);
      const seen = await told(buyer.requester.token, url).finally(stop);
      expect({ without, seen }).toEqual({ without, seen: ['capacity'] });
    }
  });

  it('runs out at its instant: nothing is seen from then on, and the case notes it in its journal', async () => {
    const buyer = await firms('Short Ltd');
    const validUntil = new Date(Date.now() + 10_000).toISOString();
    await grant(buyer, { validUntil });
    const { token } = buyer.requester;
    const status = async () => (await raw('GET', story.path, { token })).status;
    expect(await status()).toBe(200);
    await until(status, (seen) => seen === 404);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(validUntil));
    const [event] = await until(
      () => story.events('consent-expired'),
      (events) => events.some(({ params }) => params['buyerId'] === buyer.organisationId),
    );
    expect(event!.at >= validUntil).toBe(true);
    expect((await story.see()).consents).not.toContain(buyer.organisationId);
    expect(await mine(buyer)).toMatchObject({ validUntil, withdrawnAt: null, inForce: false });
    expect(await story.faults()).toEqual([]);
  });

  it('that ran out hides the case also while no clock has noticed', async () => {
    const buyer = await firms('Unnoticed Ltd');
    await grant(buyer);
    await runOut(buyer);
    const answers = await everything(buyer.requester.token);
    expect(answers['']).toMatch(/^404/);
    const all = Object.values(answers).join('\n');
    expect(all).not.toContain(story.applicant.profile.name);
    expect(await told(buyer.requester.token)).toEqual([]);
    const order = buyer.requester.api.ask(story.id, { type: 'request-approval' });
    expect(await refusal(order)).toEqual({ status: 404, code: 'not-found' });
  });

  it('is withdrawn at once, and told as that', async () => {
    const buyer = await firms('Gone Ltd');
    await grant(buyer, { sections: ['profile', 'site'] });
    expect(await consents(buyer.requester.api)).toMatchObject([
      { buyerId: buyer.organisationId, sections: ['profile', 'site'], withdrawnAt: null, inForce: true },
    ]);
    await withdraw(buyer);
    expect((await raw('GET', `${story.path}/consents`, { token: buyer.requester.token })).status).toBe(404);
    const { withdrawnAt, ...seen } = (await mine(buyer))!;
    expect(seen).toMatchObject({ sections: ['profile', 'site'], inForce: false });
    expect(Date.parse(withdrawnAt!)).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it('is listed for the supplier in pages, and for a buyer its own alone', async () => {
    const [a, b] = [await firms('List A Ltd'), await firms('List B Ltd')];
    await grant(a);
    await grant(b);
    const all = await consents(story.supplier);
    expect(all.map(({ buyerId }) => buyerId)).toEqual(
      expect.arrayContaining([a.organisationId, b.organisationId]),
    );
    expect((await consents(a.requester.api)).map(({ buyerId }) => buyerId)).toEqual([a.organisationId]);
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      type Page = Items<Consent> & { next: string | null };
      const page = await story.supplier.get<Page>(
        `${story.path}/consents?limit=1${cursor && `&cursor=${cursor}`}`,
      );
      walked.push(...page.items.map(({ buyerId }) => buyerId));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(walked).toEqual(all.map(({ buyerId }) => buyerId));
    const { token } = world.parties.auditor;
    expect((await raw('GET', `${story.path}/consents`, { token })).status).toBe(403);
  });

  it('refuses what makes no sense, and changes nothing', async () => {
    const buyer = await firms('Nonsense Ltd');
    const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
    for (const validUntil of [days(-1), days(800)]) {
      expect(await refusal(grant(buyer, { validUntil }))).toEqual({
        ...{ status: 409, code: 'date-out-of-range', items: ['validUntil'] },
      });
    }
    for (const sections of [[], ['profile', 'profile'], ['everything']])
      expect(await refusal(grant(buyer, { sections: sections as ConsentSection[] }))).toMatchObject({
        status: 422,
      });
    expect(await refusal(grant(buyer, { validUntil: 'tomorrow' }))).toMatchObject({ status: 422 });
    expect(await mine(buyer)).toBeUndefined();
  });
});

describe('a buyer that ordered', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('stays party to the case for its order when consent ends, and reads no section any more', async () => {
    const { mill } = world.parties;
    const story = await (await Story.open(world)).ready();
    const pilotId = await placePilot(story.applicant, story.id, mill);
    await mill.requester.api.ask(story.id, { type: 'cancel-pilot', pilotId, reason: 'no-demand-now' });
    await story.supplier.ask(story.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    const { api, token } = mill.requester;
    const seen = await api.case(story.id);
    expect(Object.keys(seen.pilots)).toEqual([pilotId]);
    expect(seen).toMatchObject({ checks: {}, audit: { findings: [] }, site: { name: null } });
    expect((await api.get<Items<unknown>>(`${story.path}/sections`)).items).toEqual([]);
    expect((await api.get<Items<unknown>>(`${story.path}/pilot-orders`)).items).toHaveLength(1);
    expect((await raw('GET', `${story.path}/compliance-checks`, { token })).status).toBe(404);
    const again = api.ask(story.id, { type: 'place-pilot', pilotId: story.id });
    expect(await refusal(again)).toEqual({ status: 409, code: 'access-consent-missing' });
  });

  it('stays party for its order when the case closes, and whoever had consent alone reads nothing any more', async () => {
    const { mill } = world.parties;
    const story = await (await Story.open(world)).ready();
    const reader = await registryOf(world.parties).firm('Reads Only Ltd', 'Rita', 'Arno');
    const buyerId = reader.organisationId;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId });
    await placePilot(story.applicant, story.id, mill);
    const status = async ({ requester: { token } }: Firm) => (await raw('GET', story.path, { token })).status;
    expect([await status(reader), await status(mill)]).toEqual([200, 200]);
    await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    expect([await status(reader), await status(mill)]).toEqual([404, 200]);
    expect((await mill.requester.api.get<Items<unknown>>(`${story.path}/sections`)).items).toEqual([]);
    const ended = await story.events('consent-ended');
    expect(ended.map(({ params }) => params['buyerId'])).toContain(buyerId);
    expect(await story.faults()).toEqual([]);
  });
});
