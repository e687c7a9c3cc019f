import sharp from 'sharp';

const COLUMNS = 8;
const ROWS = 8;
/** A step between neighbours that does not come from compression. */
const STEP = 2;
/** With fewer steps the image is a surface or a drawing of few fields: many look like that, and sharing it means nothing. */
const LEAST_STEPS = 24;

/**
 * The difference hash of an image (dHash): it is drawn 9 x 8 in grey, and each bit says whether a point is brighter than
 * its right neighbour. Survives scaling and re-encoding. Undefined for an image with next to nothing on it.
 */
export async function fingerprintOf(file: string): Promise<string | undefined> {
  const grey = await sharp(file)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(COLUMNS + 1, ROWS, { fit: 'fill' })
    .raw()
    .toBuffer();
  const steps = Array.from({ length: COLUMNS * ROWS }, (_, n) => {
    const at = Math.floor(n / COLUMNS) * (COLUMNS + 1) + (n % COLUMNS);
    return grey[at]! - grey[at + 1]!;
  });
  if (steps.filter((step) => Math.abs(step) > STEP).length < LEAST_STEPS) return undefined;
  const bits = steps.map((step) => (step > STEP ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}
