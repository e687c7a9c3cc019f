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
import { logged, type Access } from './access-log.js';
import { papersFrom } from './case-facts.js';
import { statement, type Database, type SqlActor, type Transaction } from './database.js';
import { RELATION_OF_ACTOR } from './parties.js';
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
/** The site of case `q` as `s`: nothing for a buyer to whom it was not opened. */
export const SITE = `left join site s on s.id = q.site_id and sees_site(s.id, s.supplier_id)`;

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
