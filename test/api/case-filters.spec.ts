import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { caseConditions, openDatabase, statement, type CaseFilter } from '#persistence';
import type { ApiClient, Case } from '../../apps/dev/src/play/api-client.js';
import { problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { testStack, World } from '../support/world.js';

interface Page {
  readonly items: readonly Pick<Case, 'id' | 'grade' | 'supplier'>[];
  readonly next: string | null;
}

/** The mill takes part in two cases by what it did or may read there, the brand in one, of which little is opened to it. */
describe('the list of cases is narrowed', () => {
  let world: World;
  let qualified: Story;
  let draft: Story;
  let elsewhere: Story;
  const consent = (story: Story, buyerId: string, more: { readonly sections?: readonly string[] } = {}) =>
    story.supplier.ask(story.id, { type: 'grant-consent', buyerId, ...more } as never);
  beforeAll(async () => {
    world = await World.open();
    const { mill, brand } = world.parties;
    qualified = await (await Story.open(world, { province: 'KH-7' })).qualified();
    await consent(qualified, brand.organisationId, { sections: ['profile'] });
    const { applicant } = qualified;
    const profile = { ...applicant.profile, category: 'PACKAGING' } as const;
    draft = await Story.renew(world, { ...applicant, profile });
    elsewhere = await Story.open(world, { province: 'KH-17' });
    await consent(elsewhere, mill.organisationId);
  });
  afterAll(() => world.close());

  /** All that is found, page by page. */
  async function found(api: ApiClient, query: string): Promise<Page['items'][number][]> {
    const all: Page['items'][number][] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await api.get<Page>(`/v1/qualifications?limit=1&${query}${cursor}`);
      all.push(...items);
      if (!next) return all;
      cursor = `&cursor=${next}`;
    }
  }
  const ids = async (api: ApiClient, query: string) => (await found(api, query)).map(({ id }) => id);
  /** Of the two suppliers of this file. */
  const ofOurs = ({ applicant }: Story) => `supplierId=${applicant.supplierId}`;

  it('to a province, newest first and each case once, for whoever may know where the site is', async () => {
    const { officer, mill, brand } = world.parties;
    const here = [draft.id, qualified.id];
    expect(await ids(officer.api, `province=KH-7&${ofOurs(qualified)}`)).toEqual(here);
    expect(await ids(officer.api, `province=KH-7&${ofOurs(elsewhere)}`)).toEqual([]);
    expect(await ids(officer.api, `province=KH-7&stage=qualified&${ofOurs(qualified)}`)).toEqual([
      qualified.id,
    ]);
    expect(await ids(qualified.supplier, 'province=KH-7')).toEqual(here);
    expect(await ids(qualified.supplier, 'province=KH-17')).toEqual([]);
    expect(await ids(mill.requester.api, 'province=KH-7')).toEqual([qualified.id]);
    expect(await ids(mill.requester.api, 'province=KH-17')).toEqual([elsewhere.id]);
    // It sees the case, but not where it is.
    expect(await ids(brand.requester.api, '')).toEqual([qualified.id]);
    expect(await ids(brand.requester.api, 'province=KH-7')).toEqual([]);
  });

  it('to a grade, for whoever is told it', async () => {
    const { officer, mill, brand } = world.parties;
    const [seen] = await found(officer.api, ofOurs(qualified) + '&stage=qualified');
    const grade = seen?.grade ?? '';
    const other = grade === 'A' ? 'B' : 'A';
    expect(await ids(officer.api, `grade=${grade}&${ofOurs(qualified)}`)).toEqual([qualified.id]);
    expect(await ids(officer.api, `grade=${other}&${ofOurs(qualified)}`)).toEqual([]);
    expect(await ids(qualified.supplier, `grade=${grade}`)).toEqual([qualified.id]);
    expect(await ids(mill.requester.api, `grade=${grade}`)).toEqual([qualified.id]);
    expect(await found(brand.requester.api, '')).toMatchObject([{ id: qualified.id, grade: null }]);
    expect(await ids(brand.requester.api, `grade=${grade}`)).toEqual([]);
  });

  it('to a buyer that takes part, by consent as long as it stands, or by what it did', async () => {
    const { officer, mill, brand } = world.parties;
    const of = (buyer: typeof mill) => `buyerId=${buyer.organisationId}`;
    expect(await ids(officer.api, of(mill))).toEqual([elsewhere.id, qualified.id]);
    expect(await ids(officer.api, `${of(mill)}&province=KH-17`)).toEqual([elsewhere.id]);
    expect(await ids(officer.api, of(brand))).toEqual([qualified.id]);
    expect(await ids(officer.api, `buyerId=${randomUUID()}`)).toEqual([]);
    await elsewhere.supplier.ask(elsewhere.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await ids(officer.api, of(mill))).toEqual([qualified.id]);
    await consent(elsewhere, mill.organisationId);
    // What it did stays, whatever becomes of the consent.
    await qualified.supplier.ask(qualified.id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await ids(officer.api, of(mill))).toEqual([elsewhere.id, qualified.id]);
    await consent(qualified, mill.organisationId);
  });

  it('to a buyer tells its supplier alone of others: neither another buyer, nor the auditor', async () => {
    const { mill, brand, auditor } = world.parties;
    const of = (buyer: typeof mill) => `buyerId=${buyer.organisationId}`;
    for (const buyer of [mill, brand])
      expect(await ids(qualified.supplier, of(buyer))).toEqual([qualified.id]);
    expect(await ids(qualified.supplier, of(mill) + `&supplierId=${elsewhere.applicant.supplierId}`)).toEqual(
      [],
    );
    expect(await ids(mill.requester.api, of(mill))).toEqual([elsewhere.id, qualified.id]);
    expect(await ids(brand.requester.api, of(brand))).toEqual([qualified.id]);
    expect(await ids(mill.requester.api, of(brand))).toEqual([]);
    expect(await ids(brand.requester.api, of(mill))).toEqual([]);
    expect(await ids(auditor.api, '')).toEqual([qualified.id]);
    for (const buyer of [mill, brand]) expect(await ids(auditor.api, of(buyer))).toEqual([]);
  });

  it.each([
    ['province', 'KH-26'],
    ['grade', 'F'],
    ['buyerId', 'the-mill'],
  ])('only to a %s that there can be', async (name, value) => {
    const { token } = world.parties.officer;
    const answer = await raw('GET', `/v1/qualifications?${name}=${value}`, { token });
    expect(problemFaults(answer)).toEqual([]);
    expect(answer.body).toMatchObject({
      ...{ status: 422, code: 'validation' },
      errors: [{ in: 'query', pointer: `#/${name}` }],
    });
  });

  it('along indexes, which policies let it reach', async () => {
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const plan = async (filter: CaseFilter, index: string, only: string): Promise<void> => {
      const { name, sql, values } = caseConditions(filter, 'office', 2);
      const found = await db.transaction(world.parties.officer, async (tx) => {
        await tx.run(statement('test-without-scans', 'set local enable_seqscan = off'), []);
        const text = `explain select ${only}${sql}`;
        return tx.run<Record<string, string>>(statement(`test-plan${name}`, text), ['T', ...values]);
      });
      expect(found.flatMap(Object.values).join('\n')).toMatch(new RegExp(`(?:using|on) ${index}\\b`));
    };
    await plan({ province: 'KH-7' }, 'site_by_province', `s.id from site s where $1::text is not null`);
    const cases = `q.id from qualification q where q.case_number < $1`;
    await plan({ grade: 'A' }, 'qualification_graded', cases);
    await plan({ buyerId: randomUUID() }, 'qualification_party_(?:in_order|pkey)', cases);
    await db.close();
  });
});
