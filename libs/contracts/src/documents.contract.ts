import { DOCUMENT_TARGETS } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { code, date, id, instant } from './primitives.js';

const target = z.enum(DOCUMENT_TARGETS);

export const DocumentLinkView = z
  .object({
    id,
    qualificationId: id,
    target,
    item: z.string(),
    linkedAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'DocumentLinkView' });
export type DocumentLinkView = z.infer<typeof DocumentLinkView>;

export const DocumentView = z
  .object({
    id,
    organisationId: id,
    qualificationId: id.nullable(),
    fileName: z.string(),
    declaredType: z.string(),
    size: z.number().int(),
    status: z.enum(['receiving', 'quarantined', 'available', 'refused', 'erased']),
    refusal: z.string().nullable(),
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'Of the original, in hex, when it was received whole.' }),
    shown: z
      .object({
        type: z.string(),
        size: z.number().int(),
        sha256: z.string(),
        width: z.number().int().nullable(),
        height: z.number().int().nullable(),
      })
      .nullable()
      .meta({
        description: 'What `/content` answers with, when the document was examined and is available.',
      }),
    captured: z.object({
      at: instant.nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      source: z.enum(['declared', 'photo']).nullable(),
    }),
    expiresOn: date.nullable(),
    replacesId: id.nullable(),
    replacedById: id.nullable(),
    edition: z.number().int(),
    uploadedBy: id,
    onBehalf: z.boolean(),
    createdAt: instant,
    receivedAt: instant.nullable(),
    links: z.array(DocumentLinkView),
    version: z.number().int(),
  })
  .meta({ id: 'DocumentView', description: 'A document that proves something, and what it is linked to.' });
export type DocumentView = z.infer<typeof DocumentView>;

export const DocumentPage = pageOfViews('DocumentPage', DocumentView);

/** `?target=section&item=profile` narrows the list to one place of the case, `?target=answer` to all places of a kind. */
export const DocumentQuery = PageQuery.extend({ target: target.optional(), item: code.optional() }).refine(
  (query) => query.target !== undefined || query.item === undefined,
  { path: ['item'], message: 'wants a target' },
);
export type DocumentQuery = z.infer<typeof DocumentQuery>;

export const ChangeDocument = z.strictObject({ expiresOn: date.nullable() }).meta({
  id: 'ChangeDocument',
  description: 'The last day on which it is good for anything; null for no end.',
});
export type ChangeDocument = z.infer<typeof ChangeDocument>;

export const LinkDocument = z
  .strictObject({ qualificationId: id, target, item: code })
  .meta({ id: 'LinkDocument', description: 'A place in a case that the document proves something for.' });
export type LinkDocument = z.infer<typeof LinkDocument>;
