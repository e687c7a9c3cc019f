import { OFFICE } from './case-writes.js';
import { statement, type Database, type Row, type SqlActor } from './database.js';

export interface VisitRow {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly category: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly province: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly auditorId: string | null;
  readonly auditorName: string | null;
  readonly firmId: string | null;
  readonly firmName: string | null;
  readonly phase: string;
  readonly on: string;
  readonly week: string;
  readonly proposedDates: readonly string[];
}
export interface VisitFilter {
  readonly province?: string | undefined;
  readonly category?: string | undefined;
  readonly firmId?: string | undefined;
  readonly auditorId?: string | undefined;
}
export interface VisitPosition {
  readonly on: string;
  readonly qualificationId: string;
}

const FILTERS = [
  ['province', 's.province'],
  ['category', 'q.category'],
  ['firmId', `q.state #>> '{audit,auditor,organisationId}'`],
  ['auditorId', `q.state #>> '{audit,auditor,personId}'`],
] as const;

/** From day $1 to day $2, after day $3 and case $4; $5 rows. */
const listOf = (given: readonly (typeof FILTERS)[number][]) =>
  statement(
    ['audit-visits', ...given.map(([name]) => name)].join('-'),
    `select q.id as "qualificationId", q.case_number as "caseNumber", q.category, o.id as "supplierId", o.name as "supplierName",
       s.id as "siteId", s.name as "siteName", s.province, s.latitude, s.longitude, p.id as "auditorId", p.name as "auditorName",
       f.id as "firmId", f.name as "firmName", q.state #>> '{audit,phase}' as phase, q.visit_on as "on",
       to_char(q.visit_on, 'IYYY-"W"IW') as week, q.state #> '{audit,proposedDates}' as "proposedDates"
       from qualification q join organisation o on o.id = q.supplier_id join site s on s.id = q.site_id
       left join person p on p.id = (q.state #>> '{audit,auditor,personId}')::uuid
       left join organisation f on f.id = (q.state #>> '{audit,auditor,organisationId}')::uuid
      where q.visit_on between $1::date and $2::date and (q.visit_on, q.id) > ($3::date, $4::uuid)
        ${given.map(([, column], i) => `and ${column} = $${i + 6}`).join(' ')}
      order by q.visit_on, q.id limit $5`,
  );

/** Planned and past visits of audits between two days, for the programme office. */
export function listVisits(
  db: Database,
  actor: SqlActor,
  { from, to }: { readonly from: string; readonly to: string },
  filter: VisitFilter,
  page: { readonly after?: VisitPosition | undefined; readonly limit: number },
): Promise<readonly VisitRow[]> {
  const given = FILTERS.filter(([name]) => filter[name] !== undefined);
  const { on, qualificationId } = page.after ?? { on: from, qualificationId: OFFICE };
  const values = [from, to, on, qualificationId, page.limit, ...given.map(([name]) => filter[name])];
  return db.run<VisitRow & Row>(actor, listOf(given), values);
}
