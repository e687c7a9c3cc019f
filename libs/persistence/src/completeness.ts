import { APPLICATION, COMPLIANCE } from '#domain';
import { statement, type Database, type Row, type SqlActor } from './database.js';

/** A section of an application as it was written; what is personal in it stays sealed. */
export interface WrittenSection {
  readonly section: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly onBehalf: boolean;
  readonly writtenAt: string;
}
export interface SectionChecked {
  readonly section: string;
  readonly version: number;
  readonly personId: string;
  readonly name: string;
  readonly at: string;
}
export interface SectionDocuments {
  readonly section: string;
  readonly available: number;
  readonly waiting: number;
  readonly refused: number;
}
export interface Completeness {
  readonly sections: readonly WrittenSection[];
  readonly checks: readonly SectionChecked[];
  readonly documents: readonly SectionDocuments[];
}

const PAPERS = `'{${APPLICATION},${COMPLIANCE}}'`;
/** Certificates are shown by documents of their own. */
const READ = statement(
  'completeness-read',
  `select
     (select coalesce(jsonb_agg(jsonb_build_object('section', item, 'content', content, 'version', version, 'onBehalf', on_behalf,
        'writtenAt', occurred_at)), '[]') from fact where qualification_id = $1 and paper = any(${PAPERS})) as sections,
     (select coalesce(jsonb_agg(jsonb_build_object('section', c.section, 'version', c.version, 'personId', c.checked_by,
        'name', p.name, 'at', c.checked_at)), '[]')
        from section_check c join person p on p.id = c.checked_by where c.qualification_id = $1) as checks,
     (select coalesce(jsonb_agg(d), '[]') from (
        select case l.target when 'section' then l.item else 'certificates' end as section,
          count(*) filter (where d.status = 'available') as available,
          count(*) filter (where d.status in ('receiving', 'quarantined')) as waiting,
          count(*) filter (where d.status = 'refused') as refused
          from document_link l join document d on d.id = l.document_id
         where l.qualification_id = $1 and l.ended_at is null and l.target in ('section', 'certificate')
         group by 1) d) as documents`,
);
export async function readCompleteness(
  db: Database,
  actor: SqlActor,
  qualificationId: string,
): Promise<Completeness> {
  const [row] = await db.run<Completeness & Row>(actor, READ, [qualificationId]);
  if (!row) throw new Error('a query without from always gives one row');
  return row;
}

const CHECK = statement(
  'section-check',
  `insert into section_check (qualification_id, section, version, checked_by)
   select $1, $2, version, $4 from fact where qualification_id = $1 and paper = any(${PAPERS}) and item = $2 and version = $3
   on conflict (qualification_id, section) do update set version = excluded.version, checked_by = excluded.checked_by,
     checked_at = now()
   returning section`,
);
/** That an officer has looked at this version of a section. False when there is another one by now, or none. */
export async function checkSection(
  db: Database,
  officer: SqlActor,
  {
    qualificationId,
    section,
    version,
  }: { readonly qualificationId: string; readonly section: string; readonly version: number },
): Promise<boolean> {
  return (await db.run(officer, CHECK, [qualificationId, section, version, officer.personId])).length > 0;
}

const UNCHECK = statement(
  'section-uncheck',
  'delete from section_check where qualification_id = $1 and section = $2',
);
export const uncheckSection = (db: Database, officer: SqlActor, qualificationId: string, section: string) =>
  db.run(officer, UNCHECK, [qualificationId, section]);
