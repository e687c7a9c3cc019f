import readExif from 'exif-reader';
import type { Capture } from './examination.js';

/** Cameras write local time, and older ones do not say of where: then it is Cambodia's. */
const CAMBODIA = '+07:00';
/** Before the first no camera wrote such notes; after the last none of ours will: such a clock was never set. */
const FIRST_YEAR = 1995;
const LAST_YEAR = 2100;

/** `exif-reader` reads a local time as if it were UTC. Undefined for a time that is none. */
function instant(local: unknown, offset: unknown): string | undefined {
  if (!(local instanceof Date) || Number.isNaN(local.getTime())) return undefined;
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : CAMBODIA;
  const time = new Date(`${local.toISOString().slice(0, 19)}${zone}`);
  const year = time.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? time.toISOString() : undefined;
}

/** Degrees, minutes and seconds with a hemisphere, as degrees. Undefined when they are no place on earth. */
function degrees(parts: unknown, hemisphere: unknown, limit: number): number | undefined {
  if (!Array.isArray(parts) || typeof hemisphere !== 'string') return undefined;
  const [whole = NaN, minutes = 0, seconds = 0] = parts as number[];
  const value = (whole + minutes / 60 + seconds / 3600) * (/^[SW]/i.test(hemisphere) ? -1 : 1);
  return Math.abs(value) <= limit ? Math.round(value * 1e7) / 1e7 : undefined;
}

/** When and where a photo says it was taken. Damaged notes of a camera are as none; 0, 0 is how a camera says "no place". */
export function readCapture(exif: Buffer | undefined): Capture {
  if (!exif) return {};
  try {
    const { Photo, GPSInfo } = readExif(exif);
    const at = instant(Photo?.DateTimeOriginal, Photo?.['OffsetTimeOriginal']);
    const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, 90);
    const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, 180);
    const located = latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0);
    return { ...(at && { at }), ...(located && { latitude, longitude }) };
  } catch {
    return {};
  }
}
