import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { FileToSend } from './documents.js';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}
export interface Shot {
  /** What it shows; every one another picture. */
  readonly of: string;
  /** When it was taken, an instant. */
  readonly at: string;
  readonly place: Place;
}

/** Rational numbers, as cameras write degrees. */
const degrees = (value: number): string => `${Math.round(Math.abs(value) * 1e7)}/10000000 0/1 0/1`;
const CAMBODIA_MS = 7 * 3_600_000;
/** `2026:03:04 05:06:07`, as it is in Cambodia. */
const cameraTime = (instant: string): string =>
  new Date(Date.parse(instant) + CAMBODIA_MS)
    .toISOString()
    .slice(0, 19)
    .replaceAll('-', ':')
    .replace('T', ' ');

const notesOf = ({ at, place: { latitude, longitude } }: Shot) => ({
  IFD0: { Make: 'Selvedge', Model: 'Demo telephone' },
  IFD2: { DateTimeOriginal: cameraTime(at), OffsetTimeOriginal: '+07:00' },
  IFD3: {
    GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
    GPSLatitude: degrees(latitude),
    GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
    GPSLongitude: degrees(longitude),
  },
});

/** A photo of 2 megapixels with grain, as a telephone takes it: some 700 kB, with time and place. */
export async function photo(name: string, shot: Shot): Promise<FileToSend> {
  const shades = Array.from({ length: 2 }, (_, n) => createHash('sha256').update(`${shot.of}:${n}`).digest());
  const raw = { width: 5, height: 4, channels: 3 } as const;
  const [width, height] = [1600, 1200];
  const grain = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const noise = await sharp({ create: { width, height, channels: 3, background: '#808080', noise: grain } })
    .raw()
    .toBuffer();
  const bytes = await sharp(Buffer.concat(shades).subarray(0, 60), { raw })
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: noise, raw: { width, height, channels: 3 }, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .withExif(notesOf(shot))
    .toBuffer();
  return { name, type: 'image/jpeg', bytes };
}

/** A paper of one page, as an office prints it. */
export async function paper(name: string, title: string, lines: readonly string[]): Promise<FileToSend> {
  const page = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title } });
  const bytes = buffer(page);
  page.fontSize(20).text(title).moveDown();
  for (const line of lines) page.fontSize(12).text(line);
  page.end();
  return { name, type: 'application/pdf', bytes: await bytes };
}

/** The harmless text that every scanner takes for a virus; in two parts, so that none takes our source for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A list with what a scanner must find. */
export const infected = (): FileToSend => ({
  ...{ name: 'price-list.csv', type: 'text/csv' },
  bytes: Buffer.from(EICAR),
});

/** A drawing with a script that says it is a photo. */
export const disguised = (): FileToSend => ({
  ...{ name: 'loom.png', type: 'image/png' },
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
});
