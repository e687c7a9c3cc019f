import type { DocumentLinkView, DocumentView } from '#contracts';
import {
  concernsChildren,
  readsLink,
  type CaseRelation,
  type LinkFacts,
  type ObjectFacts,
  type Person,
} from '#domain';
import { standing } from '#persistence';

/** Of case `q`: checklist items of which its scheme, or what was reported in it, says that they concern children. */
const CHILD_ITEMS = `coalesce(q.state#>'{safeguarding,items}', '[]') ||
  (select coalesce(jsonb_agg(i->'id'), '[]') from scheme_version v, jsonb_array_elements(v.content#>'{checklist,items}') i
    where v.id = q.scheme_version_id and i->>'safeguarding' = 'child')`;

/** Of document `d` for organisation $2; with each link what its readers are judged by. */
export const DOCUMENT_COLUMNS = `d.id, d.organisation_id as "organisationId", d.qualification_id as "qualificationId",
  d.file_name as "fileName", d.declared_type as "declaredType", d.size, d.status, d.refusal,
  encode(d.sha256, 'hex') as "sha256", encode(d.served_sha256, 'hex') as "servedSha256", d.served_type as "servedType",
  d.served_size as "servedSize", d.width, d.height, d.captured_at as "capturedAt",
  d.captured_latitude as "capturedLatitude", d.captured_longitude as "capturedLongitude",
  d.capture_source as "captureSource", d.expires_on as "expiresOn", d.replaces_id as "replacesId", d.edition,
  d.uploaded_by as "uploadedBy", d.on_behalf as "onBehalf", d.created_at as "createdAt",
  d.received_at as "receivedAt", d.version,
  (select s.id from document s where s.replaces_id = d.id and s.status = 'available') as "replacedById",
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'qualificationId', l.qualification_id, 'target', l.target,
      'item', l.item, 'linkedAt', l.linked_at, 'endedAt', l.ended_at, 'auditPhase', q.state->'audit'->>'phase',
      'assessmentTold', not 'assessment' = any(q.closed_seals), 'sections', consented_sections(q.id),
      'childItems', case when l.target in ('answer', 'correction') then ${CHILD_ITEMS} else '[]' end,
      'pilotBuyerId', q.state->'pilots'->split_part(l.item, ':', 1)->>'buyerId',
      'agreedSample', l.target = 'pilot-lot' and coalesce(
        q.state#>array['pilots', split_part(l.item, ':', 1), 'terms', 'approvedSample'] ? d.id::text, false),
      'relations', (select coalesce(jsonb_agg(p.relation), '[]') from qualification_party p
         where p.qualification_id = q.id and p.organisation_id = $2 and ${standing('p')})) order by l.id), '[]')
     from document_link l join qualification q on q.id = l.qualification_id where l.document_id = d.id) as links`;

interface LinkRow extends Omit<LinkFacts, 'aboutChildren'> {
  readonly id: string;
  readonly qualificationId: string;
  readonly linkedAt: string;
  readonly endedAt: string | null;
  /** Of the case, the checklist items that concern children. */
  readonly childItems: readonly string[];
  /** Of the reader's organisation to the case. */
  readonly relations: readonly CaseRelation[];
}
export interface DocumentRow extends Pick<
  DocumentView,
  | 'id'
  | 'organisationId'
  | 'qualificationId'
  | 'fileName'
  | 'declaredType'
  | 'status'
  | 'refusal'
  | 'sha256'
  | 'expiresOn'
  | 'replacesId'
  | 'replacedById'
  | 'edition'
  | 'uploadedBy'
  | 'onBehalf'
  | 'version'
> {
  readonly size: string;
  readonly servedSha256: string | null;
  readonly servedType: string | null;
  readonly servedSize: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly capturedAt: Date | null;
  readonly capturedLatitude: number | null;
  readonly capturedLongitude: number | null;
  readonly captureSource: 'declared' | 'photo' | null;
  readonly createdAt: Date;
  readonly receivedAt: Date | null;
  readonly links: readonly LinkRow[];
}

/** Somebody who reads a document; `across`: whatever it is linked to. */
export interface DocumentReader {
  readonly actor: Person;
  readonly across: boolean;
}
const RECEIVED: readonly string[] = ['quarantined', 'available'];

/** As which sides of its case a reader reads each link. */
function readAs(row: DocumentRow, { actor }: DocumentReader): (link: LinkRow) => readonly CaseRelation[] {
  const aboutChildren = row.links.some((link) => concernsChildren(link, link.childItems));
  return (link) =>
    link.endedAt === null
      ? link.relations.filter((relation) =>
          readsLink(relation, { ...link, aboutChildren }, actor.organisationId),
        )
      : [];
}

/** What a reader is to a document: its owner, or a side of a case that reads what it is linked to. */
export function documentFacts(row: DocumentRow, reader: DocumentReader): ObjectFacts {
  const links = RECEIVED.includes(row.status) ? row.links : [];
  return {
    organisationId: row.organisationId,
    caseRelations: [...new Set(links.flatMap(readAs(row, reader)))],
  };
}

/** Whether a reader may know of a document at all. */
export function knowsDocument(row: DocumentRow, reader: DocumentReader): boolean {
  const { organisationId, caseRelations = [] } = documentFacts(row, reader);
  return reader.across || organisationId === reader.actor.organisationId || caseRelations.length > 0;
}

const linkView = ({ id, qualificationId, target, item, linkedAt, endedAt }: LinkRow): DocumentLinkView => ({
  ...{ id, qualificationId, target, item },
  linkedAt: new Date(linkedAt).toISOString(),
  endedAt: endedAt && new Date(endedAt).toISOString(),
});

const shown = (row: DocumentRow): DocumentView['shown'] =>
  row.servedSha256 && row.servedType
    ? {
        ...{ type: row.servedType, size: Number(row.servedSize), sha256: row.servedSha256 },
        ...{ width: row.width, height: row.height },
      }
    : null;

/** A document for a reader: with the links that let them read it; all of them for the owner and the office. */
export function documentView(row: DocumentRow, reader: DocumentReader): DocumentView {
  const reads = readAs(row, reader);
  const all = reader.across || row.organisationId === reader.actor.organisationId;
  const { id, organisationId, qualificationId, fileName, declaredType, status, refusal, sha256 } = row;
  const { expiresOn, replacesId, replacedById, edition, uploadedBy, onBehalf, version } = row;
  return {
    ...{ id, organisationId, qualificationId, fileName, declaredType, size: Number(row.size) },
    ...{ status, refusal, sha256, shown: shown(row) },
    captured: {
      at: row.capturedAt?.toISOString() ?? null,
      latitude: row.capturedLatitude,
      longitude: row.capturedLongitude,
      source: row.captureSource,
    },
    ...{ expiresOn, replacesId, replacedById, edition, uploadedBy, onBehalf },
    createdAt: row.createdAt.toISOString(),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    links: row.links.filter((link) => all || reads(link).length > 0).map(linkView),
    version,
  };
}
