import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DocumentView, ErasureView } from '#contracts';
import { DiskStore } from '#evidence';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument } from '../../apps/dev/src/play/documents.js';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { jpeg } from '../support/good-files.js';
import { everyItem } from '../support/pages.js';
import { raw } from '../support/raw.js';
import { tablesWithEach } from '../support/search-tables.js';
import { Story } from '../support/story.js';
import { somePdf } from '../support/uploads.js';
import { refusal, testStack, World } from '../support/world.js';

const REASON = 'no-longer-needed';
/** Each file waits for its examination, on whatever machine. */
describe('a document that is erased', () => {
  let world: World;
  let story: Story;
  let owner: Member;
  const blobs = () => new DiskStore(process.env['BLOB_DIR'] ?? '');
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    owner = story.applicant.member;
  });
  afterAll(() => world.close());

  const officer = () => world.parties.officer.api;
  const read = (id: string) => officer().get<DocumentView>(`/v1/documents/${id}`);
  const send = async (
    file: { name: string; type: string; bytes: Buffer },
    about: Record<string, string> = {},
    { token }: Member = owner,
  ): Promise<DocumentView> => {
    const id = await sendDocument({ baseUrl: testStack().apiUrl, token }, file, about);
    return until(
      () => read(id),
      ({ status }) => status === 'available',
    );
  };
  const pdf = (bytes = somePdf(), name = 'lease.pdf') => ({ name, type: 'application/pdf', bytes });
  const erase = (id: string, key?: string, reason = REASON) =>
    officer().post<ErasureView>(`/v1/documents/${id}/erasure`, { reason }, key);
  const bytesAreGone = (hash: string | null | undefined) =>
    until(
      () => blobs().size(hash ?? ''),
      (size) => size === undefined,
    );
  /** Its case ended so many years ago. */
  async function ended(years: number): Promise<void> {
    await world.rows(
      `update qualification set updated_at = now() - $2::integer * interval '366 days' where id = $1`,
      [story.id, years],
    );
  }

  it('loses its name, its bytes, as they came and as shown, and where they were captured, and keeps the digest', async () => {
    const word = `canary-${randomUUID()}`;
    const place = { latitude: 11.123456, longitude: 104.654321 };
    const taken = { takenAt: '2026:03:04 05:06:07', offset: '+07:00', place };
    const photo = { name: `${word}.jpg`, type: 'image/jpeg', bytes: await jpeg(Math.random(), taken) };
    const before = await send(photo, { capturedLatitude: '11.2', capturedLongitude: '104.9' });
    expect(before.captured).toMatchObject(place);
    const erased = await erase(before.id);
    expect(erased).toMatchObject({
      kind: 'document',
      aboutId: before.id,
      subject: 'document',
      reason: REASON,
    });
    await Promise.all([bytesAreGone(before.sha256), bytesAreGone(before.shown?.sha256)]);
    const after = await until(
      () => read(before.id),
      ({ shown }) => shown === null,
    );
    expect(after).toMatchObject({
      ...{ status: 'erased', fileName: 'erased', sha256: before.sha256, links: before.links },
      captured: { at: null, latitude: null, longitude: null, source: null },
    });
    expect(await tablesWithEach(world, [word, '11.123456'])).toEqual({ [word]: [], '11.123456': [] });
    expect(
      await world.rows('select 1 from document_fingerprint where document_id = $1', [before.id]),
    ).toEqual([]);
    for (const [part, { token }] of [
      ['content', owner],
      ['original', world.parties.officer],
    ] as const) {
      const answer = await raw('GET', `/v1/documents/${before.id}/${part}`, { token });
      expect([answer.status, answer.body['code']]).toEqual([410, 'document-erased']);
    }
    const link = { qualificationId: story.id, target: 'section', item: 'profile' };
    expect(await refusal(owner.api.post(`/v1/documents/${before.id}/links`, link))).toMatchObject({
      status: 422,
    });
    expect(await everyItem<ErasureView>(officer(), '/v1/erasures?limit=200')).toContainEqual(erased);
  });

  it('is erased once: again is the same answer, and a key is good for one of them', async () => {
    const [one, two] = [await send(pdf()), await send(pdf())];
    const key = randomUUID();
    const first = await erase(one.id, key);
    expect([await erase(one.id, key), await erase(one.id)]).toEqual([first, first]);
    expect(await refusal(erase(one.id, key, 'asked-by-the-person'))).toMatchObject({ status: 422 });
    expect(await refusal(erase(two.id, undefined, 'because'))).toMatchObject({
      status: 422,
      code: 'validation',
    });
    expect((await read(two.id)).status).toBe('available');
  });

  it('leaves the bytes to another document that has the same, until that is erased too', async () => {
    const bytes = somePdf();
    const [one, two] = [await send(pdf(bytes)), await send(pdf(bytes))];
    const third = await send(pdf());
    expect(two.sha256).toBe(one.sha256);
    await erase(one.id);
    await erase(third.id);
    await bytesAreGone(third.sha256); // those of the first were looked after before
    await until(
      () => read(one.id),
      ({ shown }) => shown === null,
    );
    const { text, status } = await raw('GET', `/v1/documents/${two.id}/content`, { token: owner.token });
    expect([status, text]).toEqual([200, bytes.toString()]);
    await erase(two.id);
    await bytesAreGone(one.sha256);
    expect((await send(pdf(bytes))).sha256).toBe(one.sha256); // and may come again
    expect(await blobs().verify(one.sha256 ?? '')).toBe(true);
  });

  it('is a matter for officers, and for nobody who may not know of it', async () => {
    const { id } = await send(pdf());
    const body = { reason: REASON };
    const path = `/v1/documents/${id}/erasure`;
    const { reviewer, auditor, mill } = world.parties;
    for (const { api } of [owner, reviewer])
      expect(await refusal(api.post(path, body))).toEqual({ status: 403, code: 'role-not-allowed' });
    for (const { api } of [auditor, mill.requester])
      expect(await refusal(api.post(path, body))).toEqual({ status: 404, code: 'not-found' });
    expect(await refusal(erase(randomUUID()))).toEqual({ status: 404, code: 'not-found' });
    expect((await read(id)).status).toBe('available');
  });

  it('was examined before, or the examination would bring it back', async () => {
    const [{ id = '' } = {}] = await world.rows<{ id: string }>(
      `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status)
       values (gen_random_uuid(), $1, $2, $1, 'a.pdf', 'application/pdf', 9, 'quarantined') returning id`,
      [owner.organisationId, owner.personId],
    );
    expect(await refusal(erase(id))).toMatchObject({ status: 409, code: 'document-not-examined' });
  });

  it('is kept as long as the facts of its cases are, linked there still or not', async () => {
    const place = { qualificationId: story.id, target: 'section', item: 'profile' };
    const linked = await send(pdf(), place);
    const formerly = await send(pdf(), place);
    await owner.api.request('DELETE', `/v1/documents/${formerly.id}/links/${formerly.links[0]?.id}`);
    const uploaded = await send(pdf(), { qualificationId: story.id });
    const all = [linked, formerly, uploaded].map(({ id }) => id);
    const open = { status: 409, code: 'retained', items: ['case-open'] };
    for (const id of all) expect(await refusal(erase(id))).toEqual(open);
    await story.supplier.ask(story.id, { type: 'withdraw', reason: 'cost' });
    await ended(4);
    for (const id of all) expect(await refusal(erase(id))).toMatchObject({ status: 409, code: 'retained' });
    for (const id of all) expect((await read(id)).status).toBe('available');
    await ended(6);
    for (const id of all) await expect(erase(id)).resolves.toMatchObject({ aboutId: id });
    await bytesAreGone(linked.sha256);
    expect((await read(linked.id)).links).toEqual(linked.links);
  });
});
