import type { MigrationInterface, QueryRunner } from 'typeorm';
import { across, dropFunctions } from './security.js';

/** What compliance checks read beside the facts of their case, and which of them something newer has come to. */
export class WatchChecks1764200600000 implements MigrationInterface {
  name = 'WatchChecks1764200600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const COLUMNS = [
  // When the facts of a run were read, by the clock of the database: what is recorded after it, the run has not seen.
  'alter table "compliance_check_run" add column "read_at" timestamptz',
  // When an assessment was last told: from here on a check may show what the auditor saw in the payrolls.
  'alter table "qualification" add column "assessment_told_at" timestamptz',
];
const INDEXES = [
  `create index "qualification_told" on "qualification" ("assessment_told_at", "id") where "assessment_told_at" is not null`,
  `create index "fact_revision_recent" on "fact_revision" ("recorded_at", "id")`,
  `create index "document_link_recent" on "document_link" ("linked_at", "id")`,
  `create index "document_finding_recent" on "document_finding" ("found_at", "document_id")`,
];

/** Where a document is linked to as a picture of the site, as its examination sees it. */
const SHOWS_SITE = `(l.target in ('answer', 'corrective-action', 'inspection') or (l.target = 'section' and l.item = 'site'))`;

/** Whether link l of case q concerns children: what was recorded of them changes nothing that a supplier could see. */
const ABOUT_CHILDREN = (
  l: string,
  q: string,
): string => `(${l}.target in ('answer', 'correction') and (${l}.item = 'SL-01'
  or ${q}.state#>'{safeguarding,items}' ? ${l}.item
  or exists (select from scheme_version v cross join jsonb_array_elements(v.content#>'{checklist,items}') i
              where v.id = ${q}.scheme_version_id and i->>'id' = ${l}.item and i->>'safeguarding' = 'child')))`;
const TELLS_OF_CHILDREN = (document: string): string => `exists (select from document_link c
  join qualification cq on cq.id = c.qualification_id where c.document_id = ${document} and ${ABOUT_CHILDREN('c', 'cq')})`;

/** After this place in the order of events, and quiet for a while: whoever writes is not run after at every key. */
const due = (at: string, id: string): string =>
  `${at} >= p_at and (${at}, ${id}) > (p_at, p_id) and ${at} <= now() - make_interval(secs => p_quiet_seconds)`;

const FUNCTIONS = [
  ...across(
    'evidence_of_case()',
    'table (documents integer, questionable integer, worst text, photos integer, located integer, far integer, shared jsonb)',
    `with mine as (
       select d.id, d.captured_latitude is not null as located,
              d.served_type like 'image/%' and bool_or(${SHOWS_SITE}) as photo,
              (select array_agg(f.verdict) from document_finding f where f.document_id = d.id and f."check" = 'authenticity') as found,
              exists (select from document_finding f where f.document_id = d.id and f."check" = 'location') as far
         from document_link l join document d on d.id = l.document_id
        where l.qualification_id = (select case_at_work()) and l.ended_at is null and l.target <> 'correction'
          and d.status = 'available' and not ${TELLS_OF_CHILDREN('d.id')}
        group by d.id)
     select count(*)::integer, count(*) filter (where found is not null)::integer,
       (select v from unnest(array['FAIL', 'POTENTIAL', 'WARN']) v
         where exists (select from mine m where v = any(m.found)) limit 1),
       count(*) filter (where photo)::integer, count(*) filter (where photo and located)::integer,
       count(*) filter (where photo and located and far)::integer,
       (select coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationKind', o.kind) order by o.id), '[]')
          from qualification q join organisation s on s.id = q.supplier_id
          join organisation o on o.phone = s.phone and o.kind in ('audit-firm', 'buyer')
         where q.id = (select case_at_work()))
       from mine`,
  ),
  // `p_reads` says of each check which items it reads; documents and photos are the item `documents`. Every event is
  // told, also one that makes nothing stale, so that the caller knows how far it has come. What the auditor saw in the
  // payrolls waits until the assessment is told: before, a new verdict would tell the supplier of it.
  ...across(
    'stale_checks(p_at timestamptz, p_id text, p_quiet_seconds integer, p_reads jsonb, p_limit integer)',
    'table (at timestamptz, id text, qualification_id uuid, kinds text[])',
    `with event as (
       (select r.recorded_at as at, lpad(r.id::text, 20, '0') as id, r.qualification_id, r.item from fact_revision r
         where r.paper in ('application', 'compliance', 'payroll-sample') and ${due('r.recorded_at', `lpad(r.id::text, 20, '0')`)}
         order by 1, 2 limit p_limit)
       union all
       (select l.linked_at, l.id::text, l.qualification_id, 'documents' from document_link l
         where ${due('l.linked_at', 'l.id::text')} and l.target <> 'correction' and not ${TELLS_OF_CHILDREN('l.document_id')} order by 1, 2 limit p_limit)
       union all
       (select f.found_at, f.document_id::text || l.id, l.qualification_id, 'documents'
          from document_finding f join document_link l on l.document_id = f.document_id
         where ${due('f.found_at', 'f.document_id::text || l.id')} and l.target <> 'correction'
           and not ${TELLS_OF_CHILDREN('f.document_id')} order by 1, 2 limit p_limit)
       union all
       (select q.assessment_told_at, q.id::text, q.id, 'payroll-sample' from qualification q
         where q.assessment_told_at is not null and ${due('q.assessment_told_at', 'q.id::text')}
           and exists (select from fact f where f.qualification_id = q.id and f.paper = 'payroll-sample')
         order by 1, 2 limit p_limit))
     select e.at, e.id, e.qualification_id, coalesce((
         select array_agg(reads.kind order by reads.kind) from jsonb_each(p_reads) as reads(kind, items)
          where reads.items ? e.item and not (e.item = 'payroll-sample' and 'assessment' = any(q.closed_seals)) and q.state->'checks'->reads.kind->>'verdict' <> 'PENDING'
            and not exists (select from compliance_check_run c where c.qualification_id = e.qualification_id
                              and c.kind = reads.kind and coalesce(c.read_at, c.recorded_at) > e.at)), '{}')
       from event e join qualification q on q.id = e.qualification_id
      order by e.at, e.id limit p_limit`,
  ),
];

const UP = [...COLUMNS, ...INDEXES, ...FUNCTIONS];

const DOWN = [
  ...dropFunctions('stale_checks(timestamptz, text, integer, jsonb, integer)', 'evidence_of_case()'),
  'drop index "document_finding_recent"',
  'drop index "document_link_recent"',
  'drop index "fact_revision_recent"',
  'drop index "qualification_told"',
  'alter table "qualification" drop column "assessment_told_at"',
  'alter table "compliance_check_run" drop column "read_at"',
];
