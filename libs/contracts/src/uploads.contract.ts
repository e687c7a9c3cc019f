import { cleanFileName, DOCUMENT_TARGETS } from '#domain';
import { z } from 'zod';
import { code, date, id, instant } from './primitives.js';

const fileName = z
  .string()
  .max(4000)
  .transform((name) => cleanFileName(name) ?? '')
  .pipe(z.string().min(1, 'must have a character that can be seen'));
const degrees = (most: number) => z.coerce.number<string>().min(-most).max(most);
const together = (...values: readonly unknown[]): boolean =>
  values.every((value) => value === undefined) || values.every((value) => value !== undefined);

/**
 * `Upload-Metadata` of a new upload. `filename` and `filetype` as clients of tus name them. With `target` and `item` the
 * document is linked at once, in the case `qualificationId`. Under a `documentId` of its sender's own it is announced as
 * often as it takes and stays one document: as long as nothing of it was received whole, the upload begins again.
 */
export const UploadMetadata = z
  .strictObject({
    filename: fileName,
    filetype: z.string().min(1).max(200),
    documentId: id.optional(),
    qualificationId: id.optional(),
    target: z.enum(DOCUMENT_TARGETS).optional(),
    item: code.optional(),
    replacesId: id.optional(),
    capturedAt: instant.optional(),
    capturedLatitude: degrees(90).optional(),
    capturedLongitude: degrees(180).optional(),
    expiresOn: date.optional(),
  })
  .refine(({ target, item }) => together(target, item), {
    path: ['item'],
    message: 'target and item belong together',
  })
  .refine(({ target, qualificationId }) => target === undefined || qualificationId !== undefined, {
    path: ['qualificationId'],
    message: 'a target is a place in a case',
  })
  .refine((place) => together(place.capturedLatitude, place.capturedLongitude), {
    path: ['capturedLongitude'],
    message: 'latitude and longitude belong together',
  });
export type UploadMetadata = z.infer<typeof UploadMetadata>;
