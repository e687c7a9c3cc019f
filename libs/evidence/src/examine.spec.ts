import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { attackFiles, polyglot } from '../../../test/support/attack-files.js';
import { csv, jpeg, pdf, picture, png, webp, xlsx } from '../../../test/support/good-files.js';
import { isLocalFault, type Examination, type Examined } from './examination.js';
import { examine } from './examine.js';
import { FILE_KIND_RULES, type FileKind } from './file-kinds.js';

let folder: string;
let count = 0;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'selvedge-examine-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function judge(bytes: Buffer, fileName: string, declaredType: string): Promise<Examination> {
  const into = await mkdtemp(join(folder, `${count++}-`));
  const file = join(into, 'original');
  await writeFile(file, bytes);
  return examine({ file, fileName, declaredType, into });
}
async function accepted(bytes: Buffer, kind: FileKind, fileName?: string): Promise<Examined> {
  const { extensions, contentType } = FILE_KIND_RULES[kind];
  const found = await judge(bytes, fileName ?? `file.${extensions[0]}`, contentType);
  if (found.outcome === 'refused') throw new Error(`refused: ${found.code}`);
  return found;
}
const served = ({ served: { file } }: Examined): Promise<Buffer> => readFile(file);

describe('a file of a kind that is allowed', () => {
  it.each([
    ['png', () => png()],
    ['webp', () => webp()],
    ['jpeg', () => jpeg()],
  ] as const)('is drawn anew: %s', async (kind, make) => {
    const found = await accepted(await make(), kind);
    expect(found).toMatchObject({ kind, served: { width: 320, height: 240 } });
    expect((await sharp(await served(found)).metadata()).format).toBe(kind);
  });

  it.each([
    ['pdf', pdf()],
    ['xlsx', xlsx()],
    ['csv', csv()],
  ] as const)('is kept as it is: %s', async (kind, bytes) => {
    const found = await accepted(bytes, kind);
    expect(found.served).toMatchObject({
      bytes: bytes.length,
      contentType: FILE_KIND_RULES[kind].contentType,
    });
    expect((await served(found)).equals(bytes)).toBe(true);
  });

  it('gives the same bytes every time', async () => {
    const photo = await jpeg(3, { takenAt: '2026:03:04 05:06:07' });
    const [once, again] = [await accepted(photo, 'jpeg'), await accepted(photo, 'jpeg')];
    expect(again.served.sha256).toBe(once.served.sha256);
  });

  it.each([
    'ខ្ញុំ'.repeat(20) + '.png',
    'ផ្ទាំង.png',
    'report v2.1 (final).PNG',
    '../../etc/photo.png',
    'C:\\photos\\a.b.png',
    'photo\0.png',
  ])('may be called %j', async (name) => {
    expect((await accepted(await png(), 'png', name)).outcome).toBe('examined');
  });

  it('is made smaller when no screen could show it', async () => {
    const found = await accepted(await picture(1, 5_000, 500).png().toBuffer(), 'png');
    expect(found.served).toMatchObject({ width: 4_096, height: 410 });
  });

  it('is turned the right way up', async () => {
    const lying = await picture(1).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect((await accepted(lying, 'jpeg')).served).toMatchObject({ width: 240, height: 320 });
  });
});

describe('a fault of the machine', () => {
  it.each(['png', 'xlsx'] as const)('is not one of the file: no space, or gone, for a %s', async (kind) => {
    const into = await mkdtemp(join(folder, 'full-'));
    const { contentType } = FILE_KIND_RULES[kind];
    const file = join(into, 'original');
    await writeFile(file, kind === 'png' ? await png() : xlsx());
    await symlink('/dev/full', join(into, 'served'));
    const ask = () => examine({ file, fileName: `file.${kind}`, declaredType: contentType, into });
    if (kind === 'png') await expect(ask()).rejects.toThrow(/space/i);
    await rm(file);
    await expect(ask()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is told from one of the file by code, system call or the words of the decoder', () => {
    const of = (message: string, more = {}) => isLocalFault(Object.assign(new Error(message), more));
    expect(of('EMFILE: too many open files', { code: 'EMFILE', syscall: 'open' })).toBe(true);
    expect(of('timeout: 20% complete')).toBe(true);
    expect(of('VipsJpeg: premature end of JPEG image')).toBe(false);
    expect(of('invalid stored block lengths', { code: 'Z_DATA_ERROR', errno: -3 })).toBe(false);
    expect(of('too large', { code: 'ERR_BUFFER_TOO_LARGE' })).toBe(false);
  });
});

describe('the notes of a camera', () => {
  const place = { latitude: 11.5564, longitude: 104.9282 };

  it('become fields and are not in what is shown', async () => {
    const photo = await jpeg(1, { takenAt: '2026:03:04 05:06:07', place });
    const found = await accepted(photo, 'jpeg');
    expect(found.capture).toEqual({ at: '2026-03-03T22:06:07.000Z', ...place });
    const { exif, xmp, icc } = await sharp(await served(found)).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    expect((await served(found)).includes('SECRET-ARTIST')).toBe(false);
    expect(photo.includes('SECRET-ARTIST')).toBe(true);
  });

  it('say in which zone the clock was', async () => {
    const photo = await jpeg(1, { takenAt: '2026:03:04 05:06:07', offset: '+09:00' });
    expect((await accepted(photo, 'jpeg')).capture.at).toBe('2026-03-03T20:06:07.000Z');
  });

  it.each([
    ['a time after all times', { takenAt: '9999:12:31 23:00:00', offset: '-05:00' }],
    ['a time before all cameras', { takenAt: '1980:01:01 00:00:00' }],
    ['no time', { takenAt: '0000:00:00 00:00:00' }],
    ['a place at 0, 0', { place: { latitude: 0, longitude: 0 } }],
    ['a place off the earth', { place: { latitude: 91, longitude: 10 } }],
  ])('count for nothing with %s', async (_title, notes) => {
    expect((await accepted(await jpeg(1, notes), 'jpeg')).capture).toEqual({});
  });
});

describe('the library that decodes', () => {
  it.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['gif', Buffer.from('R0lGODlhAQABAAAAACH5BAAAAAAALAAAAAABAAEAAAICTAEAOw==', 'base64')],
    ['pdf', pdf()],
  ])('opens none of the formats that are not allowed, even if it is asked: %s', async (_format, bytes) => {
    await expect(sharp(Buffer.from(bytes)).metadata()).rejects.toThrow(/unsupported/);
  });
});

describe('a polyglot', () => {
  it('dies when it is drawn anew', async () => {
    const bytes = await polyglot();
    expect(bytes.includes('<script>') && bytes.includes('%PDF-')).toBe(true);
    const shown = await served(await accepted(bytes, 'png'));
    expect(['<script>', '%PDF-', '<html'].filter((mark) => shown.includes(mark))).toEqual([]);
  });
});

describe('the fingerprint of an image', () => {
  const bits = (hex = ''): bigint => BigInt(`0x${hex}`);
  const distance = (a?: string, b?: string): number =>
    [...(bits(a) ^ bits(b)).toString(2)].filter((bit) => bit === '1').length;

  it('is nearly the same for the same picture, however it was saved', async () => {
    const original = await accepted(await picture(5).png().toBuffer(), 'png');
    const resaved = await accepted(await picture(5, 200, 150).jpeg({ quality: 60 }).toBuffer(), 'jpeg');
    expect(distance(original.fingerprint, resaved.fingerprint)).toBeLessThanOrEqual(4);
  });

  it('is another one for another picture, and none for a plain surface', async () => {
    const [one, two] = [await accepted(await png(5), 'png'), await accepted(await png(12), 'png')];
    expect(distance(one.fingerprint, two.fingerprint)).toBeGreaterThan(8);
    const plain = sharp({ create: { width: 50, height: 50, channels: 3, background: '#777' } });
    expect((await accepted(await plain.png().toBuffer(), 'png')).fingerprint).toBeUndefined();
  });
});

describe('a PDF', () => {
  it('out of a program for changing PDFs is told by a code', async () => {
    expect((await accepted(pdf('', 'iLovePDF v3 for Sok San'), 'pdf')).editor).toBe('ilovepdf');
    expect((await accepted(pdf(), 'pdf')).editor).toBeUndefined();
  });

  it('may hold any bytes in its streams', async () => {
    const noise = pdf('>> endobj 7 0 obj << /Length 12 >> stream\n /JS( /XFA  \nendstream endobj 8 0 obj <<');
    expect((await accepted(noise, 'pdf')).outcome).toBe('examined');
  });
});

describe('the attack set', () => {
  it('is refused, each file with its code', async () => {
    const attacks = await attackFiles();
    const codes: Record<string, string> = {};
    for (const { title, bytes, fileName, declaredType } of attacks) {
      const found = await judge(bytes, fileName, declaredType);
      codes[title] = found.outcome === 'refused' ? found.code : 'accepted';
    }
    expect(codes).toEqual(Object.fromEntries(attacks.map(({ title, code }) => [title, code])));
    expect(attacks.length).toBeGreaterThan(40);
  });
});
