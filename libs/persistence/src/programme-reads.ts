import type { CountedRow, FigureDimension, FigureId } from '#domain';
import { statement, type Database, type SqlActor, type Statement } from './database.js';
import {
  APPROVALS,
  COHORT,
  CORRECTIVE_ACTIONS,
  FAILURE_REASONS,
  FUNNEL,
  INCLUSION,
  JOBS,
  PROVINCE_MAP,
  QUALIFIED_BASE,
  SERVICE_LEVELS,
  TIME,
  type Counting,
} from './programme-counts.js';
import { LOCAL_VALUE } from './programme-value.js';

const COUNTINGS: Readonly<Record<FigureId, Counting>> = {
  funnel: FUNNEL,
  'time-to-qualification': TIME,
  'service-levels': SERVICE_LEVELS,
  'failure-reasons': FAILURE_REASONS,
  'corrective-actions': CORRECTIVE_ACTIONS,
  'qualified-base': QUALIFIED_BASE,
  'province-map': PROVINCE_MAP,
  approvals: APPROVALS,
  inclusion: INCLUSION,
  'local-value': LOCAL_VALUE,
  jobs: JOBS,
};

/** Which cases a figure is about; what is not given narrows nothing down. */
export interface CohortFilter {
  readonly province?: string | undefined;
  readonly category?: string | undefined;
  readonly size?: string | undefined;
  readonly womenOwned?: boolean | undefined;
  /** First handed in from this instant on, and before that one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
const filterValues = ({ province, category, size, womenOwned, from, until }: CohortFilter): unknown[] =>
  [province, category, size, womenOwned, from, until].map((value) => value ?? null);

const COLUMN_OF: Readonly<Record<FigureDimension, string>> = {
  province: 'c.province',
  category: 'c.category',
  size: 'c.size',
  'women-owned': 'c.women_owned::text',
  cohort: `to_char(c.submitted_at at time zone 'Asia/Phnom_Penh', 'YYYY-MM')`,
};
const BY = `case $7::text ${Object.entries(COLUMN_OF)
  .map(([name, column]) => `when '${name}' then coalesce(${column}, 'unknown')`)
  .join(' ')} else '' end`;

const opening = ({ with: first }: Counting): string => (first === undefined ? '' : `with ${first} `);
/** All figures are asked with the same parameters, also those that do not look at the clock. */
const counted = ({ from, where = 'true' }: Counting): string =>
  `from ${from} where ${COHORT} and ${where} and $8::timestamptz is not null`;

function figureStatement(id: FigureId): Statement {
  const counting = COUNTINGS[id];
  const columns = [
    ...Object.entries(counting.counts).map(
      ([name, holds]) => `(count(*) filter (where ${holds}))::integer as "${name}"`,
    ),
    ...Object.entries(counting.sums ?? {}).map(([name, sum]) => `${sum} as "${name}"`),
  ];
  return statement(
    `programme-${id}`,
    `${opening(counting)}select ${BY} as by, ${counting.key} as key, ${columns.join(', ')}
       ${counted(counting)} group by 1, 2`,
  );
}

/** $9 key, $10 group or null, $11 measure, $12 after this case, $13 rows: newest case first. */
function casesStatement(id: FigureId): Statement {
  const { listing, ...figure } = COUNTINGS[id];
  const counting: Counting = { ...figure, ...listing };
  const behind = Object.entries(counting.counts).map(([name, holds]) => `when '${name}' then ${holds}`);
  return statement(
    `programme-${id}-cases`,
    `${counting.with === undefined ? 'with' : `with ${counting.with},`} page as (
       select c.qualification_id, c.case_number ${counted(counting)}
         and ${counting.key} = $9 and ($10::text is null or ${BY} = $10) and case $11::text ${behind.join(' ')} else false end
         and ($12::text is null or c.case_number < $12)
        group by 1, 2 order by c.case_number desc limit $13)
     select p.qualification_id as id, p.case_number as "caseNumber", p.supplier_id as "supplierId", o.name as "supplierName",
         p.category, p.province, p.size, p.women_owned as "womenOwned", p.at, p.submitted_at as "submittedAt",
         p.qualified_at as "qualifiedAt", ${listing?.value ?? 'null::integer'} as value
       from page join programme_case p using (qualification_id) join organisation o on o.id = p.supplier_id
      order by p.case_number desc`,
  );
}

const each = <T>(make: (id: FigureId) => T): Readonly<Record<FigureId, T>> =>
  Object.fromEntries((Object.keys(COUNTINGS) as FigureId[]).map((id) => [id, make(id)])) as Record<
    FigureId,
    T
  >;
export const FIGURE_STATEMENTS = each(figureStatement);
export const CASES_STATEMENTS = each(casesStatement);

export interface FigureQuestion {
  readonly figure: FigureId;
  readonly filter: CohortFilter;
  readonly by?: FigureDimension | undefined;
  /** An instant: what is overdue, and what ends soon, goes by it. */
  readonly now: string;
}
const asked = ({ filter, by, now }: FigureQuestion): unknown[] => [...filterValues(filter), by ?? null, now];

/** What a figure counts, for the office: whoever else asks sees no case. */
export async function countFigure(
  db: Database,
  actor: SqlActor,
  question: FigureQuestion,
): Promise<readonly CountedRow[]> {
  type Found = Record<string, number | null> & { by: string; key: string };
  const rows = await db.run<Found>(actor, FIGURE_STATEMENTS[question.figure], asked(question));
  return rows.map(({ by, key, ...numbers }) => ({ by, key, numbers }));
}

export interface FigureCaseRow {
  readonly id: string;
  readonly caseNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly category: string;
  readonly province: string;
  readonly size: string | null;
  readonly womenOwned: boolean | null;
  readonly at: string;
  readonly submittedAt: Date;
  readonly qualifiedAt: Date | null;
  readonly value: number | null;
}
export interface CasesQuestion extends FigureQuestion {
  readonly key: string;
  readonly measure: string;
  /** Of the dimension that the figure is split by. */
  readonly group?: string | undefined;
}

/** The cases behind one number of a figure, each once, newest first. */
export const listFigureCases = (
  db: Database,
  actor: SqlActor,
  question: CasesQuestion,
  page: { readonly before?: string | undefined; readonly limit: number },
) =>
  db.run<FigureCaseRow & Record<string, unknown>>(actor, CASES_STATEMENTS[question.figure], [
    ...asked(question),
    ...[question.key, question.group ?? null, question.measure, page.before ?? null, page.limit],
  ]) as Promise<readonly FigureCaseRow[]>;

const PUBLIC = statement('programme-public', 'select cell, n::integer from public_programme()');
/** How many cases of the whole programme are of which kind: numbers that are still to be made safe to tell. */
export const countForEverybody = async (db: Database): Promise<Readonly<Record<string, number>>> => {
  const rows = await db.run<{ cell: string; n: number | null }>('nobody', PUBLIC, []);
  return Object.fromEntries(rows.flatMap(({ cell, n }) => (n === null ? [] : [[cell, n]])));
};
