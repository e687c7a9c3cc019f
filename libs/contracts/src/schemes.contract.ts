import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { code, id, instant, line } from './primitives.js';
import { SchemeContent } from './scheme-content.contract.js';

export const CreateScheme = z.strictObject({ code, name: line(200) }).meta({ id: 'CreateScheme' });
export type CreateScheme = z.infer<typeof CreateScheme>;

/** Without content, the version holds the programme's own first scheme. */
export const PublishSchemeVersion = z
  .strictObject({ version: line(50), content: SchemeContent.optional() })
  .meta({ id: 'PublishSchemeVersion' });
export type PublishSchemeVersion = z.infer<typeof PublishSchemeVersion>;

export const SchemeView = z
  .object({ id, code: z.string(), name: z.string(), createdAt: instant })
  .meta({ id: 'SchemeView' });
export type SchemeView = z.infer<typeof SchemeView>;
export const SchemePage = pageOfViews('SchemePage', SchemeView);

const versionFields = { id, schemeId: id, version: z.string(), publishedAt: instant };
export const SchemeVersionSummary = z.object(versionFields).meta({ id: 'SchemeVersionSummary' });
export type SchemeVersionSummary = z.infer<typeof SchemeVersionSummary>;
export const SchemeVersionPage = pageOfViews('SchemeVersionPage', SchemeVersionSummary);
export const SchemeVersionView = z
  .object({ ...versionFields, content: z.record(z.string(), z.unknown()) })
  .meta({ id: 'SchemeVersionView' });
export type SchemeVersionView = z.infer<typeof SchemeVersionView>;
