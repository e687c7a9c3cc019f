import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';
import { sendDocument, type FileToSend } from '../../apps/dev/src/play/documents.js';
import { attackFiles, infectedFiles, polyglot } from '../support/attack-files.js';
import { csv, jpeg, pdf, png, webp, xlsx } from '../support/good-files.js';
import { Story } from '../support/story.js';
import { testStack, World } from '../support/world.js';

const KHMER = 'ខ្ញុំ'.repeat(60);

/** The last file waits for those before it, on whatever machine. */
describe('files that are not what they seem', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  const token = (): string => story.applicant.member.token;
  const send = (file: FileToSend): Promise<string> =>
    sendDocument({ baseUrl: testStack().apiUrl, token: token() }, file, { qualificationId: story.id });
  const settled = (id: string): Promise<DocumentView> =>
    until(
      () => story.supplier.get<DocumentView>(`/v1/documents/${id}`),
      ({ status }) => status !== 'quarantined',
      240_000,
    );
  const content = (id: string): Promise<Response> =>
    fetch(`${testStack().apiUrl}/v1/documents/${id}/content`, {
      headers: { authorization: `Bearer ${token()}` },
    });

  it('are refused, each with its code, and shown to nobody', async () => {
    const attacks = [...(await attackFiles()), ...infectedFiles()].filter(({ bytes }) => bytes.length > 0);
    const sent: [title: string, id: string][] = [];
    for (const { title, fileName: name, declaredType: type, bytes } of attacks)
      sent.push([title, await send({ name, type, bytes })]);
    const answers = sent.map(async ([title, id]) => {
      const { refusal, shown } = await settled(id);
      const { status } = await content(id);
      return [title, { code: refusal, shown, status }];
    });
    const expected = attacks.map(({ title, code }) => [title, { code, shown: null, status: 410 }]);
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(Object.fromEntries(expected));
    expect(attacks.length).toBeGreaterThan(45);
  });

  it('die when a picture is drawn anew: a polyglot', async () => {
    const { id, status } = await settled(
      await send({ name: 'p.png', type: 'image/png', bytes: await polyglot() }),
    );
    expect(status).toBe('available');
    const shown = Buffer.from(await (await content(id)).arrayBuffer());
    expect(shown.length).toBeGreaterThan(100);
    expect(['<script>', '%PDF-'].filter((mark) => shown.includes(mark))).toEqual([]);
  });

  it.each([
    ['image/jpeg', 'photo.jpg', () => jpeg(101)],
    ['image/png', `${KHMER}.png`, () => png(102)],
    ['image/webp', '../../etc/photo.webp', () => webp(103)],
    ['application/pdf', 'lease (2).pdf', () => pdf('% one')],
    ['text/csv', 'stock.csv', () => csv(104)],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'stock.xlsx',
      () => xlsx([{ name: 'xl/one.xml', content: '<a/>' }]),
    ],
  ])('are told from honest ones: %s', async (type, name, make) => {
    const bytes = await make();
    const { id, status, shown } = await settled(await send({ name, type, bytes }));
    expect(status).toBe('available');
    expect(shown).toMatchObject({ type });
    const answer = await content(id);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keep when and where a photo was taken, and show neither', async () => {
    const place = { latitude: 11.5564, longitude: 104.9282 };
    const bytes = await jpeg(105, { takenAt: '2026:03:04 05:06:07', place });
    const { id, captured } = await settled(await send({ name: 'photo.jpg', type: 'image/jpeg', bytes }));
    expect(captured).toEqual({ at: '2026-03-03T22:06:07.000Z', ...place, source: 'photo' });
    const shown = Buffer.from(await (await content(id)).arrayBuffer());
    expect(['Exif', 'SECRET-ARTIST'].filter((mark) => shown.includes(mark))).toEqual([]);
    expect(['Exif', 'SECRET-ARTIST'].filter((mark) => bytes.includes(mark))).toHaveLength(2);
  });
});
