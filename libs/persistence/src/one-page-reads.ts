import { APPLICATION, approvalScopePaper, COMPLIANCE, type EventOfCase } from '#domain';
import { statement, type Database, type Row, type SqlActor } from './database.js';
import { KEYS_OF_FACT } from './fact-store.js';
import type { PersonalData } from './personal-data.js';
import { openFacts, type FactRow, type Sealed } from './record-reads.js';

/** A fact of any paper. */
export type PaperFact = FactRow & { readonly paper: string };
/** What one page tells of a case beside its state. */
export interface OnePageRow {
  /** Sections of the application, the reader's own scope and what it inspected. */
  readonly facts: readonly PaperFact[];
  /** Oldest first. */
  readonly history: readonly (EventOfCase & { readonly occurredAt: string })[];
  readonly checkDates: readonly {
    readonly kind: string;
    readonly ranAt: string;
    readonly sourceVersion: string;
  }[];
  /** Pictures of lots, as `<pilot>:<lot>`. */
  readonly photos: readonly { readonly item: string; readonly documentId: string }[];
  /** Of those who had a hand in the reader's own approval. */
  readonly names: Readonly<Record<string, string>>;
  readonly consentUntil: Date | null;
  readonly watchedSince: Date | null;
}

const APPLICATION_ITEMS = ['profile', 'site', 'capacity'];
const COMPLIANCE_ITEMS = ['owners', 'certificates', 'cost-sheets'];
const HAND = (role: string): string =>
  `q.state #>> array['approvals', $2::uuid::text, '${role}', 'personId']`;

/** Of case $1 for the organisation $2; $3 to $7 name the papers and items that are wanted. */
const ONE_PAGE = statement(
  'one-page',
  `select
     (select coalesce(jsonb_agg(jsonb_build_object('paper', f.paper, 'item', f.item, 'content', f.content, 'version', f.version,
         'onBehalf', f.on_behalf, 'occurredAt', f.occurred_at, 'keys', ${KEYS_OF_FACT})), '[]')
        from fact f where f.qualification_id = q.id
         and ((f.paper = $3 and f.item = any ($4)) or (f.paper = $5 and f.item = any ($6)) or f.paper = $7
           or (f.paper like 'inspection:%' and (f.organisation_id = $2 or acting_for_office())))) as facts,
     (select coalesce(jsonb_agg(jsonb_build_object('seq', h.seq, 'type', h.type, 'data', h.data, 'seal', h.seal,
         'occurredAt', h.occurred_at) order by h.seq, h.part), '[]') from history_of_case(q.id) h) as history,
     (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'ranAt', d.ran_at, 'sourceVersion', d.source_version)), '[]')
        from check_dates(q.id) d) as "checkDates",
     (select coalesce(jsonb_agg(jsonb_build_object('item', l.item, 'documentId', d.id) order by l.item, d.id), '[]')
        from document_link l join document d on d.id = l.document_id
       where l.qualification_id = q.id and l.target in ('pilot-lot', 'inspection') and l.ended_at is null
         and d.status = 'available' and starts_with(d.served_type, 'image/')
         and (d.organisation_id = $2 or acting_for_office() or l.id in (select seen_links(d.id)))) as photos,
     (select coalesce(jsonb_object_agg(p.id, p.name), '{}') from person p
       where p.id::text in (${HAND('requester')}, ${HAND('approver')})) as names,
     (select valid_until from consent c where c.qualification_id = q.id and c.buyer_id = $2
         and consent_in_force(q.id, $2)) as "consentUntil",
     (select since from case_watch w where w.qualification_id = q.id and w.buyer_id = $2) as "watchedSince"
   from qualification q where q.id = $1`,
);

/** All that one page needs beside the case itself, in one statement; what is personal in it opened. */
export async function readOnePage(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  id: string,
): Promise<OnePageRow> {
  const wanted = [APPLICATION, APPLICATION_ITEMS, COMPLIANCE, COMPLIANCE_ITEMS];
  const values = [id, actor.organisationId, ...wanted, approvalScopePaper(actor.organisationId)];
  type Stored = Sealed<PaperFact>;
  const [row] = await db.run<Omit<OnePageRow, 'facts'> & { facts: Stored[] } & Row>(actor, ONE_PAGE, values);
  if (!row) throw new Error(`case ${id} has no page`);
  const facts = row.facts.map((fact) => ({ ...fact, occurredAt: new Date(fact.occurredAt) }));
  return { ...row, facts: await openFacts<PaperFact>(personal, facts) };
}
