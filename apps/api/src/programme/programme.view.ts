import { stringify } from 'csv-stringify/sync';
import type { FigureCaseView, FigureDefinitionList, FigureView, PublicFiguresView } from '#contracts';
import {
  FIGURE_DIMENSIONS,
  FIGURE_IDS,
  figureOf,
  figureRows,
  PLACES,
  PUBLIC_FIGURE_IDS,
  SMALLEST_GROUP,
  type CaseStateName,
  type CountedRow,
  type FigureDimension,
  type FigureId,
  type PublicFigure,
} from '#domain';
import type { FigureCaseRow } from '#persistence';
import { figureText, type Language } from '#wording';

/** What every figure says, in words and codes. */
export const definitionsView = (language: Language): FigureDefinitionList => ({
  items: FIGURE_IDS.map((figure) => {
    const { keys, measures, sources, estimate } = figureOf(figure);
    return {
      ...{ figure, ...figureText(language, figure), keys, sources: [...sources], estimate },
      measures: measures.map(({ id, unit, counts }) => ({ id, unit, listed: counts === true })),
      dimensions: [...FIGURE_DIMENSIONS],
      public: PUBLIC_FIGURE_IDS.includes(figure),
    };
  }),
});

export const figureView = (
  figure: FigureId,
  counted: readonly CountedRow[],
  { by, now }: { readonly by?: FigureDimension | undefined; readonly now: string },
): FigureView => ({
  ...{ figure, asOf: now, by: by ?? null },
  rows: figureRows(figure, counted).map(({ by: group, ...row }) => ({
    ...{ group: by === undefined ? null : group, ...row },
    values: { ...row.values },
  })),
});

export const figureCaseView = ({
  id,
  at,
  submittedAt,
  qualifiedAt,
  ...row
}: FigureCaseRow): FigureCaseView => ({
  ...{ qualificationId: id, ...row, ...PLACES[at as CaseStateName] },
  submittedAt: submittedAt.toISOString(),
  qualifiedAt: qualifiedAt?.toISOString() ?? null,
});

export const publicFiguresView = (figures: readonly PublicFigure[], asOf: string): PublicFiguresView => ({
  ...{ asOf, smallestGroup: SMALLEST_GROUP },
  figures: figures.map(({ figure, rows }) => ({
    figure,
    rows: rows.map(({ key, values }) => ({ key, values: { ...values } })),
  })),
});

/** Texts that a spreadsheet would take for formulas begin with an apostrophe. */
const FORM = { escape_formulas: true, record_delimiter: 'windows' } as const;
type Cell = string | number | boolean | null;
const csv = (rows: readonly (readonly Cell[])[], first = true): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
    { ...FORM, bom: first },
  );

/** A figure as a table: one line for each row, one column for each measure. */
export function figureCsv({ figure, by, rows }: FigureView): string {
  const measures = figureOf(figure).measures.map(({ id }) => id);
  const split = by === null ? [] : [by];
  const line = ({ group, key, values }: FigureView['rows'][number]): Cell[] => [
    ...(by === null ? [] : [group]),
    key,
    ...measures.map((measure) => values[measure] ?? null),
  ];
  return csv([[...split, figureOf(figure).keys, ...measures], ...rows.map(line)]);
}

const CASE_COLUMNS = [
  ...(['caseNumber', 'supplierName', 'category', 'province', 'size', 'womenOwned'] as const),
  ...(['stage', 'substate', 'submittedAt', 'qualifiedAt', 'value', 'qualificationId'] as const),
];
/** Pages of cases as one table, a piece for each page. */
export async function* casesCsv(pages: AsyncIterable<readonly FigureCaseView[]>): AsyncGenerator<string> {
  yield csv([CASE_COLUMNS]);
  for await (const page of pages)
    yield csv(
      page.map((one) => CASE_COLUMNS.map((column) => one[column])),
      false,
    );
}
