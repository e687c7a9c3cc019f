import {
  asTold,
  closedSeals,
  type CaseRelation,
  type CaseState,
  type ConsentSection,
  type Facts,
  type Seal,
  type WorkCalendar,
} from '#domain';
import { ACTING_ROLES, LOG_COLUMNS, logged, THIS_HOUR, WHO_ACTS, type Access } from './access-log.js';
import { papersFrom } from './case-facts.js';
import { foundCases, searched } from './case-search.js';
import { statement, type Database, type SqlActor, type Transaction } from './database.js';
import { RELATION_OF_ACTOR, standing } from './parties.js';
import { Schemes } from './schemes.js';
import type { CommandView } from './command-store.js';

export interface CaseRow {
  readonly id: string;
  readonly caseNumber: string;
  /** As it may be told to the asker's organisation; the whole of it to the office. */
  readonly state: CaseState;
  readonly supplierName: string;
  /** Null for a buyer to whom the supplier did not open the site. */
  readonly siteName: string | null;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  /** Empty: the asker's organisation has nothing to do with it, and may not know that it exists. */
  readonly relations: readonly CaseRelation[];
  /** What the supplier opened to the asker, when that is a buyer. */
  readonly sections: readonly ConsentSection[];
  /** What of the journal is not told to the supplier in the whole state. */
  readonly closedSeals: readonly Seal[];
}
export interface CaseDetail extends CaseRow {
  /** Of whoever asks. */
  readonly language: 'km' | 'en' | 'zh' | null;
  readonly facts: Facts;
}
/** A case, and what is known of the command that somebody is about to give. */
export interface CaseForCommand extends CaseRow {
  readonly command: (Pick<CommandView, 'status' | 'result'> & { readonly digest: string }) | null;
}

/** A case as the asker may be told it: no row leaves its reader otherwise. */
export const asToldTo = <R extends CaseRow>(row: R, { organisationId }: SqlActor): R => ({
  ...row,
  state: asTold(row.state, row.relations, organisationId),
  closedSeals: closedSeals(row.state),
});

/** What the asker has to do with case q, and what it may read there by consent. */
const RELATIONS = `array(${RELATION_OF_ACTOR}) as relations, consented_sections(q.id) as sections`;
const SITE = `left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)`;

/** Long tables that no decision looks into stay where they are. */
const DETAIL = statement(
  'case-detail',
  `select q.id, q.case_number as "caseNumber", q.state, o.name as "supplierName", s.name as "siteName",
     q.opened_at as "openedAt", q.updated_at as "updatedAt", ${RELATIONS},
     (select jsonb_object_agg(year, dates) from holiday_calendar) as holidays,
     (select language from person where id = (select acting_person())) as language,
     coalesce((select jsonb_agg(jsonb_build_object('paper', f.paper, 'item', f.item, 'text', f.content::text))
        from fact f join working_paper w on w.qualification_id = f.qualification_id and w.paper = f.paper
       where f.qualification_id = q.id and (w.open or w.paper in ('audit', 'compliance') or w.paper like 'approval-scope:%')
         and f.item <> all ('{chemicals,cost-sheets,payroll,payroll-sample}')), '[]') as facts
   from qualification q join organisation o on o.id = q.supplier_id ${SITE}
  where q.id = $1`,
);
interface DetailRow extends CaseRow {
  language: CaseDetail['language'];
  holidays: WorkCalendar['holidays'] | null;
  facts: { paper: string; item: string; text: string }[];
}

/** Reads whole cases: the row, who has to do with it, and what its next decisions would rely on. */
export class CaseReader {
  private readonly schemes = new Schemes();

  constructor(private readonly db: Database) {}

  /**
   * One case with what the asker has to do with it; the caller judges that. One query; a scheme version is read once.
   * @param access what to tell the supplier, when the asker is of another organisation
   */
  async read(actor: SqlActor, id: string, access?: Access): Promise<CaseDetail | undefined> {
    const run: Transaction['run'] = (sql, values) => this.db.run(actor, sql, values);
    const [row] = await this.db.run<DetailRow & Record<string, unknown>>(
      actor,
      DETAIL,
      [id],
      access && logged(id, access),
    );
    if (!row) return undefined;
    const { holidays, facts, ...found } = asToldTo(row, actor);
    const scheme = await this.schemes.content(run, found.state.schemeVersionId);
    return { ...found, facts: { scheme, calendar: { holidays: holidays ?? {} }, papers: papersFrom(facts) } };
  }
}

const FOR_COMMAND = statement(
  'case-for-command',
  `select q.id, q.case_number as "caseNumber", q.state, o.name as "supplierName", s.name as "siteName",
     q.opened_at as "openedAt", q.updated_at as "updatedAt", ${RELATIONS},
     (select jsonb_build_object('status', c.status, 'result', c.result, 'digest', encode(c.request_digest, 'hex'))
        from command c where c.id = $2) as command
   from qualification q join organisation o on o.id = q.supplier_id ${SITE}
  where q.id = $1`,
);

/** A case without the facts beside it: enough to judge whether a command can be asked at all, and by whom. */
export async function readForCommand(
  db: Database,
  actor: SqlActor,
  id: string,
  {
    commandId = null,
    access,
  }: { readonly commandId?: string | null; readonly access?: Access | undefined } = {},
): Promise<CaseForCommand | undefined> {
  const [row] = await db.run<CaseForCommand & Record<string, unknown>>(
    actor,
    FOR_COMMAND,
    [id, commandId],
    access && logged(id, access),
  );
  return row && asToldTo(row, actor);
}

export interface CaseFilter {
  readonly stage?: string;
  readonly substate?: string;
  readonly category?: string;
  readonly supplierId?: string;
  /** The beginning of its number, or of its supplier's name. */
  readonly q?: string;
}
const columns = `q.id, q.case_number as "caseNumber", q.state, o.name as "supplierName", s.name as "siteName",
  q.opened_at as "openedAt", q.updated_at as "updatedAt", consented_sections(q.id) as sections`;
const joins = `join organisation o on o.id = q.supplier_id ${SITE}`;
/** A filter that is not given leaves the plan as if it were not written. */
const filters = (from: number): string =>
  ['stage::text', 'substate::text', 'category::text', 'supplier_id::uuid']
    .map((filter, i) => [...filter.split('::'), `$${from + i}`])
    .map(([column, type, value]) => `and (${value}::${type} is null or q.${column} = ${value}::${type})`)
    .join(' ');

/** A page of cases; the supplier of each that is shown is told who looked. The last row only tells that there is more. */
const listed = (page: string): string => `with page as (${page}),
   told as (insert into access_log (${LOG_COLUMNS})
     select p.id, ${WHO_ACTS}, p.relations[1], ${ACTING_ROLES}, 'listQualifications', '', ${THIS_HOUR}
       from (select id, relations from page order by "caseNumber" desc limit $2 - 1) p where p.relations[1] <> 'supplier'
     on conflict do nothing)
   select * from page order by "caseNumber" desc`;

/** @param only nothing, or what leaves only cases that were searched for */
const ofOffice = (only = ''): string =>
  listed(
    `select ${columns}, array(${RELATION_OF_ACTOR}) as relations from qualification q ${joins}
      where q.case_number < $1 ${filters(3)}${only} order by q.case_number desc limit $2`,
  );
const ofParty = (only = ''): string =>
  listed(
    `select ${columns}, array_agg(p.relation) as relations
       from qualification_party p join qualification q on q.id = p.qualification_id ${joins}
      where p.organisation_id = $7 and p.case_number < $1 ${filters(3)} and ${standing('p')}${only}
      group by q.id, o.name, s.name, p.case_number order by p.case_number desc limit $2`,
  );
const onlyFound = (from: number): string => ` and q.id in ${foundCases(from)}`;
const LISTS = {
  office: statement('case-list-office', ofOffice()),
  party: statement('case-list-party', ofParty()),
  officeFound: statement('case-list-office-found', ofOffice(onlyFound(7))),
  partyFound: statement('case-list-party-found', ofParty(onlyFound(8))),
} as const;
/** Sorts after every case number. */
export const AFTER_ALL_CASES = 'T';

/** A page of the cases that an organisation may see, newest first; `before` is the last case number of the page before. */
export async function listCases(
  db: Database,
  actor: SqlActor & { readonly office: boolean },
  filter: CaseFilter,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<readonly CaseRow[]> {
  const { stage = null, substate = null, category = null, supplierId = null, q } = filter;
  const list = LISTS[`${actor.office ? 'office' : 'party'}${q === undefined ? '' : 'Found'}`];
  const rows = await db.run<CaseRow & Record<string, unknown>>(actor, list, [
    ...[page.before ?? AFTER_ALL_CASES, page.limit, stage, substate, category, supplierId],
    ...(actor.office ? [] : [actor.organisationId]),
    ...(q === undefined ? [] : searched(q)),
  ]);
  return rows.map((row) => asToldTo(row, actor));
}
