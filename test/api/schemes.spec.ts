import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { randomUUID } from 'node:crypto';
import { DEFAULT_SCHEME_CONTENT, type SchemeContent } from '#domain';
import { ApiProblem, type ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Registry } from '../../apps/dev/src/play/registry.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { World } from '../support/world.js';

interface Version {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly revision: number;
  readonly reviewNote: string | null;
  readonly content: SchemeContent;
}
interface SchemeFile {
  readonly scheme: { readonly code: string };
  readonly version: string;
  readonly content: unknown;
}
const problemOf = async (asked: Promise<unknown>): Promise<{ status: number } & ApiProblem['problem']> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiProblem)) throw new Error('it was not refused');
  return { ...error.problem, status: error.status };
};

describe('versions of a scheme', () => {
  let world: World;
  let officer: ApiClient;
  let second: ApiClient;
  let scheme: string;
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    second = world.parties.secondOfficer.api;
    const of = await world.rows<{ id: string }>('select scheme_id as id from scheme_version where id = $1', [
      world.parties.schemeVersionId,
    ]);
    scheme = `/v1/schemes/${of[0]!.id}`;
  });
  afterAll(() => world.close());

  const step = async (
    by: ApiClient,
    { id, revision }: Pick<Version, 'id' | 'revision'>,
    what: string,
    body?: unknown,
    method = 'POST',
  ): Promise<Version> => {
    const path = [scheme, 'versions', id, what].filter(Boolean).join('/');
    return (await by.request<Version>(method, path, body, { 'if-match': `"${revision}"` })).body;
  };
  const draft = (body: object) => officer.post<Version>(`${scheme}/versions`, body);
  const changed = (patch: Partial<SchemeContent>): SchemeContent => ({ ...DEFAULT_SCHEME_CONTENT, ...patch });
  const published = async (version: string, content: SchemeContent): Promise<Version> => {
    const submitted = await step(officer, await draft({ version, content }), 'submit');
    return step(second, submitted, 'publish');
  };

  it('are shown as an auditor would be asked them, a draft to the office alone', async () => {
    type Asked = {
      items: { id: string; question: string; severity: string; language: string; draft: boolean }[];
    };
    const { id } = await draft({ version: randomUUID() });
    const at = (query: string): string => `${scheme}/versions/${id}/checklist?category=TRIMS${query}`;
    const asked = async (query = '') => (await officer.get<Asked>(at(query))).items;
    const whole = await asked('&profile=full');
    const ids = (items: Asked['items']) => items.map((item) => item.id);
    expect(ids(whole)).toEqual(expect.arrayContaining(ids(await asked())));
    expect((await asked()).length).toBeLessThan(whole.length);
    const severity = async (query: string) =>
      (await asked(query)).find((item) => item.id === 'TR-03')?.severity;
    expect(await severity('&profile=full&endMarkets=US&endMarkets=EU')).toBe('zero-tolerance');
    expect(await severity('&profile=full&endMarkets=EU')).toBe('critical');
    const [khmer] = await asked('&language=km');
    expect(khmer).toMatchObject({
      language: 'km',
      draft: true,
      question: expect.stringMatching(/\p{Script=Khmer}/u),
    });
    expect(await problemOf(asked('&category=SHOES'))).toMatchObject({ status: 422 });
    const { mill } = world.parties;
    expect(await problemOf(mill.requester.api.get(at('')))).toMatchObject({ status: 404 });
  });

  it('are drafted, sent back, handed in again, published by a second person and retired', async () => {
    const begun = await draft({ version: 'life-1', basedOn: world.parties.schemeVersionId });
    expect(begun).toMatchObject({ status: 'draft', revision: 1 });
    const { content } = begun;
    const strict = { ...content, validityMonths: { ...content.validityMonths, A: 36 } };
    const written = await step(officer, begun, '', { content: strict }, 'PUT');
    expect(await problemOf(step(officer, begun, '', { content }, 'PUT'))).toMatchObject({ status: 412 });
    const submitted = await step(officer, written, 'submit');
    expect(await problemOf(step(officer, submitted, '', { content }, 'PUT'))).toMatchObject({
      ...{ status: 409, code: 'status-differs' },
    });
    expect(await problemOf(step(officer, submitted, 'publish'))).toMatchObject({
      ...{ status: 403, code: 'same-person' },
    });
    const returned = await step(second, submitted, 'return', { note: 'Three years are long' });
    expect(returned).toMatchObject({ status: 'draft', reviewNote: 'Three years are long' });
    const live = await step(second, await step(officer, returned, 'submit'), 'publish');
    expect(live).toMatchObject({ status: 'published', content: { validityMonths: { A: 36 } } });
    const retired = await step(second, live, 'retire');
    expect(await problemOf(step(second, retired, 'retire'))).toMatchObject({ status: 409 });
    const { applicant } = await Story.open(world);
    const { supplierId, siteId, member } = applicant;
    const refused = await problemOf(
      member.api.open({
        ...{ supplierId, siteId, category: 'CHEMICALS', schemeVersionId: live.id },
        ...{ profile: 'core', endMarkets: ['EU'] },
      }),
    );
    expect(refused.errors).toMatchObject([{ pointer: '#/schemeVersionId' }]);
  });

  it('are drafts to nobody but the office, and what was published nobody changes, not in the database either', async () => {
    const hidden = await draft({ version: 'hidden-1' });
    const { mill } = world.parties;
    const path = `${scheme}/versions/${hidden.id}`;
    expect(await problemOf(mill.requester.api.get(path))).toMatchObject({ status: 404 });
    const { items } = await mill.requester.api.get<{ items: Version[] }>(`${scheme}/versions?limit=100`);
    expect(items.map(({ status }) => status)).not.toContain('draft');
    for (const change of [`content = '{}'`, `status = 'draft'`, 'published_by = null', `version = 'x'`])
      await expect(
        world.rows(`update scheme_version set ${change} where id = $1`, [world.parties.schemeVersionId]),
      ).rejects.toMatchObject({ code: '23001' });
    const forged = `update scheme_version set status = 'in-review', submitted_by = created_by where id = $1`;
    await world.rows(forged, [hidden.id]);
    await expect(
      world.rows(`update scheme_version set status = 'published', published_by = created_by where id = $1`, [
        hidden.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'scheme_version_two_persons_check' });
  });

  it('are handed in only when everything in them fits: each field is named', async () => {
    const { checklist } = DEFAULT_SCHEME_CONTENT;
    const sectionFloors = { ...checklist.scoring.sectionFloors, XX: 60 };
    const items = checklist.items.map((item, n) => (n === 0 ? { ...item, section: 'YY' } : item));
    const content = changed({
      checklist: { ...checklist, items, scoring: { ...checklist.scoring, sectionFloors } },
    });
    const broken = await draft({ version: 'broken-1', content });
    expect((await problemOf(step(officer, broken, 'submit'))).errors).toMatchObject([
      { pointer: '#/content/checklist/items/0/section', code: 'section-unknown' },
      { pointer: '#/content/checklist/scoring/sectionFloors/XX', code: 'floor-of-unknown-section' },
    ]);
    const malformed = { ...DEFAULT_SCHEME_CONTENT, validityMonths: { A: 24, B: 18, C: 12, D: 0 } };
    const wrong = await problemOf(draft({ version: 'broken-2', content: malformed }));
    expect(wrong.errors).toMatchObject([{ pointer: '#/content/validityMonths/D' }]);
  });

  it('may be as long as a programme needs in three languages', async () => {
    const { checklist } = DEFAULT_SCHEME_CONTENT;
    const items = [...Array(400).keys()].map((n) => ({ ...checklist.items[0]!, id: `BL-${100 + n}` }));
    const content = changed({ checklist: { ...checklist, items } });
    expect(JSON.stringify(content).length).toBeGreaterThan(256 * 1024);
    expect(await draft({ version: 'long-1', content })).toMatchObject({ status: 'draft' });
  });

  it('leave as one file that fits the published schema, and come back the same to the letter', async () => {
    const file = (id: string) => officer.download(`${scheme}/versions/${id}/export`);
    const first = await file(world.parties.schemeVersionId);
    const parsed = JSON.parse(first.toString()) as SchemeFile;
    const schema = await officer.get<object>('/v1/schemes/file-schema');
    const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect([fits(parsed), fits.errors]).toEqual([true, null]);
    expect(fits({ ...parsed, content: {} })).toBe(false);
    const version = `file-${randomUUID()}`;
    const back = await officer.post<Version>(`${scheme}/versions/import`, { ...parsed, version });
    const again = (await file(back.id)).toString().replace(version, parsed.version);
    expect(again).toBe(first.toString());
    expect(await problemOf(officer.post(`${scheme}/versions/import`, parsed))).toMatchObject({
      ...{ status: 409, errors: [{ pointer: '#/version' }] },
    });
  });

  it('have words that a person reviews one by one, and cases are read in them', async () => {
    const begun = await draft({ version: 'words-1' });
    const reviewed = await step(officer, begun, 'texts/BL-01/km/review');
    const [item] = reviewed.content.checklist.items;
    expect(item?.texts?.km).toMatchObject({
      ...{ status: 'reviewed', reviewedBy: world.parties.officer.personId },
    });
    expect(await problemOf(step(officer, reviewed, 'texts/XX-01/km/review'))).toMatchObject({ status: 404 });
    const story = await Story.open(world);
    const read = async (lang: string) => {
      const path = `/v1/qualifications/${story.id}/audit?lang=${lang}`;
      const { checklist } = await story.supplier.get<{ checklist: Record<string, unknown>[] }>(path);
      return checklist.find(({ id }) => id === 'BL-01');
    };
    expect(await read('km')).toMatchObject({ language: 'km', draft: true });
    expect(await read('zh')).toMatchObject({ language: 'zh', draft: true });
    expect(await read('en')).toMatchObject({ language: 'en', draft: false });
  });

  it('are changed for a case by an officer who has seen what that does', async () => {
    const { checklist } = DEFAULT_SCHEME_CONTENT;
    const items = [
      ...checklist.items.filter(({ id }) => id !== 'BL-02'),
      { ...checklist.items[0]!, id: 'BL-99' },
    ];
    const next = await published('next-1', changed({ checklist: { ...checklist, version: '2', items } }));
    const story = await Story.open(world);
    const path = `/v1/qualifications/${story.id}/scheme-migration?schemeVersionId=${next.id}`;
    expect(await officer.get(path)).toMatchObject({
      ...{ to: next.id, added: ['BL-99'], removed: ['BL-02'], deadlines: [], refusal: null },
    });
    expect(await problemOf(story.supplier.get(path))).toMatchObject({ status: 403 });
    const against = `${scheme}/versions/${next.id}/changes?against=${world.parties.schemeVersionId}`;
    expect(await officer.get(against)).toMatchObject({ added: ['BL-99'], removed: ['BL-02'] });
    const command = {
      ...{ type: 'migrate-scheme' as const, schemeVersionId: next.id, note: 'Asked for by the firm' },
    };
    const drafted = await draft({ version: 'next-2' });
    await expect(officer.ask(story.id, { ...command, schemeVersionId: drafted.id })).rejects.toMatchObject({
      problem: { code: 'scheme-not-published' },
    });
    await officer.ask(story.id, command);
    expect(await story.see()).toMatchObject({ schemeVersionId: next.id });
    expect(await story.events('scheme-migrated')).toMatchObject([
      { params: { to: next.id, added: ['BL-99'], removed: ['BL-02'] } },
    ]);
    expect(
      await world.rows('select scheme_version_id as id from qualification where id = $1', [story.id]),
    ).toEqual([{ id: next.id }]);
  });

  it('are laid over by buyers, who see what their own items came to and nobody elses', async () => {
    const { mill, brand, auditor } = world.parties;
    const question = { question: 'Is the tape tested?', guidance: 'Ask.', evidence: [], references: [] };
    const own = (code: string) => ({
      ...{ code, tightened: [{ itemId: 'CD-01', severity: 'critical' }], certificates: { TRIMS: ['GRS'] } },
      items: [
        {
          ...{ id: `${code}-01`, section: 'QM', severity: 'major', weight: 3, coreProfile: true },
          ...{ categories: ['TRIMS'], ...question },
        },
      ],
    });
    for (const [firm, code] of [
      [mill, 'GNG'],
      [brand, 'NLO'],
    ] as const) {
      const made = await firm.requester.api.post<Version>('/v1/overlays', {
        version: '1',
        content: own(code),
      });
      const publish = (by: ApiClient, id = made.id, revision = 1) =>
        by.request('POST', `/v1/overlays/${id}/publish`, undefined, { 'if-match': `"${revision}"` });
      expect(await problemOf(publish(firm.requester.api))).toMatchObject({ status: 403 });
      await publish(firm.approver.api);
      // Whoever wrote a colleague's draft anew wrote it, too.
      const next = await firm.requester.api.post<Version>('/v1/overlays', {
        version: '2',
        content: own(code),
      });
      const registry = new Registry(world.parties.office.api, 'token');
      const both = await registry.member(
        firm.organisationId,
        'Chenda',
        ...(['buyer-requester', 'buyer-approver'] as const),
      );
      const change = { content: own(code) };
      await both.api.request('PUT', `/v1/overlays/${next.id}`, change, { 'if-match': '"1"' });
      expect(await problemOf(publish(both.api, next.id, 2))).toMatchObject({ status: 403 });
    }
    const story = await (await Story.open(world)).accept();
    for (const { organisationId } of [mill, brand])
      await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: organisationId });
    await roles.goOnSite(world.parties, story.applicant, story.id);
    const { checklist } = await auditor.api.get<{ checklist: { id: string; overlayOf: string | null }[] }>(
      `/v1/qualifications/${story.id}/audit`,
    );
    expect(
      checklist
        .filter(({ overlayOf }) => overlayOf)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...['GNG-01', 'NLO-01']]);
    await roles.answerAll(world.parties, story.id, { 'NLO-01': 'nonconform' });
    await auditor.api.ask(story.id, { type: 'submit-audit' });
    const of = (api: ApiClient) =>
      api.get<{ items: { buyerId: string; result: object | null }[] }>(
        `/v1/qualifications/${story.id}/overlays`,
      );
    expect((await of(mill.requester.api)).items).toMatchObject([{ added: ['GNG-01'], result: null }]);
    await story.reaches('review');
    await world.parties.reviewer.api.ask(story.id, { type: 'pass-review' });
    expect((await of(mill.requester.api)).items).toMatchObject([
      { tightened: ['CD-01'], result: { meets: false, open: [], missingCertificates: ['GRS'] } },
    ]);
    expect((await of(brand.requester.api)).items).toMatchObject([{ result: { open: ['NLO-01'] } }]);
    expect((await of(story.supplier)).items).toHaveLength(2);
    expect(await story.see()).toMatchObject({ audit: { current: { grade: 'A', total: 100 } } });
  });
});
