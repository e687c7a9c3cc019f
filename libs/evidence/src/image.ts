import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { readCapture } from './capture.js';
import { isLocalFault, RefusedFile, type Examined } from './examination.js';
import type { ImageKind } from './file-kinds.js';
import { fingerprintOf } from './fingerprint.js';
import { servedFile } from './served-file.js';

/** What a telephone takes, with room above; a "pixel flood" of a few kilobytes has hundreds of millions. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 4_096;
const TIMEOUT_SECONDS = 20;

// libvips reads some thirty formats, some by way of large libraries. Three are for us.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.concurrency(1);
sharp.cache(false);

const opened = (file: string): Sharp =>
  sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });

const ENCODED: Readonly<Record<ImageKind, (image: Sharp) => Sharp>> = {
  jpeg: (image) => image.jpeg({ quality: 85 }),
  png: (image) => image.png(),
  webp: (image) => image.webp({ quality: 85 }),
};

const refusalOf = (error: unknown): RefusedFile =>
  new RefusedFile(/pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'cannot-be-read');

/**
 * Draws an image anew: only its pixels survive. Whatever else the bytes hold, such as a script behind the picture or the
 * notes of the camera, is not in the new file. When and where the photo was taken is handed out instead.
 * @throws RefusedFile, or what the system says when it is not the file's fault
 */
export async function examineImage(file: string, kind: ImageKind, into: string): Promise<Examined> {
  const target = join(into, 'served');
  try {
    const { format, width, height, exif } = await opened(file).metadata();
    if (format !== kind) throw new RefusedFile('type-not-allowed');
    if (width * height > MAX_PIXELS) throw new RefusedFile('too-many-pixels');
    const upright = opened(file)
      .timeout({ seconds: TIMEOUT_SECONDS })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true });
    const size = await ENCODED[kind](upright).toFile(target);
    const served = await servedFile(target, kind, { width: size.width, height: size.height });
    const fingerprint = await fingerprintOf(target);
    return {
      ...{ outcome: 'examined', kind, served, capture: readCapture(exif) },
      ...(fingerprint && { fingerprint }),
    };
  } catch (error) {
    throw error instanceof RefusedFile || isLocalFault(error) ? error : refusalOf(error);
  }
}
