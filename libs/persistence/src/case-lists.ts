import { ACTING_ROLES, LOG_COLUMNS, THIS_HOUR, WHO_ACTS } from './access-log.js';
import { caseConditions, type CaseFilter, type CaseReaders } from './case-filters.js';
import { asToldTo, SITE, type CaseRow } from './case-reads.js';
import { statement, type Database, type SqlActor } from './database.js';
import { RELATION_OF_ACTOR, standing } from './parties.js';

const columns = `q.id, q.case_number as "caseNumber", q.state, o.name as "supplierName", s.name as "siteName",
  q.opened_at as "openedAt", q.updated_at as "updatedAt", consented_sections(q.id) as sections`;
const joins = `join organisation o on o.id = q.supplier_id ${SITE}`;

/** A page of cases; the supplier of each that is shown is told who looked. The last row only tells that there is more. */
const listed = (page: string): string => `with page as (${page}),
   told as (insert into access_log (${LOG_COLUMNS})
     select p.id, ${WHO_ACTS}, p.relations[1], ${ACTING_ROLES}, 'listQualifications', '', ${THIS_HOUR}
       from (select id, relations from page order by "caseNumber" desc limit $2 - 1) p where p.relations[1] <> 'supplier'
     on conflict do nothing)
   select * from page order by "caseNumber" desc`;

/** Cases before the number $1, so many $2; of a party, those that the organisation $3 has to do with. */
const PAGES: Readonly<Record<CaseReaders, (conditions: string) => string>> = {
  office: (conditions) =>
    `select ${columns}, array(${RELATION_OF_ACTOR}) as relations from qualification q ${joins}
      where q.case_number < $1${conditions} order by q.case_number desc limit $2`,
  party: (conditions) =>
    `select ${columns}, array_agg(p.relation) as relations
       from qualification_party p join qualification q on q.id = p.qualification_id ${joins}
      where p.organisation_id = $3 and p.case_number < $1 and ${standing('p')}${conditions}
      group by q.id, o.name, s.name, p.case_number order by p.case_number desc limit $2`,
};
/** Sorts after every case number. */
export const AFTER_ALL_CASES = 'T';

/** A page of the cases that an organisation may see, newest first; `before` is the last case number of the page before. */
export async function listCases(
  db: Database,
  actor: SqlActor & { readonly office: boolean },
  filter: CaseFilter,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly CaseRow[]> {
  const readers = actor.office ? 'office' : 'party';
  const fixed = [page.before ?? AFTER_ALL_CASES, page.limit, ...(actor.office ? [] : [actor.organisationId])];
  const { name, sql, values } = caseConditions(filter, readers, fixed.length + 1);
  const list = statement(`case-list-${readers}${name}`, listed(PAGES[readers](sql)));
  const rows = await db.run<CaseRow & Record<string, unknown>>(actor, list, [...fixed, ...values]);
  return rows.map((row) => asToldTo(row, actor));
}
