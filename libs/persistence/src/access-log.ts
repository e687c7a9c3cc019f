import type { CaseRelation, ConsentSection } from '#domain';
import { statement, type Database, type SqlActor, type Statement } from './database.js';
import { RELATION_OF_ACTOR } from './parties.js';

/** A reading that the supplier of the case is told of, when one of another organisation does it. */
export interface Access {
  readonly operation: string;
  /** What of several things it is about. */
  readonly item?: string | undefined;
  /** As whom an organisation may do it; whoever is none of these is refused, and reads nothing. */
  readonly as: readonly CaseRelation[];
  /** What the supplier must have opened to a buyer for it. */
  readonly section?: ConsentSection | undefined;
}

/** Columns of the log that say who acts now. */
export const LOG_COLUMNS = `qualification_id, organisation_id, organisation_name, person_id, relation, roles, operation,
  item, hour`;
export const WHO_ACTS = `acting_organisation(), (select name from organisation where id = acting_organisation()),
  acting_person()`;
export const ACTING_ROLES = `coalesce((select roles from membership
  where person_id = acting_person() and organisation_id = acting_organisation() and ended_at is null), '{}')`;
export const THIS_HOUR = `date_trunc('hour', now())`;

/** One row for a person, a reading and an hour: looking again within it adds nothing. */
const LOG = statement(
  'access-log',
  `insert into access_log (${LOG_COLUMNS})
   select q.id, ${WHO_ACTS}, r.relation, ${ACTING_ROLES}, $2, $3, ${THIS_HOUR}
     from qualification q cross join lateral (${RELATION_OF_ACTOR}) r
    where q.id = $1 and r.relation = any($4) and ($5::text is null or sees_section(q.id, $5))
   on conflict do nothing`,
);

/** The statement that leaves in the same flight before the reading: when it fails, nothing is read. */
export const logged = (
  id: string,
  { operation, item = '', as, section }: Access,
): Statement & { readonly values: unknown[] } => ({
  ...LOG,
  values: [id, operation, item, as, section ?? null],
});

/** SQL: documents `d`, each with the cases `q` that it was uploaded for or ever linked to. */
export const CASES_OF_DOCUMENT = `document d cross join lateral (
     select d.qualification_id as id where d.qualification_id is not null
     union select l.qualification_id from document_link l where l.document_id = d.id) c
     join qualification q on q.id = c.id`;
/**
 * A reading of document $1: told to the supplier of each case that it belongs to and that lets the reader see it. Its
 * owner may look at it as it likes; bytes that are not shown yet are read by nobody.
 */
const LOG_DOCUMENT = statement(
  'access-log-document',
  `insert into access_log (${LOG_COLUMNS})
   select q.id, ${WHO_ACTS}, r.relation, ${ACTING_ROLES}, $2, d.id::text, ${THIS_HOUR}
     from ${CASES_OF_DOCUMENT} cross join lateral (${RELATION_OF_ACTOR}) r
    where d.id = $1 and d.organisation_id <> acting_organisation() and r.relation = any($3)
      and (d.status = 'available' or $2 not in ('getDocumentContent', 'getOriginalDocument'))
      and (r.relation = 'programme-office' or exists (
        select from seen_links(d.id) s join document_link l on l.id = s where l.qualification_id = q.id))
   on conflict do nothing`,
);
/** As `logged`, before a document is read. */
export const documentLogged = (
  id: string,
  { operation, as }: Access,
): Statement & { readonly values: unknown[] } => ({ ...LOG_DOCUMENT, values: [id, operation, as] });

/** A reading of supplier $1 itself: told in each of its cases that lets the reader know of it. */
const LOG_SUPPLIER = statement(
  'access-log-supplier',
  `insert into access_log (${LOG_COLUMNS})
   select q.id, ${WHO_ACTS}, r.relation, ${ACTING_ROLES}, $2::text, $3::text, ${THIS_HOUR}
     from qualification q cross join lateral (${RELATION_OF_ACTOR}) r
    where q.supplier_id = $1 and q.supplier_id <> acting_organisation()
      and case when $2::text = 'getSite' then sees_site($3::text::uuid, $1) else true end
   on conflict do nothing`,
);
/** As `logged`, before a supplier's entry, its sites or its people are read. @param item what of several things */
export const supplierLogged = (
  supplierId: string,
  operation: string,
  item = '',
): Statement & { readonly values: unknown[] } => ({ ...LOG_SUPPLIER, values: [supplierId, operation, item] });

/** SQL: readings of a firm that is on a visit nobody announced: they would announce it. Told when it is concluded. */
const UNANNOUNCED = `exists (
  select from qualification q, jsonb_each(coalesce(q.state #> '{surveillance,visits}', '{}')) v(id, visit)
   where q.id = access_log.qualification_id and access_log.relation = 'audit-firm'
     and v.id like 'u%' and v.visit->>'phase' in ('assigned', 'submitted')
     and access_log.organisation_id::text = q.state #>> '{audit,auditor,organisationId}'
     and access_log.organisation_id::text is distinct from v.visit #>> '{before,organisationId}')`;
/**
 * SQL: what of the log its supplier is told: nothing of what concerns children, nothing of findings, nothing of a visit
 * before it is concluded, and of documents only about those that it may see itself. The policies say the same.
 */
const TOLD = `(acting_for_office() or (
  operation <> all ('{listSafeguardingNotes,writeInterviewNote,listDocumentFindings,listSurveillanceAnswers,writeSurveillanceAnswer}')
  and not ${UNANNOUNCED} and case
    when operation = any ('{getDocument,getDocumentContent,getOriginalDocument}') then exists (
      select from document d where d.id = item::uuid
        and (d.organisation_id = acting_organisation() or exists (select from seen_links(d.id))))
    else true end))`;

export interface AccessRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly relation: string;
  readonly roles: readonly string[];
  readonly operation: string;
  readonly item: string;
  readonly hour: Date;
}
const ACCESSES = statement(
  'access-list',
  `select id, organisation_id as "organisationId", organisation_name as "organisationName", relation, roles, operation,
     item, hour
     from access_log where qualification_id = $1 and ($2::bigint is null or id < $2) and ${TOLD} order by id desc limit $3`,
);
/** Newest first; `before` is the last id of the page before. */
export const listAccesses = (
  db: Database,
  actor: SqlActor,
  id: string,
  page: { readonly before?: string | undefined; readonly limit: number },
) =>
  db.run<AccessRow & Record<string, unknown>>(actor, ACCESSES, [
    id,
    page.before ?? null,
    page.limit,
  ]) as Promise<readonly AccessRow[]>;
