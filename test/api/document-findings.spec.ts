import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentFindingView, DocumentView } from '#contracts';
import { openDatabase, statement, type SqlActor } from '#persistence';
import { until, type ApiClient } from '../../apps/dev/src/play/api-client.js';
import { sendDocument, type AboutDocument, type FileToSend } from '../../apps/dev/src/play/documents.js';
import { jpeg, pdf, picture, type Notes } from '../support/good-files.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

const photo = async (seed: number, notes?: Notes): Promise<FileToSend> => ({
  ...{ name: 'photo.jpg', type: 'image/jpeg' },
  bytes: await jpeg(seed, notes),
});
const ago = (days: number): string =>
  new Date(Date.now() - days * 86_400_000 + 7 * 3_600_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll('-', ':')
    .replace('T', ' ');

/** Each file waits for its examination, on whatever machine. */
describe('what the checks find about documents', () => {
  let world: World;
  let one: Story;
  let two: Story;
  let office: ApiClient;
  beforeAll(async () => {
    world = await World.open();
    [one, two] = [await Story.open(world), await Story.open(world)];
    office = world.parties.officer.api;
  });
  afterAll(() => world.close());

  const upload = async (story: Story, file: FileToSend, about: AboutDocument = {}): Promise<string> => {
    const sender = { baseUrl: testStack().apiUrl, token: story.applicant.member.token };
    const id = await sendDocument(sender, file, { qualificationId: story.id, ...about });
    const { status } = await until(
      () => story.supplier.get<DocumentView>(`/v1/documents/${id}`),
      (document) => document.status !== 'quarantined',
    );
    expect(status).toBe('available');
    return id;
  };
  const found = async (id: string) =>
    (await office.get<{ items: DocumentFindingView[] }>(`/v1/documents/${id}/findings`)).items.map(
      ({ check, verdict, explanation }) => ({ check, verdict, explanation }),
    );
  const tasks = async (id: string): Promise<number> => {
    const [row] = await world.rows<{ n: number }>(
      `select count(*)::int as n from office_task where kind = 'document-finding' and subject = $1`,
      [id],
    );
    return row?.n ?? 0;
  };
  const seedOf = (n: number): number => Date.now() * 10 + n;
  const place = (story: Story): Promise<{ latitude: number; longitude: number }[]> =>
    world.rows('select latitude, longitude from site where supplier_id = $1', [story.applicant.supplierId]);

  it('is nothing for documents that only one firm has', async () => {
    const bytes = pdf(`% ${seedOf(1)}`);
    const [first, again] = [
      await upload(one, { name: 'lease.pdf', type: 'application/pdf', bytes }),
      await upload(one, { name: 'lease.pdf', type: 'application/pdf', bytes }),
    ];
    expect([await found(first), await found(again), await tasks(again)]).toEqual([[], [], 0]);
  });

  it('tells the same file at another firm, once, to the office alone', async () => {
    const bytes = pdf(`% ${seedOf(2)}`);
    const file = { name: 'licence.pdf', type: 'application/pdf', bytes };
    const [first, second] = [await upload(one, file), await upload(two, file)];
    const params = { documentId: first, organisationId: one.applicant.supplierId };
    expect(await found(second)).toEqual([
      {
        check: 'authenticity',
        verdict: 'POTENTIAL',
        explanation: [{ code: 'same-file-at-other-firm', params }],
      },
    ]);
    expect([await tasks(first), await tasks(second)]).toEqual([0, 1]);

    const path = `/v1/documents/${second}/findings`;
    expect(await refusal(two.supplier.get(path))).toMatchObject({ status: 403 });
    expect(await refusal(one.supplier.get(path))).toMatchObject({ status: 404 });
    const view = JSON.stringify(await two.supplier.get(`/v1/documents/${second}`));
    expect([first, one.applicant.supplierId].filter((id) => view.includes(id))).toEqual([]);
  });

  it('is shown by the tables to nobody else either, and fingerprints to nobody', async () => {
    const bytes = pdf(`% ${seedOf(13)}`);
    const file = { name: 'plan.pdf', type: 'application/pdf', bytes };
    await upload(one, file);
    const second = await upload(two, file);
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    try {
      const read = statement('findings-of', 'select verdict from document_finding where document_id = $1');
      const seenBy = async ({ personId, organisationId }: SqlActor): Promise<number> =>
        (await db.run({ personId, organisationId }, read, [second])).length;
      const { officer, mill, auditor } = world.parties;
      const member = ({ applicant }: Story) => ({
        ...applicant.member,
        organisationId: applicant.supplierId,
      });
      expect(await seenBy(officer)).toBe(1);
      for (const other of [member(one), member(two), auditor, mill.requester])
        expect(await seenBy(other)).toBe(0);
      const images = statement('fingerprints', 'select 1 as one from document_fingerprint');
      await expect(db.run(officer, images, [])).rejects.toMatchObject({ code: '42501' });
    } finally {
      await db.close();
    }
  });

  it('goes by the firm that a document stands for, whoever uploaded it', async () => {
    const bytes = pdf(`% ${seedOf(12)}`);
    const file = { name: 'permit.pdf', type: 'application/pdf', bytes };
    const mine = await upload(one, file);
    const byOffice = async ({ id }: Story): Promise<string> => {
      const {
        apiUrl: baseUrl,
        office: { token },
      } = testStack();
      const document = await sendDocument({ baseUrl, token }, file, { qualificationId: id });
      await until(
        () => office.get<DocumentView>(`/v1/documents/${document}`),
        ({ status }) => status === 'available',
      );
      return document;
    };
    expect(await found(await byOffice(one))).toEqual([]);
    const [finding] = await found(await byOffice(two));
    expect(finding?.explanation.map(({ params }) => params['organisationId'])).toEqual(
      Array(2).fill(one.applicant.supplierId),
    );
    expect(finding?.explanation.map(({ params }) => params['documentId'])).toContain(mine);
  });

  describe('that was linked after it had been examined', () => {
    const link = (story: Story, who: ApiClient, id: string, target: string, item: string) =>
      who.post(`/v1/documents/${id}/links`, { qualificationId: story.id, target, item });
    const codes = async (id: string) =>
      (await found(id)).flatMap(({ explanation }) => explanation.map(({ code }) => code));
    const tells = (id: string, expected: readonly string[]) =>
      until(
        () => codes(id),
        (all) => JSON.stringify(all) === JSON.stringify(expected),
      );

    it('is a photo from elsewhere, too; and the office hears of it once', async () => {
      const [site] = await place(one);
      const far = { latitude: site!.latitude + 0.01, longitude: site!.longitude };
      const id = await upload(one, await photo(seedOf(20), { takenAt: ago(1), place: far }));
      expect(await codes(id)).toEqual([]);
      await link(one, one.supplier, id, 'section', 'site');
      await tells(id, ['far-from-site']);
      await link(one, one.supplier, id, 'section', 'profile');
      await until(
        () => world.rows('select 1 from document where id = $1 and judge_at is not null', [id]),
        (waiting) => waiting.length === 0,
      );
      expect([await codes(id), await tasks(id)]).toEqual([['far-from-site'], 1]);
    });

    it('is one photo for two firms, when an auditor links it in the cases of both', async () => {
      const audited = [await Story.open(world), await Story.open(world)] as const;
      const { auditor } = world.parties;
      for (const story of audited) {
        await story.accept();
        await roles.goOnSite(world.parties, story.applicant, story.id);
      }
      const sender = { baseUrl: testStack().apiUrl, token: auditor.token };
      const about = { qualificationId: audited[0].id };
      const file = await photo(seedOf(21));
      await upload(one, file);
      const id = await sendDocument(sender, file, about);
      await until(
        () => office.get<DocumentView>(`/v1/documents/${id}`),
        ({ status }) => status === 'available',
      );
      // Linked nowhere, an auditor's photo stands for no firm.
      expect(await codes(id)).toEqual([]);
      await link(audited[0], auditor.api, id, 'answer', 'HS-03');
      await tells(id, ['same-file-at-other-firm']);
      await link(audited[1], auditor.api, id, 'answer', 'HS-03');
      await tells(id, ['same-file-at-other-firm', 'same-file-at-other-firm']);
      const firms = (await found(id)).flatMap(({ explanation }) =>
        explanation.map(({ params }) => params['organisationId']),
      );
      expect(firms).toEqual([one.applicant.supplierId, audited[1].applicant.supplierId]);
    });
  });

  it('tells the same picture, saved anew', async () => {
    const seed = seedOf(3);
    const first = await upload(one, {
      name: 'a.png',
      type: 'image/png',
      bytes: await picture(seed).png().toBuffer(),
    });
    const bytes = await picture(seed, 280, 210).jpeg({ quality: 80 }).toBuffer();
    const second = await upload(two, { name: 'b.jpg', type: 'image/jpeg', bytes });
    const params = { documentId: first, organisationId: one.applicant.supplierId };
    expect(await found(second)).toMatchObject([
      { explanation: [{ code: 'same-image-at-other-firm', params }] },
    ]);
    expect(await found(await upload(two, await photo(seedOf(4))))).toEqual([]);
  });

  it('tells a photo from elsewhere, where it is to show the site', async () => {
    const [site] = await place(one);
    const far = { latitude: site!.latitude + 0.01, longitude: site!.longitude };
    const shows = { target: 'section', item: 'site' };
    const there = await upload(one, await photo(seedOf(5), { takenAt: ago(1), place: site! }), shows);
    const elsewhere = await upload(one, await photo(seedOf(6), { takenAt: ago(1), place: far }), shows);
    const portrait = await upload(one, await photo(seedOf(7), { place: far }), {
      target: 'section',
      item: 'profile',
    });
    expect([await found(there), await found(portrait)]).toEqual([[], []]);
    expect(await found(elsewhere)).toEqual([
      {
        check: 'location',
        verdict: 'WARN',
        explanation: [{ code: 'far-from-site', params: { metres: 1_112 } }],
      },
    ]);
    expect(await tasks(elsewhere)).toBe(1);
  });

  it('goes by the declared place where the photo tells none', async () => {
    const [site] = await place(one);
    const declared = {
      ...{ target: 'section', item: 'site' },
      capturedLatitude: String(site!.latitude - 0.01),
      capturedLongitude: String(site!.longitude),
    };
    expect(await found(await upload(one, await photo(seedOf(8)), declared))).toMatchObject([
      { check: 'location' },
    ]);
  });

  it('tells a time that cannot be, and a program for changing PDFs', async () => {
    const codes = async (id: string) =>
      (await found(id)).flatMap(({ explanation }) => explanation.map((e) => e.code));
    expect(await codes(await upload(one, await photo(seedOf(9), { takenAt: ago(-3) })))).toEqual([
      'taken-after-upload',
    ]);
    expect(await codes(await upload(one, await photo(seedOf(10), { takenAt: ago(500) })))).toEqual([
      'taken-long-before',
    ]);
    const bytes = pdf(`% ${seedOf(11)}`, 'iLovePDF');
    const changed = await upload(one, { name: 'certificate.pdf', type: 'application/pdf', bytes });
    expect(await codes(changed)).toEqual(['written-by-editor']);
  });
});
