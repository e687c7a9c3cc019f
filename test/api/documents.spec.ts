import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '#contracts';
import { openDatabase, statement, type Database } from '#persistence';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { problemFaults, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { settleDocument, somePdf } from '../support/uploads.js';
import { refusal, testStack, World } from '../support/world.js';

interface Page {
  readonly items: DocumentView[];
  readonly next: string | null;
}

describe('a document', () => {
  let world: World;
  /** A case in audit, with a buyer who has the supplier's consent. */
  let story: Story;
  let folder: string;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    folder = await mkdtemp(join(tmpdir(), 'selvedge-documents-'));
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  const send = async (
    { token }: Member,
    about: Record<string, string> = {},
    file = { name: 'paper.pdf', type: 'application/pdf', bytes: somePdf() },
    shown = file.bytes,
  ): Promise<string> => {
    const id = await sendDocument({ baseUrl: world.parties.baseUrl, token }, file, about);
    await settle(id, file.type, shown);
    return id;
  };
  const at = ({ id }: Story, target: string, item: string) => ({ qualificationId: id, target, item });
  const read = ({ api }: Member, id: string) => api.get<DocumentView>(`/v1/documents/${id}`);
  const sees = async (member: Member, id: string): Promise<boolean> => {
    const answer = await read(member, id).catch((error: { status: number }) => error.status);
    if (typeof answer === 'number') expect(answer).toBe(404);
    return typeof answer !== 'number';
  };

  const settle = (id: string, type: string, shown: Buffer | 'refused') =>
    settleDocument(world, folder, id, { type, shown });

  /** As if the scheme or a report said that the item concerns children, as long as the work takes. */
  async function withChildItem(caseId: string, item: string, work: () => Promise<void>): Promise<void> {
    const items = (state: string) =>
      world.rows(`update qualification set state = ${state} where id = $1`, [caseId]);
    await items(
      `state || '{"safeguarding":{"phase":"safe","items":["${item}"],"since":"2026-01-01T00:00:00.000Z"}}'`,
    );
    await work().finally(() => items(`state - 'safeguarding'`));
  }

  /** Asked of the tables, past the services. */
  async function policiesShow(member: Member, shelf: Readonly<Record<string, string>>): Promise<string[]> {
    const all = statement('spec-documents', 'select id from document where id = any($1::uuid[])');
    const links = statement(
      'spec-links',
      'select distinct document_id as id from document_link where document_id = any($1::uuid[])',
    );
    const { personId, organisationId } = member;
    const ids = (await db.run<{ id: string }>({ personId, organisationId }, all, [Object.values(shelf)])).map(
      (r) => r.id,
    );
    const linked = await db.run<{ id: string }>({ personId, organisationId }, links, [Object.values(shelf)]);
    expect(linked.filter(({ id }) => !ids.includes(id))).toEqual([]); // no link of what is not seen
    return Object.keys(shelf).filter((name) => ids.includes(shelf[name] ?? ''));
  }

  it('is seen by its owner and the office; by others as far as they read what it is linked to', async () => {
    const { supplier, applicant, id } = story;
    const { mill, auditor, otherAuditor, officer, reviewer } = world.parties;
    const owner = applicant.member;
    const shelf = {
      loose: await send(owner),
      unlinked: await send(owner, { qualificationId: id }),
      profile: await send(owner, at(story, 'section', 'profile')),
      owners: await send(owner, at(story, 'section', 'owners')),
      certificate: await send(owner, at(story, 'certificate', 'LWG')),
    };
    await story.accept();
    await roles.goOnSite(world.parties, applicant, id);
    await supplier.ask(id, { type: 'grant-consent', buyerId: mill.organisationId });
    expect(await sees(mill.requester, shelf.profile)).toBe(false); // documents must be opened by name
    const sections = ['profile', 'certificates', 'documents'] as const;
    await supplier.ask(id, { type: 'grant-consent', buyerId: mill.organisationId, sections: [...sections] });
    const seenBy = async (member: Member): Promise<string[]> => {
      const found: string[] = [];
      for (const [name, document] of Object.entries(shelf))
        if (await sees(member, document)) found.push(name);
      return found;
    };
    const listedFor = async ({ api }: Member): Promise<string[]> => {
      const { items } = await api.get<Page>(`${story.path}/documents`);
      const ids = items.map((item) => item.id);
      return Object.entries(shelf).flatMap(([name, document]) => (ids.includes(document) ? [name] : []));
    };
    const inCase = ['unlinked', 'profile', 'owners', 'certificate'];
    const linked = ['profile', 'owners', 'certificate'];
    const table: [Member, string[], string[]][] = [
      [owner, Object.keys(shelf), inCase],
      [officer, Object.keys(shelf), inCase],
      [reviewer, Object.keys(shelf), inCase],
      [auditor, linked, linked],
      [mill.requester, ['profile', 'certificate'], ['profile', 'certificate']],
    ];
    for (const [member, mayRead, mayList] of table) {
      expect(await policiesShow(member, shelf)).toEqual(mayRead);
      expect(await seenBy(member)).toEqual(mayRead);
      expect(await listedFor(member)).toEqual(mayList);
    }
    const other = (await Story.open(world)).applicant.member;
    for (const stranger of [otherAuditor, world.parties.brand.requester, other]) {
      expect(await policiesShow(stranger, shelf)).toEqual([]);
      expect(await seenBy(stranger)).toEqual([]);
      expect(await refusal(listedFor(stranger))).toMatchObject({ status: 404 });
    }
    // The consent is taken back: at once nothing is seen any more.
    await supplier.ask(id, { type: 'withdraw-consent', buyerId: mill.organisationId });
    expect(await seenBy(mill.requester)).toEqual([]);
    expect(await policiesShow(mill.requester, shelf)).toEqual([]);
  });

  it('of an auditor is the supplier’s to see when a reviewer signed the audit, but nothing about children', async () => {
    const own = await (await Story.open(world)).accept();
    const { auditor, officer } = world.parties;
    await roles.goOnSite(world.parties, own.applicant, own.id);
    const photo = await send(auditor, at(own, 'answer', 'HS-03'));
    const child = await send(auditor, at(own, 'answer', 'SL-01'));
    const both = await send(auditor, at(own, 'answer', 'HS-03'));
    await auditor.api.post(`/v1/documents/${both}/links`, at(own, 'answer', 'SL-01'));
    const reported = await send(auditor, at(own, 'answer', 'HS-04'));
    const supplier = own.applicant.member;
    expect([await sees(supplier, photo), await sees(supplier, child)]).toEqual([false, false]);
    expect((await supplier.api.get<Page>(`${own.path}/documents`)).items).toEqual([]);
    await roles.answerAll(world.parties, own.id);
    await auditor.api.ask(own.id, { type: 'submit-audit' });
    await own.reaches('review');
    expect(await sees(supplier, photo)).toBe(false);
    await world.parties.reviewer.api.ask(own.id, { type: 'pass-review' });
    expect([await sees(supplier, photo), await sees(supplier, child)]).toEqual([true, false]);
    expect(await sees(supplier, both)).toBe(false);
    expect(await policiesShow(supplier, { photo, child, both, reported })).toEqual(['photo', 'reported']);
    await withChildItem(own.id, 'HS-04', async () => {
      expect(await sees(supplier, reported)).toBe(false);
      expect(await policiesShow(supplier, { photo, child, both, reported })).toEqual(['photo']);
    });
    expect((await supplier.api.get<Page>(`${own.path}/documents`)).items).toHaveLength(2);
    expect([await sees(officer, child), await sees(auditor, child)]).toEqual([true, true]);
    expect(await refusal(supplier.api.get(`/v1/documents/${photo}/original`))).toEqual({
      ...{ status: 403, code: 'role-not-allowed' },
    });
    const overlooked = await send(auditor, at(own, 'correction', 'HS-03'));
    expect([await sees(supplier, overlooked), await sees(officer, overlooked)]).toEqual([false, true]);
    expect(await policiesShow(supplier, { overlooked })).toEqual([]);
    // What the audit relied on stays linked.
    const [link] = (await read(auditor, photo)).links;
    const end = auditor.api.request('DELETE', `/v1/documents/${photo}/links/${link?.id}`);
    expect(await refusal(end)).toMatchObject({ status: 409, code: 'paper-not-open' });
  });

  it('is changed past the services by nobody once it was received, and no examination is made up', async () => {
    const { member } = story.applicant;
    const id = await send(member);
    const as = { personId: member.personId, organisationId: story.applicant.supplierId };
    const set = (change: string) =>
      db.run(as, statement(`spec-${change}`, `update document set ${change} where id = $1`), [id]);
    for (const change of [
      "served_type = 'text/html'",
      "file_name = 'b.pdf'",
      'organisation_id = uploaded_by',
    ])
      await expect(set(change)).rejects.toMatchObject({ code: '42501' });
    for (const change of ["status = 'quarantined'", "status = 'refused'", "sha256 = sha256('x')"])
      await expect(set(change)).rejects.toMatchObject({ code: '23001' });
  });

  it('is listed page by page, and by place', async () => {
    const own = await Story.open(world);
    const { member } = own.applicant;
    const sent: string[] = [];
    for (let n = 0; n < 5; n += 1)
      sent.push(await send(member, at(own, 'section', n % 2 ? 'site' : 'profile')));
    const ids = async (query: string): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor = ''; ;) {
        const page = await member.api.get<Page>(`${own.path}/documents?limit=2${query}${cursor}`);
        found.push(...page.items.map(({ id }) => id));
        if (!page.next) return found;
        cursor = `&cursor=${page.next}`;
      }
    };
    expect(await ids('')).toEqual(sent);
    expect(await ids('&target=section&item=site')).toEqual([sent[1], sent[3]]);
    expect(await ids('&target=section&item=capacity')).toEqual([]);
    expect(await ids('&target=section')).toEqual(sent);
    expect(await ids('&target=answer')).toEqual([]);
    expect(await refusal(ids('&item=site'))).toMatchObject({ status: 422 });
  });

  it('is linked to further places, once each, and stays known where it no longer is', async () => {
    const own = await Story.open(world);
    const { member } = own.applicant;
    const id = await send(member);
    const path = `/v1/documents/${id}/links`;
    const place = at(own, 'certificate', 'OEKO-TEX');
    const { links } = await member.api.post<DocumentView>(path, place);
    expect(links).toMatchObject([{ ...place, endedAt: null }]);
    expect((await member.api.post<DocumentView>(path, place)).links).toEqual(links);
    const end = () => member.api.request('DELETE', `${path}/${links[0]?.id}`);
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(204);
    const after = await read(member, id);
    expect(after.links).toMatchObject([{ ...place, endedAt: expect.any(String) }]);
    expect((await member.api.get<Page>(`${own.path}/documents`)).items).toEqual([]);
    expect((await member.api.post<DocumentView>(path, place)).links).toHaveLength(2);
  });

  it('is linked by nobody to what is not theirs to write', async () => {
    const own = await Story.open(world);
    const other = await Story.open(world);
    const { member } = own.applicant;
    const { officer } = world.parties;
    const id = await send(member);
    const link = (who: Member, body: unknown) => who.api.post(`/v1/documents/${id}/links`, body);
    expect(await refusal(link(member, at(other, 'section', 'profile')))).toMatchObject({ status: 404 });
    expect(await refusal(link(other.applicant.member, at(other, 'section', 'profile')))).toMatchObject({
      status: 404,
    });
    expect(await refusal(link(member, at(own, 'answer', 'BL-01')))).toMatchObject({ status: 403 });
    expect(await refusal(link(officer, at(other, 'section', 'profile')))).toMatchObject({
      ...{ status: 422, code: 'validation' },
    });
    await expect(link(officer, at(own, 'section', 'profile'))).resolves.toMatchObject({ id });
    expect(await refusal(link(member, { ...at(own, 'section', 'profile'), target: 'wall' }))).toMatchObject({
      status: 422,
    });
  });

  it('is good until the day that its owner says, under the version that was read', async () => {
    const { member } = story.applicant;
    const id = await send(member);
    const { version } = await read(member, id);
    const change = (who: Member, expiresOn: unknown, tag = version) =>
      who.api.request<DocumentView>(
        'PATCH',
        `/v1/documents/${id}`,
        { expiresOn },
        { 'if-match': `"${tag}"` },
      );
    const { body, etag } = await change(member, '2027-06-30');
    expect(body.expiresOn).toBe('2027-06-30');
    expect(etag).toBe(`"${body.version}"`);
    expect(await refusal(change(member, '2027-07-01'))).toMatchObject({ status: 412 });
    expect(await refusal(change(member, '2027-02-30', body.version))).toMatchObject({ status: 422 });
    expect(await refusal(change(world.parties.auditor, null, body.version))).toMatchObject({ status: 404 });
    expect((await change(world.parties.officer, null, body.version)).body.expiresOn).toBeNull();
  });

  describe('that is shown', () => {
    const content = (id: string, { token }: Member, headers = {}, what = 'content') =>
      raw('GET', `/v1/documents/${id}/${what}`, { token, headers });

    it('waits until it was examined, and is gone when it was refused', async () => {
      const { member } = story.applicant;
      const [{ id = '' } = {}] = await world.rows<{ id: string }>(
        `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status)
         values (gen_random_uuid(), $1, $2, $1, 'a.pdf', 'application/pdf', 9, 'quarantined') returning id`,
        [story.applicant.supplierId, member.personId],
      );
      const waiting = await content(id, member);
      expect([waiting.status, waiting.body['code']]).toEqual([409, 'document-not-examined']);
      await settle(id, '', 'refused');
      const refused = await content(id, member);
      expect([refused.status, refused.body['code']]).toEqual([410, 'document-refused']);
      expect(refused.body['items']).toEqual(['name-differs']);
      expect(problemFaults(refused)).toEqual([]);
      expect((await content(id, world.parties.auditor)).status).toBe(404);
    });

    it('as an image is shown in place, as anything else only saved, and never runs anything', async () => {
      const { member } = story.applicant;
      const image = Buffer.from('as it was written anew');
      const file = { name: 'ទ្វារ "1".jpg', type: 'image/jpeg', bytes: somePdf() };
      const photo = await send(member, {}, file, image);
      const shown = await content(photo, member);
      expect(shown.text).toBe(image.toString());
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(image.length),
        'content-disposition': `inline; filename="_____ _1_.jpg"; filename*=UTF-8''${encodeURIComponent('ទ្វារ "1".jpg')}`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        etag: `"${createHash('sha256').update(image).digest('hex')}"`,
      });
      const again = await content(photo, member, { 'if-none-match': shown.headers.get('etag') ?? '' });
      expect([again.status, again.text]).toEqual([304, '']);
      const paper = await send(member);
      expect((await content(paper, member)).headers.get('content-disposition')).toMatch(/^attachment; /);
    });

    it('as it came in goes to the office alone, for saving', async () => {
      const { member } = story.applicant;
      const bytes = somePdf();
      const file = { name: 'original.jpg', type: 'image/jpeg', bytes };
      const id = await send(member, {}, file, Buffer.from('written anew'));
      const original = (who: Member) => content(id, who, {}, 'original');
      const { officer, reviewer, auditor } = world.parties;
      for (const who of [officer, reviewer]) {
        const { text, headers } = await original(who);
        expect(text).toBe(bytes.toString());
        expect(headers.get('content-disposition')).toMatch(/^attachment; /);
        expect(headers.get('content-type')).toBe('application/octet-stream');
      }
      expect((await original(member)).status).toBe(403);
      expect((await original(auditor)).status).toBe(404);
    });
  });
});
