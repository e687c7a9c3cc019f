import { SCHEME_FILE_VERSION, TEXT_LANGUAGES } from '#domain';
import { z } from 'zod';
import { ChecklistItemId } from './audit-answers.contract.js';
import { pageOfViews } from './page.contract.js';
import { code, id, instant, line, note } from './primitives.js';
import { SchemeContent } from './scheme-content.contract.js';

export const CreateScheme = z.strictObject({ code, name: line(200) }).meta({ id: 'CreateScheme' });
export type CreateScheme = z.infer<typeof CreateScheme>;

export const CreateSchemeVersion = z
  .strictObject({ version: line(50), content: SchemeContent.optional(), basedOn: id.optional() })
  .meta({
    id: 'CreateSchemeVersion',
    description: "With neither content nor a version to begin from, the draft is the programme's own scheme.",
  });
export type CreateSchemeVersion = z.infer<typeof CreateSchemeVersion>;

export const ChangeSchemeVersion = z
  .strictObject({ content: SchemeContent })
  .meta({ id: 'ChangeSchemeVersion' });
export type ChangeSchemeVersion = z.infer<typeof ChangeSchemeVersion>;

export const ReturnSchemeVersion = z.strictObject({ note }).meta({ id: 'ReturnSchemeVersion' });
export type ReturnSchemeVersion = z.infer<typeof ReturnSchemeVersion>;

/** A scheme as one file, for another installation or to keep: content in an order that is always the same. */
export const SchemeFile = z
  .strictObject({
    $schema: z.literal(SCHEME_FILE_VERSION),
    scheme: z.strictObject({ code, name: line(200) }),
    version: line(50),
    content: SchemeContent,
  })
  .meta({ id: 'SchemeFile' });
export type SchemeFile = z.infer<typeof SchemeFile>;

export const JsonSchemaView = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema' });

export const SchemeView = z
  .object({ id, code: z.string(), name: z.string(), createdAt: instant })
  .meta({ id: 'SchemeView' });
export type SchemeView = z.infer<typeof SchemeView>;
export const SchemePage = pageOfViews('SchemePage', SchemeView);

const versionFields = {
  ...{ id, schemeId: id, version: z.string() },
  status: z.enum(['draft', 'in-review', 'published', 'retired']),
  revision: z.number().int(),
  createdAt: instant,
  publishedAt: instant.nullable(),
  retiredAt: instant.nullable(),
  createdBy: id.nullable(),
  submittedBy: id.nullable(),
  publishedBy: id.nullable(),
  reviewNote: z.string().nullable(),
};
export const SchemeVersionSummary = z.object(versionFields).meta({ id: 'SchemeVersionSummary' });
export type SchemeVersionSummary = z.infer<typeof SchemeVersionSummary>;
export const SchemeVersionPage = pageOfViews('SchemeVersionPage', SchemeVersionSummary);
export const SchemeVersionView = z
  .object({ ...versionFields, content: z.record(z.string(), z.unknown()) })
  .meta({ id: 'SchemeVersionView' });
export type SchemeVersionView = z.infer<typeof SchemeVersionView>;

const itemChanges = {
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })),
};
export const SchemeChangesQuery = z.strictObject({ against: id });
export type SchemeChangesQuery = z.infer<typeof SchemeChangesQuery>;
export const SchemeChangesView = z
  .object({ from: id, to: id, ...itemChanges, other: z.array(z.string()) })
  .meta({ id: 'SchemeChanges' });

export const SchemeMigrationQuery = z.strictObject({ schemeVersionId: id });
export type SchemeMigrationQuery = z.infer<typeof SchemeMigrationQuery>;
export const SchemeMigrationView = z
  .object({
    ...{ from: id, to: id, ...itemChanges },
    deadlines: z.array(z.object({ deadline: z.string(), dueAt: instant, newDueAt: instant })),
    checks: z.array(z.string()),
    answersKept: z.array(z.string()),
    refusal: z.object({ code: z.string(), items: z.array(z.string()).optional() }).nullable(),
  })
  .meta({
    id: 'SchemeMigration',
    description:
      'What would change; answers to items that leave the checklist are kept, and no longer asked for.',
  });

export const TextLanguageName = z.enum(TEXT_LANGUAGES);
export const TextItem = ChecklistItemId;
