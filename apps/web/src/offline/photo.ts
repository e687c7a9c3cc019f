import type { Photo } from './queue.js';

/** No longer side than this: a paper stays readable, and a slow line bears it. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
const JPEG = 'image/jpeg';
/** A picture that was taken so short ago was taken here. */
const JUST_NOW_MS = 5 * 60_000;
const PLACE_MS = 4_000;

/** A file that is no picture of a kind that this device can read, and none of the other kinds that are taken. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

/** The size of a picture when its longer side is no longer than it may be. */
export function fitted(
  width: number,
  height: number,
  longest = LONGEST_SIDE,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A name for the picture that a JPEG was made of. */
export const jpegName = (name: string): string => `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`;

const drawn = (bitmap: ImageBitmap): Promise<Blob> => {
  const { width, height } = fitted(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new UnreadablePicture();
  // What was transparent would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new UnreadablePicture())), JPEG, QUALITY),
  );
};

/** A picture made small, the way up it was taken; everything else as it is. @throws UnreadablePicture */
async function shrunk(file: File): Promise<{ readonly blob: Blob; readonly name: string }> {
  if (!file.type.startsWith('image/')) return { blob: file, name: file.name };
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnreadablePicture();
  });
  try {
    return { blob: await drawn(bitmap), name: jpegName(file.name) };
  } finally {
    bitmap.close();
  }
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where this device is, when it was allowed to say so before; nobody is asked because of a paper. */
async function placeNow(): Promise<GeolocationPosition | undefined> {
  const permission = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined);
  if (permission?.state !== 'granted') return undefined;
  return new Promise((done) =>
    navigator.geolocation.getCurrentPosition(done, () => done(undefined), {
      enableHighAccuracy: true,
      timeout: PLACE_MS,
      maximumAge: 60_000,
    }),
  );
}

/** When a picture was taken, and where if that is known: an older one from the album says its time only. */
async function captureOf(file: File): Promise<Record<string, string>> {
  if (!file.type.startsWith('image/')) return {};
  const capturedAt = new Date(Math.min(file.lastModified, Date.now())).toISOString();
  const place = Date.now() - file.lastModified < JUST_NOW_MS ? await placeNow() : undefined;
  if (!place) return { capturedAt };
  const { latitude, longitude } = place.coords;
  return { capturedAt, capturedLatitude: latitude.toFixed(6), capturedLongitude: longitude.toFixed(6) };
}

/**
 * Makes a file ready for the queue: small, with its digest, and with time and place of capture.
 * @param about what it proves: `target`, `item`, `qualificationId`, `replacesId` ... of an upload's metadata
 * @throws UnreadablePicture when this device cannot open it
 */
export async function photoOf(file: File, about: Readonly<Record<string, string>>): Promise<Photo> {
  const [{ blob, name }, capture] = await Promise.all([shrunk(file), captureOf(file)]);
  const bytes = await blob.arrayBuffer();
  return {
    fileName: name,
    fileType: blob.type || file.type,
    size: bytes.byteLength,
    sha256: hex(await crypto.subtle.digest('SHA-256', bytes)),
    metadata: { ...about, ...capture },
    bytes,
  };
}
