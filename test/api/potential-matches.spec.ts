import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PotentialMatchView } from '#contracts';
import { problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page {
  readonly items: readonly PotentialMatchView[];
  readonly next: string | null;
}

describe('the queue of names that a list may mean', () => {
  let world: World;
  let owner: Story;
  let firm: Story;
  let clear: Story;
  beforeAll(async () => {
    world = await World.open();
    owner = await (
      await Story.open(world, { owner: 'Veasnapixh Rattanakiri Test', province: 'KH-3' })
    ).accept();
    firm = await (await Story.open(world, { name: 'Blue Lotus Trading Front Co., Ltd.' })).accept();
    clear = await (await Story.open(world)).accept();
  });
  afterAll(() => world.close());

  /** Of the cases of this file, whatever else waits in this run. */
  async function queue(query = ''): Promise<PotentialMatchView[]> {
    const found: PotentialMatchView[] = [];
    for (let cursor = ''; ;) {
      const path = `/v1/potential-matches?limit=1${query}${cursor}`;
      const { items, next } = await world.parties.officer.api.get<Page>(path);
      found.push(...items);
      const ours = [owner.id, firm.id, clear.id];
      if (!next) return found.filter(({ qualificationId }) => ours.includes(qualificationId));
      cursor = `&cursor=${next}`;
    }
  }
  /** Both are due at the same close of business: then by their ids. */
  const both = (): readonly string[] => [owner.id, firm.id].sort();
  const ids = async (query?: string) => (await queue(query)).map(({ qualificationId }) => qualificationId);

  it('has each case once, soonest due first, and none where nobody was found', async () => {
    expect(await ids()).toEqual(both());
  });

  it('tells both sides of a hit, the words that were taken for the same, and why', async () => {
    const [found] = await queue('&province=KH-3');
    const { supplierId, profile } = owner.applicant;
    expect(found).toMatchObject({
      ...{ check: 'sanctions', what: 'resolve-check', task: 'resolve-check:sanctions:office' },
      ...{ supplier: { id: supplierId, name: profile.name }, claimedBy: null, province: 'KH-3' },
    });
    expect(Object.keys(found ?? {})).not.toContain('state');
    const [hit] = found?.hits ?? [];
    expect(hit).toMatchObject({
      ...{ subject: 'owner:o1', band: 'potential', status: 'open', officers: 2, list: 'OFAC-SDN' },
      match: {
        asked: { name: 'Veasnapixh Rattanakiri Test', kind: 'person' },
        entry: { kind: 'person' },
        name: 'VEASNAPICH, Rattanakiri Test',
        words: expect.arrayContaining([
          expect.objectContaining({ asked: 'veasnapixh', listed: 'veasnapich' }),
        ]),
        reasons: [{ code: 'spelling-differs' }],
      },
    });
  });

  it('is narrowed to one case, of which there may be none', async () => {
    expect(await ids(`&qualificationId=${firm.id}`)).toEqual([firm.id]);
    expect(await ids(`&qualificationId=${firm.id}&province=KH-3`)).toEqual([]);
    expect(await ids(`&qualificationId=${owner.id}&province=KH-3`)).toEqual([owner.id]);
    expect(await ids(`&qualificationId=${clear.id}`)).toEqual([]);
    const { token } = world.parties.officer;
    const answer = await raw('GET', '/v1/potential-matches?qualificationId=SQ-2026', { token });
    expect(problemFaults(answer)).toEqual([]);
    expect(answer.body).toMatchObject({
      ...{ status: 422, code: 'validation' },
      errors: [{ in: 'query', pointer: '#/qualificationId' }],
    });
    const { api } = firm.applicant.member;
    expect(await refusal(api.get(`/v1/potential-matches?qualificationId=${firm.id}`))).toEqual({
      ...{ status: 403, code: 'role-not-allowed' },
    });
  });

  it('is narrowed by check, category, province and who has taken it', async () => {
    expect(await ids('&check=sanctions')).toEqual(both());
    expect(await ids('&check=forced-labour')).toEqual([]);
    expect(await ids('&claimed=me')).toEqual([]);
    await world.parties.officer.api.ask(firm.id, {
      ...{ type: 'claim-task', task: 'resolve-check:sanctions:office' },
    });
    expect(await ids('&claimed=me')).toEqual([firm.id]);
    expect(await ids('&claimed=nobody&category=TRIMS')).toEqual([owner.id]);
  });

  it('goes on with the second officer, and ends with the last hit', async () => {
    const { officer, secondOfficer } = world.parties;
    const [found] = await queue('&province=KH-3');
    const hit = found?.hits[0]?.id ?? '';
    const proposal = { check: 'sanctions', hit, reason: 'other-birth-date', note: 'Born 1990.' } as const;
    await officer.api.ask(owner.id, { type: 'clear-hit', ...proposal });
    expect(await queue('&province=KH-3')).toMatchObject([
      {
        what: 'confirm-clearing',
        hits: [{ id: hit, status: 'clearing-proposed', reason: 'other-birth-date' }],
      },
    ]);
    await secondOfficer.api.ask(owner.id, { type: 'confirm-clearing', check: 'sanctions', hit });
    expect(await ids()).toEqual([firm.id]);
  });

  it('is for the programme office, and its supplier is told that somebody looked at the checks', async () => {
    const { auditor, mill } = world.parties;
    for (const { api } of [firm.applicant.member, auditor, mill.requester])
      expect(await refusal(api.get('/v1/potential-matches'))).toEqual({
        status: 403,
        code: 'role-not-allowed',
      });
    const { api } = world.parties.reviewer;
    expect(await api.request('GET', '/v1/potential-matches?limit=200')).toMatchObject({
      ...{ statements: 5, flights: 2 },
    });
    type Accesses = { items: { operation: string; personId?: string }[] };
    const operationsOf = async (story: Story) =>
      (await story.supplier.get<Accesses>(`${story.path}/accesses?limit=200`)).items.map(
        ({ operation }) => operation,
      );
    expect(await operationsOf(firm)).toContain('listComplianceChecks');
    expect(await operationsOf(firm)).not.toContain('listPotentialMatches');
    expect(await operationsOf(clear)).not.toContain('listComplianceChecks');
    expect(await refusal(api.get('/v1/potential-matches?check=names'))).toEqual({
      status: 422,
      code: 'validation',
    });
  });
});
