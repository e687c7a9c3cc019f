import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import { openOwnApi } from '../support/own-api.js';
import { problemFaults, raw, type Raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { BYTES, metadata, sha256, somePdf, TUS, TusByHand } from '../support/uploads.js';
import { World } from '../support/world.js';

const PDF = { filename: 'lease.pdf', filetype: 'application/pdf' };
const pathIn = (answer: Raw): string => answer.headers.get('location') ?? '';
const idIn = (path: string): string => path.split('/').pop() ?? '';
const codeOf = ({ status, body }: Raw): string => `${status} ${String(body['code'])}`;

describe('an upload', () => {
  let world: World;
  let story: Story;
  let tus: TusByHand;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    tus = new TusByHand(story.applicant.member.token);
  });
  afterAll(() => world.close());

  const place = (target = 'section', item = 'profile') => ({ qualificationId: story.id, target, item });
  const document = (id: string) => story.supplier.get<DocumentView>(`/v1/documents/${id}`);
  const documents = async (): Promise<number> => {
    const [row] = await world.rows<{ n: number }>(
      'select count(*)::int as n from document where organisation_id = $1',
      [story.applicant.supplierId],
    );
    return row?.n ?? 0;
  };

  it('says what it speaks, to anybody', async () => {
    const { status, headers } = await raw('OPTIONS', '/v1/uploads');
    expect(status).toBe(204);
    expect(headers.get('tus-version')).toBe('1.0.0');
    expect(headers.get('tus-max-size')).toBe(String(50 * 1024 * 1024));
    expect(headers.get('tus-extension')).toBe('creation,termination,expiration');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('becomes a document in quarantine, linked to its place, with what was declared of it', async () => {
    const bytes = somePdf(600_000);
    const about = {
      ...place(),
      capturedAt: '2026-11-01T03:04:05.000Z',
      ...{ capturedLatitude: '11.55', capturedLongitude: '104.91', expiresOn: '2027-12-31' },
    };
    const { baseUrl } = world.parties;
    const sender = { baseUrl, token: story.applicant.member.token };
    const id = await sendDocument(sender, { name: 'lease.pdf', type: 'application/pdf', bytes }, about);
    const seen = await document(id);
    expect(seen).toMatchObject({
      organisationId: story.applicant.supplierId,
      qualificationId: story.id,
      ...{ fileName: 'lease.pdf', size: bytes.length, sha256: sha256(bytes), onBehalf: false, edition: 1 },
      captured: { at: about.capturedAt, latitude: 11.55, longitude: 104.91, source: 'declared' },
      expiresOn: '2027-12-31',
      links: [{ ...place(), endedAt: null }],
    });
    expect(['quarantined', 'available', 'refused']).toContain(seen.status);
    expect(seen.receivedAt).not.toBeNull();
  });

  it('stands where it was left, goes on from there, and tells that it is whole after its end', async () => {
    const bytes = somePdf(5000);
    const created = await tus.create(bytes.length, { ...PDF, ...place() });
    expect(created.status).toBe(201);
    expect(created.headers.get('upload-expires')).toMatch(/GMT$/);
    const path = pathIn(created);
    expect(path).toMatch(/^\/v1\/uploads\/[0-9a-f-]{36}$/);
    const first = await tus.send(path, 0, bytes.subarray(0, 2000));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '2000']);
    expect((await tus.where(path)).headers.get('upload-offset')).toBe('2000');
    expect(codeOf(await tus.send(path, 1000, bytes.subarray(1000)))).toBe('409 offset-differs');
    expect(codeOf(await tus.send(path, 3000, bytes.subarray(3000)))).toBe('409 offset-differs');
    const last = await tus.send(path, 2000, bytes.subarray(2000));
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(bytes.length)]);
    const after = await tus.where(path);
    expect([after.status, after.headers.get('upload-offset')]).toEqual([200, String(bytes.length)]);
    expect((await document(idIn(path))).sha256).toBe(sha256(bytes));
    expect(codeOf(await tus.end(path))).toBe('409 upload-finished');
    expect(codeOf(await tus.send(path, 10, bytes.subarray(10)))).toBe('409 offset-differs');
  });

  it('brings no bytes along with its announcement: that is judged first', async () => {
    const before = await documents();
    const { token } = story.applicant.member;
    const headers = { ...TUS, ...BYTES, 'upload-length': '400', 'upload-metadata': metadata(PDF) };
    const answer = await raw('POST', '/v1/uploads', { token, body: somePdf(), headers });
    expect(codeOf(answer)).toBe('415 unsupported-media-type');
    expect(await documents()).toBe(before);
  });

  it('ends when its sender says so, and is nobody’s then', async () => {
    const path = pathIn(await tus.create(1000, PDF));
    expect((await tus.end(path)).status).toBe(204);
    expect((await tus.where(path)).status).toBe(410);
    expect(codeOf(await tus.end(path))).toBe('410 upload-ended');
    expect(codeOf(await tus.send(path, 0, Buffer.alloc(1000)))).toBe('410 upload-ended');
    expect(await document(idIn(path))).toMatchObject({ status: 'refused', refusal: 'upload-ended' });
  });

  it('is its sender’s organisation’s alone: to all others it is not there', async () => {
    const bytes = somePdf();
    const path = pathIn(await tus.create(bytes.length, { ...PDF, ...place() }));
    const other = await Story.open(world);
    const { officer, auditor } = world.parties;
    for (const { token } of [other.applicant.member, officer, auditor]) {
      const stranger = new TusByHand(token);
      expect((await stranger.where(path)).status).toBe(404);
      expect(codeOf(await stranger.send(path, 0, bytes))).toBe('404 not-found');
      expect(codeOf(await stranger.end(path))).toBe('404 not-found');
    }
    expect((await tus.where(path)).headers.get('upload-offset')).toBe('0');
  });

  it.each([
    ['a type that no document may be of', 100, { ...PDF, filetype: 'text/html' }, '422 validation'],
    ['an image of SVG', 100, { filename: 'a.svg', filetype: 'image/svg+xml' }, '422 validation'],
    ['no name', 100, { filetype: 'application/pdf' }, '422 validation'],
    ['a name of nothing that is seen', 100, { ...PDF, filename: '\u202E/..' }, '422 validation'],
    ['an unknown field', 100, { ...PDF, owner: 'me' }, '422 validation'],
    ['a target without a case', 100, { ...PDF, target: 'section', item: 'profile' }, '422 validation'],
    ['half a place on earth', 100, { ...PDF, capturedLatitude: '11' }, '422 validation'],
    ['an impossible date', 100, { ...PDF, expiresOn: '2027-02-30' }, '422 validation'],
    ['no byte at all', 0, PDF, '422 validation'],
    ['more than any document may have', 50 * 1024 * 1024 + 1, PDF, '413 too-large'],
    [
      'more than an image may have',
      26 * 1024 * 1024,
      { filename: 'a.jpg', filetype: 'image/jpeg' },
      '413 too-large',
    ],
    ['a negative length', -5, PDF, '400 malformed-request'],
    ['a length in words', 'many', PDF, '400 malformed-request'],
  ])('is refused with %s, and nothing is kept', async (_what, size, fields, code) => {
    const before = await documents();
    const answer = await tus.create(size, fields as Record<string, string>);
    expect(codeOf(answer)).toBe(code);
    expect(problemFaults(answer)).toEqual([]);
    expect(await documents()).toBe(before);
  });

  it('names the field of the metadata that is wrong', async () => {
    const { body } = await tus.create(100, { ...PDF, qualificationId: 'mine' });
    expect(body['errors']).toMatchObject([{ pointer: '#/upload-metadata/qualificationId', in: 'header' }]);
  });

  it('speaks version 1.0.0 only, and takes nothing but bytes', async () => {
    const { token } = story.applicant.member;
    const path = pathIn(await tus.create(1000, PDF));
    const old = await raw('HEAD', path, { token, headers: { 'tus-resumable': '0.2.2' } });
    expect([old.status, old.headers.get('tus-version')]).toEqual([412, '1.0.0']);
    const none = await raw('PATCH', path, {
      token,
      body: Buffer.alloc(10),
      headers: BYTES,
    });
    expect(codeOf(none)).toBe('412 tus-version-unsupported');
    const json = await raw('PATCH', path, {
      token,
      body: '{}',
      headers: { ...TUS, 'content-type': 'application/json', 'upload-offset': '0' },
    });
    expect(codeOf(json)).toBe('415 unsupported-media-type');
    const elsewhere = await raw('POST', '/v1/qualifications', {
      token,
      body: Buffer.alloc(10),
      headers: BYTES,
    });
    expect(codeOf(elsewhere)).toBe('415 unsupported-media-type');
    const large = await tus.send(path, 0, Buffer.alloc(8 * 1024 * 1024 + 1));
    expect(codeOf(large)).toBe('413 too-large');
    const more = await tus.send(path, 0, Buffer.alloc(1001));
    expect(codeOf(more)).toBe('413 too-large');
  });

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\papers\\lease.pdf', 'lease.pdf'],
    ['lease\u202Efdp.exe.pdf', 'leasefdp.exe.pdf'],
    ['nul\u0000byte.pdf', 'nulbyte.pdf'],
  ])('called %j is shown as %j', async (filename, shown) => {
    const path = pathIn(await tus.create(100, { ...PDF, filename }));
    expect((await document(idIn(path))).fileName).toBe(shown);
  });

  it('with a Khmer name of 300 bytes is cut between two characters', async () => {
    const path = pathIn(await tus.create(100, { ...PDF, filename: `${'វិញ្ញាបនបត្រ'.repeat(9)}.pdf` }));
    const { fileName } = await document(idIn(path));
    expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255);
    expect(fileName).toMatch(/\.pdf$/);
    expect(fileName).not.toContain('\uFFFD');
  });

  it('is linked only to what its sender may write now', async () => {
    const other = await Story.open(world);
    const accepted = await (await Story.open(world)).accept();
    const stranger = new TusByHand(other.applicant.member.token);
    const before = await documents();
    expect(codeOf(await stranger.create(100, { ...PDF, ...place() }))).toBe('404 not-found');
    expect(codeOf(await stranger.create(100, { ...PDF, qualificationId: story.id }))).toBe('404 not-found');
    expect(codeOf(await tus.create(100, { ...PDF, ...place('answer', 'BL-01') }))).toBe(
      '403 role-not-allowed',
    );
    const late = new TusByHand(accepted.applicant.member.token);
    const closed = { qualificationId: accepted.id, target: 'section', item: 'profile' };
    expect(codeOf(await late.create(100, { ...PDF, ...closed }))).toBe('409 paper-not-open');
    expect(codeOf(await tus.create(100, { ...PDF, ...place('pilot-lot', 'none:1') }))).toBe(
      '409 paper-not-open',
    );
    expect(await documents()).toBe(before);
  });

  it('by an officer for the supplier is the supplier’s, and marked for ever', async () => {
    const officer = new TusByHand(world.parties.officer.token);
    const bytes = somePdf();
    const path = pathIn(await officer.create(bytes.length, { ...PDF, ...place() }));
    expect((await officer.send(path, 0, bytes)).status).toBe(204);
    expect(await document(idIn(path))).toMatchObject({
      ...{ organisationId: story.applicant.supplierId, onBehalf: true, sha256: sha256(bytes) },
    });
    expect((await tus.where(path)).status).toBe(404); // sent by the office
  });

  it('replaces an earlier document once, as its next edition', async () => {
    const bytes = somePdf();
    const first = pathIn(await tus.create(bytes.length, PDF));
    const replacesId = idIn(first);
    expect(codeOf(await tus.create(100, { ...PDF, replacesId }))).toBe('409 document-replaced'); // not received yet
    await tus.send(first, 0, bytes);
    const second = await tus.create(100, { ...PDF, replacesId });
    expect(await document(idIn(pathIn(second)))).toMatchObject({ edition: 2, replacesId });
    expect(codeOf(await tus.create(100, { ...PDF, replacesId }))).toBe('409 document-replaced');
    await tus.end(pathIn(second)); // nothing came of it: another may
    expect((await tus.create(100, { ...PDF, replacesId })).status).toBe(201);
    const other = new TusByHand((await Story.open(world)).applicant.member.token);
    expect(codeOf(await other.create(100, { ...PDF, replacesId }))).toBe('409 document-replaced');
  });

  it('counts toward the quota of its owner until it ends, also when several begin at once', async () => {
    const own = await openOwnApi({ DOCUMENT_QUOTA_BYTES: '10000' });
    try {
      const { supplierId, member } = (await Story.open(world)).applicant;
      const { token } = member;
      const create = (size: number) =>
        fetch(`${own.url}/v1/uploads`, {
          method: 'POST',
          headers: {
            ...{ ...TUS, authorization: `Bearer ${token}`, 'upload-length': String(size) },
            'upload-metadata': metadata(PDF),
          },
        });
      expect((await create(10_001)).status).toBe(413); // and the first request of an API takes longest
      // All are held where their owner's turn is taken, so that they do begin at once.
      const turn = [`documents/${supplierId}`];
      await world.rows('select pg_advisory_lock(hashtextextended($1, 0))', turn);
      const asked = Promise.all(Array.from({ length: 8 }, () => create(4000)));
      await until(
        () =>
          world.rows('select 1 from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))'),
        (waiting) => waiting.length === 8,
        4000,
      ).finally(() => world.rows('select pg_advisory_unlock(hashtextextended($1, 0))', turn));
      const answers = await asked;
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, ...Array<number>(6).fill(413)]);
      const refused = answers.find(({ status }) => status === 413);
      expect(await refused?.json()).toMatchObject({ code: 'quota-exceeded' });
      expect((await create(2001)).status).toBe(413);
      expect((await create(2000)).status).toBe(201);
      const kept = answers.find(({ status }) => status === 201)?.headers.get('location');
      const headers = { ...TUS, authorization: `Bearer ${token}` };
      expect((await fetch(own.url + kept, { method: 'DELETE', headers })).status).toBe(204);
      const last = await create(4000);
      expect(last.status).toBe(201);
      // Refused by the examination, it is kept all the same, and so it counts.
      const id = idIn(last.headers.get('location') ?? '');
      await world.rows(`update document set status = 'refused', sha256 = sha256('x') where id = $1`, [id]);
      expect((await create(1)).status).toBe(413);
    } finally {
      await own.close();
    }
  });

  it('takes a day at most', async () => {
    const path = pathIn(await tus.create(1000, PDF));
    await tus.send(path, 0, Buffer.alloc(400));
    await world.rows(
      `update document set begun_at = now() - interval '25 hours', retry_at = now() where id = $1`,
      [idIn(path)],
    );
    const seen = await until(
      () => document(idIn(path)),
      ({ status }) => status === 'refused',
    );
    expect(seen.refusal).toBe('upload-expired');
    expect((await tus.where(path)).status).toBe(410);
  });

  describe('under an id of its sender’s own', () => {
    const announce = (documentId: string, size: number, by = tus) =>
      by.create(size, { ...PDF, ...place(), documentId });

    it('is one document however often it is announced, and begins again each time', async () => {
      const documentId = randomUUID();
      const bytes = somePdf(900);
      const path = pathIn(await announce(documentId, bytes.length));
      expect(path).toBe(`/v1/uploads/${documentId}`);
      await tus.send(path, 0, bytes.subarray(0, 500));
      const before = await documents();
      expect(pathIn(await announce(documentId, bytes.length))).toBe(path);
      expect((await tus.where(path)).headers.get('upload-offset')).toBe('0');
      expect(codeOf(await announce(documentId, bytes.length + 1))).toBe('409 already-exists');
      expect((await tus.send(path, 0, bytes)).status).toBe(204);
      expect(await documents()).toBe(before);
      const seen = await document(documentId);
      expect([seen.sha256, seen.links.length]).toEqual([sha256(bytes), 1]);
    });

    it('begins again after its day, but not when it was received, ended or is another’s', async () => {
      const documentId = randomUUID();
      const bytes = somePdf(700);
      await announce(documentId, bytes.length);
      const late = `update document set begun_at = now() - interval '25 hours', retry_at = now() where id = $1`;
      await world.rows(late, [documentId]);
      await until(
        () => document(documentId),
        ({ status }) => status === 'refused',
      );
      const path = pathIn(await announce(documentId, bytes.length));
      expect(await document(documentId)).toMatchObject({ status: 'receiving', refusal: null });
      expect((await tus.send(path, 0, bytes)).status).toBe(204);
      expect(codeOf(await announce(documentId, bytes.length))).toBe('409 already-exists');
      expect((await document(documentId)).sha256).toBe(sha256(bytes));
      const ended = randomUUID();
      await tus.end(pathIn(await announce(ended, 100)));
      expect(codeOf(await announce(ended, 100))).toBe('409 already-exists');
      const other = new TusByHand((await Story.open(world)).applicant.member.token);
      expect(codeOf(await other.create(bytes.length, { ...PDF, documentId }))).toBe('409 already-exists');
    });

    it('is refused without the form of one', async () => {
      const answer = await tus.create(100, { ...PDF, documentId: 'mine' });
      expect(codeOf(answer)).toBe('422 validation');
      expect(answer.body['errors']).toMatchObject([{ pointer: '#/upload-metadata/documentId' }]);
    });
  });
});
