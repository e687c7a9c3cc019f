import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { answerAll, goOnSite, placePilot, reaches } from '../../apps/dev/src/play/roles.js';
import type { Case } from '../../apps/dev/src/play/api-client.js';
import { raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

const PARTS = [
  '',
  '/sections',
  '/audit',
  '/audit/answers',
  '/audit/findings',
  '/corrective-actions',
  '/compliance-checks',
  '/pilot-orders',
  '/pilot-orders/terms',
  '/approvals',
  '/approvals/scope',
  '/journal',
  '/journal/verification',
] as const;

const ALL = Object.fromEntries(PARTS.map((part) => [part || '/', 200]));
const NOTHING = Object.fromEntries(PARTS.map((part) => [part || '/', 404]));
const NO_JOURNAL = { '/journal': 403 };
const NO_BUYERS_PAPERS = { '/pilot-orders/terms': 403, '/approvals/scope': 403 };
const SUPPLIER = { ...ALL, ...NO_BUYERS_PAPERS, '/audit/answers': 403 };
const AUDITOR = { ...ALL, ...NO_BUYERS_PAPERS, ...NO_JOURNAL };
const BUYER = { ...ALL, ...NO_JOURNAL, '/audit/answers': 403 };
const OFFICE = { ...ALL, ...NO_BUYERS_PAPERS };

interface Items<T> {
  readonly items: readonly T[];
}

describe('a case is seen by', () => {
  let world: World;
  let story: Story;
  let other: Story;
  beforeAll(async () => {
    world = await World.open();
    other = await Story.open(world);
    story = await (await Story.open(world)).accept();
  });
  afterAll(() => world.close());

  const matrix = async (token: string) => {
    const seen = PARTS.map(async (part) => [
      part || '/',
      (await raw('GET', story.path + part, { token })).status,
    ]);
    return Object.fromEntries(await Promise.all(seen)) as Record<string, number>;
  };

  it('its supplier, but not what the auditor writes', async () => {
    expect(await matrix(story.applicant.member.token)).toEqual(SUPPLIER);
  });

  it('no other supplier', async () => {
    expect(await matrix(other.applicant.member.token)).toEqual(NOTHING);
  });

  it('the programme office, officers and reviewers alike', async () => {
    expect(await matrix(world.parties.officer.token)).toEqual(OFFICE);
    expect(await matrix(world.parties.reviewer.token)).toEqual(OFFICE);
  });

  it('its auditor from the assignment on, and no longer than that', async () => {
    const { auditor, otherAuditor, officer } = world.parties;
    expect(await matrix(auditor.token)).toEqual(NOTHING);
    const seat = { auditorId: auditor.personId, firmId: auditor.organisationId };
    await officer.api.ask(story.id, { type: 'assign-auditor', ...seat });
    expect(await matrix(auditor.token)).toEqual(AUDITOR);
    expect(await matrix(otherAuditor.token)).toEqual(NOTHING);
    await auditor.api.ask(story.id, { type: 'decline-assignment', reason: 'capacity' });
    expect(await matrix(auditor.token)).toEqual(NOTHING);
  });

  it('a buyer with consent, as long as it has it, and by no other buyer', async () => {
    const { mill, brand } = world.parties;
    const consent = { buyerId: mill.organisationId };
    expect(await matrix(mill.requester.token)).toEqual(NOTHING);
    await story.supplier.ask(story.id, { type: 'grant-consent', ...consent });
    expect(await matrix(mill.requester.token)).toEqual(BUYER);
    expect(await matrix(mill.approver.token)).toEqual(BUYER);
    expect(await matrix(brand.requester.token)).toEqual(NOTHING);
    await story.supplier.ask(story.id, { type: 'withdraw-consent', ...consent });
    expect(await matrix(mill.requester.token)).toEqual(NOTHING);
  });

  it('nobody without a token', async () => {
    for (const part of PARTS) expect((await raw('GET', story.path + part)).status).toBe(401);
  });

  it('lists and tasks of those only who may see it', async () => {
    const ids = async (token: string, query = '') => {
      const { items } = (await raw('GET', `/v1/qualifications?limit=200${query}`, { token }))
        .body as unknown as Items<Case>;
      return items.map(({ id }) => id);
    };
    expect(await ids(story.applicant.member.token)).toEqual([story.id]);
    expect(await ids(other.applicant.member.token)).toEqual([other.id]);
    expect(await ids(world.parties.mill.requester.token)).not.toContain(story.id);
    for (const { id, applicant } of [story, other])
      expect(await ids(world.parties.officer.token, `&supplierId=${applicant.supplierId}`)).toEqual([id]);
  });
});

describe('two buyers of one case', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    const { mill, brand } = world.parties;
    story = await (await Story.open(world)).ready();
    await placePilot(story.applicant, story.id, mill);
    await story.pilot(brand);
  });
  afterAll(() => world.close());

  it('see neither orders, approvals, duties nor names of each other', async () => {
    const { mill, brand } = world.parties;
    for (const [mine, theirs] of [
      [mill, brand],
      [brand, mill],
    ] as const) {
      const { api } = mine.requester;
      const parts = ['', '/pilot-orders', '/pilot-orders/terms', '/approvals', '/approvals/scope'];
      const seen = JSON.stringify(await Promise.all(parts.map((part) => api.get(story.path + part))));
      expect(seen).toContain(mine.organisationId);
      expect(seen).not.toContain(theirs.organisationId);
      expect(seen).not.toContain(theirs.requester.personId);
      expect((await api.case(story.id)).otherBuyers).toBe(1);
      const read = await raw('GET', `/v1/organisations/${theirs.organisationId}`, {
        token: mine.requester.token,
      });
      expect(read.status).toBe(404);
    }
  });

  it('are both seen by the supplier, and by neither the auditor nor strangers', async () => {
    const { mill, brand, auditor } = world.parties;
    const { pilots, consents } = await story.supplier.case(story.id);
    expect(
      Object.values(pilots)
        .map(({ buyerId }) => buyerId)
        .sort(),
    ).toEqual([...consents].sort());
    const seen = JSON.stringify([
      await auditor.api.case(story.id),
      await auditor.api.get(`${story.path}/pilot-orders`),
      await auditor.api.get(`${story.path}/approvals`),
    ]);
    for (const { organisationId } of [mill, brand]) expect(seen).not.toContain(organisationId);
  });

  it('see neither owners, tax papers nor declarations, and verdicts without their reasons', async () => {
    const { api } = world.parties.mill.requester;
    const sections = await api.get<Items<{ item: string }>>(`${story.path}/sections`);
    expect(sections.items.map(({ item }) => item).sort()).toEqual([
      'capacity',
      'certificates',
      'profile',
      'site',
    ]);
    const checks = await api.get<Items<{ verdict: string; lastRun: unknown }>>(
      `${story.path}/compliance-checks`,
    );
    const verdicts = checks.items.map(({ verdict }) => verdict);
    expect([...new Set(verdicts)].sort()).toEqual(['PASS', 'WARN']);
    expect(checks.items.every(({ lastRun }) => lastRun === null)).toBe(true);
    const all = await story.supplier.get<Items<unknown>>(`${story.path}/sections`);
    expect(all.items).toHaveLength(7);
  });
});

describe('a zero-tolerance finding that nobody has confirmed', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).accept();
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: world.parties.mill.organisationId });
    await goOnSite(world.parties, story.applicant, story.id);
    await answerAll(world.parties, story.id, { 'HS-02': 'nonconform' });
    await world.parties.auditor.api.ask(story.id, { type: 'submit-audit' });
  });
  afterAll(() => world.close());

  const everything = async (api: Story['supplier'], parts: readonly string[] = []) =>
    JSON.stringify(
      await Promise.all(
        ['', '/audit/findings', '/corrective-actions', ...parts].map((part) => api.get(story.path + part)),
      ),
    );

  it('is known to the office and the auditor, and holds the case', async () => {
    const { officer, auditor } = world.parties;
    expect(await everything(officer.api)).toContain('HS-02');
    expect(await everything(auditor.api)).toContain('HS-02');
    expect(await story.see()).toMatchObject({ stage: 'assessment', substate: 'running' });
  });

  it('is kept from the supplier, in its journal too, and when the office is reminded of it', async () => {
    await world.pass(story.id, { days: 5 });
    expect(JSON.stringify(await story.journal())).toContain('"deadline":"zero-tolerance"');
    const seen = await everything(story.supplier, ['/journal']);
    expect(seen).not.toContain('HS-02');
    expect(seen).not.toContain('zero-tolerance');
    expect((await story.supplier.case(story.id)).audit).not.toHaveProperty('current');
    expect(seen).not.toMatch(/"grade":"[A-E]"/);
  });

  it('is kept from buyers', async () => {
    const seen = await everything(world.parties.mill.requester.api);
    expect(seen).not.toContain('HS-02');
    expect(seen).not.toContain('zero-tolerance');
  });

  it('is told to the supplier when a reviewer has confirmed it', async () => {
    const confirm = { type: 'confirm-zero-tolerance', itemId: 'HS-02' } as const;
    await world.parties.reviewer.api.ask(story.id, confirm);
    expect(await reaches(world.parties, story.id, 'rejected')).toMatchObject({
      closedReason: 'zero-tolerance',
    });
    expect(await everything(story.supplier, ['/journal'])).toContain('HS-02');
  });

  it('leaves no trace of who reported pressure on the auditor', async () => {
    const pressed = await (await Story.open(world)).accept();
    const { auditor, officer } = world.parties;
    const seat = { auditorId: auditor.personId, firmId: auditor.organisationId };
    await officer.api.ask(pressed.id, { type: 'assign-auditor', ...seat });
    await auditor.api.ask(pressed.id, { type: 'withdraw-from-audit', reason: 'pressure' });
    expect(JSON.stringify(await pressed.see())).toContain('pressure');
    expect(JSON.stringify(await pressed.supplier.case(pressed.id))).not.toContain('pressure');
    expect(JSON.stringify(await pressed.supplier.get(`${pressed.path}/journal`))).not.toContain('pressure');
  });
});

describe('a case that does not exist', () => {
  it('looks like one that may not be seen', async () => {
    const world = await World.open();
    const { token } = (await Story.open(world)).applicant.member;
    const unknown = await raw('GET', `/v1/qualifications/${randomUUID()}`, { token });
    const hidden = await raw('GET', (await Story.open(world)).path, { token });
    await world.close();
    expect({ ...unknown.body, instance: '' }).toEqual({ ...hidden.body, instance: '' });
  });
});
