import { FIGURE_DIMENSIONS, FIGURE_IDS, SIZE_CLASSES } from '#domain';
import { z } from 'zod';
import { PageQuery, pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

export const FigureName = z.enum(FIGURE_IDS as [(typeof FIGURE_IDS)[number], ...typeof FIGURE_IDS]);

const month = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'must be a month, for example 2026-10');
const cohort = {
  province: province.optional(),
  category: inputCategory.optional(),
  size: z.enum(SIZE_CLASSES).optional(),
  womenOwned: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  from: month
    .optional()
    .meta({ description: 'First month of the cohort: when applications were first handed in.' }),
  to: month.optional().meta({ description: 'Last month of the cohort, which belongs to it.' }),
  by: z.enum(FIGURE_DIMENSIONS).optional().meta({ description: 'Splits every row by this.' }),
};
const measureName = z.string().regex(/^[a-zA-Z0-9]{1,40}$/);
const number = {
  key: z.string().min(1).max(120).meta({ description: 'The row.' }),
  measure: measureName.meta({ description: 'A measure of the figure that counts something.' }),
  group: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'The group of the row, when the figure is split.' }),
};
const IN_ORDER = { path: ['to'], message: 'must not lie before `from`' };
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;

/** Which cases a figure is about, and what it is split by. */
export const FigureQuery = z.strictObject(cohort).refine(inOrder, IN_ORDER);
export type FigureQuery = z.infer<typeof FigureQuery>;
/** Which number of the figure the cases are listed of. */
export const FigureCasesExportQuery = z.strictObject({ ...cohort, ...number }).refine(inOrder, IN_ORDER);
export type FigureCasesExportQuery = z.infer<typeof FigureCasesExportQuery>;
export const FigureCasesQuery = z
  .strictObject({ ...cohort, ...number, ...PageQuery.shape })
  .refine(inOrder, IN_ORDER);
export type FigureCasesQuery = z.infer<typeof FigureCasesQuery>;

const measure = z.object({
  id: z.string(),
  unit: z.string(),
  listed: z.boolean().meta({ description: 'Whether the cases behind it can be listed.' }),
});
export const FigureDefinitionView = z
  .object({
    figure: FigureName,
    title: z.string(),
    definition: z.string().meta({ description: 'What it says in words, and what it does not.' }),
    keys: z.string().meta({ description: 'What its rows are: stages, roles, provinces and so on.' }),
    measures: z.array(measure),
    sources: z.array(z.string()),
    dimensions: z
      .array(z.enum(FIGURE_DIMENSIONS))
      .meta({ description: 'What it is narrowed down to and split by.' }),
    estimate: z.boolean(),
    public: z.boolean().meta({ description: 'Whether everybody may read it, with small groups hidden.' }),
  })
  .meta({ id: 'FigureDefinitionView' });
export const FigureDefinitionList = z
  .object({ items: z.array(FigureDefinitionView) })
  .meta({ id: 'FigureDefinitionList' });
export type FigureDefinitionList = z.infer<typeof FigureDefinitionList>;

const values = z.record(z.string(), z.number().nullable());
export const FigureView = z
  .object({
    figure: FigureName,
    asOf: instant,
    by: z.enum(FIGURE_DIMENSIONS).nullable(),
    rows: z.array(
      z.object({
        group: z.string().nullable(),
        key: z.string(),
        count: z.number().int().meta({ description: 'How many things stand behind the row.' }),
        values,
      }),
    ),
  })
  .meta({ id: 'FigureView', description: 'By measure; null where nothing can be said.' });
export type FigureView = z.infer<typeof FigureView>;

export const FigureCaseView = z
  .object({
    qualificationId: id,
    caseNumber: z.string(),
    supplierId: id,
    supplierName: z.string(),
    category: z.string(),
    province: z.string(),
    size: z.string().nullable(),
    womenOwned: z.boolean().nullable(),
    stage: z.string(),
    substate: z.string(),
    submittedAt: instant,
    qualifiedAt: instant.nullable(),
    value: z
      .number()
      .nullable()
      .meta({ description: 'What the case has to do with the number: its working days, say.' }),
  })
  .meta({ id: 'FigureCaseView' });
export type FigureCaseView = z.infer<typeof FigureCaseView>;
export const FigureCasePage = pageOfViews('FigureCasePage', FigureCaseView);

export const PublicFiguresView = z
  .object({
    asOf: instant,
    smallestGroup: z.number().int(),
    figures: z.array(
      z.object({
        figure: FigureName,
        rows: z.array(z.object({ key: z.string(), values })),
      }),
    ),
  })
  .meta({
    id: 'PublicFiguresView',
    description:
      'Of the whole programme. Null: a group of fewer than `smallestGroup`, or what would give one away; or no number at all.',
  });
export type PublicFiguresView = z.infer<typeof PublicFiguresView>;
