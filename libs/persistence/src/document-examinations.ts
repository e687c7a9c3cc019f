import { NOBODY, statement, type Database, type Row } from './database.js';
import type { SeenElsewhere } from '#domain';

/** A document whose bytes are there and were not looked at yet. */
export interface QuarantinedDocument {
  readonly id: string;
  /** SHA-256 of the original, in hex: where its bytes are. */
  readonly sha256: string;
  readonly fileName: string;
  readonly declaredType: string;
  /** Declared by whoever sent it; degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}
const TAKE = statement(
  'document-take-quarantined',
  `select id, encode(sha256, 'hex') as sha256, file_name as "fileName", declared_type as "declaredType",
     captured_latitude as latitude, captured_longitude as longitude, attempts from take_quarantined_documents()`,
);
/** Documents to examine now. Several takers do not get the same one; one that is not settled comes again later. */
export const takeQuarantinedDocuments = (db: Database): Promise<readonly QuarantinedDocument[]> =>
  db.run<QuarantinedDocument & Row>(NOBODY, TAKE, []);

/** What an examination came to. */
export type Settlement =
  | { readonly refusal: string }
  | {
      readonly sha256: string;
      readonly contentType: string;
      readonly bytes: number;
      readonly width?: number;
      readonly height?: number;
      /** As the photo itself says. */
      readonly capture: { readonly at?: string; readonly latitude?: number; readonly longitude?: number };
    };
const SETTLE = statement(
  'document-settle',
  `select settle_document($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10) as settled`,
);
/** Makes a document available or refuses it. False when that was done before. */
export async function settleDocument(db: Database, id: string, outcome: Settlement): Promise<boolean> {
  const values =
    'refusal' in outcome
      ? [id, outcome.refusal, ...Array<null>(8).fill(null)]
      : [
          ...[id, null, outcome.sha256, outcome.contentType, outcome.bytes],
          ...[outcome.width ?? null, outcome.height ?? null, outcome.capture.at ?? null],
          ...[outcome.capture.latitude ?? null, outcome.capture.longitude ?? null],
        ];
  const [row] = await db.run<{ settled: boolean }>(NOBODY, SETTLE, values);
  return row?.settled ?? false;
}

/** What a document is judged by beside its bytes. */
export interface DocumentBasis {
  readonly receivedAt: Date;
  readonly showsSite: boolean;
  /** A local day; null when it is no evidence of an audit, or no visit was agreed. */
  readonly visitDate: string | null;
  /** Of the site of its case, in degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}
const BASIS = statement(
  'document-basis',
  `select b.received_at as "receivedAt", b.shows_site as "showsSite", b.visit_date as "visitDate", s.latitude, s.longitude
     from basis_of_document($1) b left join site_of_document($1) s on true`,
);
export async function documentBasis(db: Database, id: string): Promise<DocumentBasis | undefined> {
  return (await db.run<DocumentBasis & Row>(NOBODY, BASIS, [id]))[0];
}

/** As PostgreSQL holds 64 bits: a signed number. */
const asBigint = (fingerprint: string | undefined): string | null =>
  fingerprint === undefined ? null : BigInt.asIntN(64, BigInt(`0x${fingerprint}`)).toString();

const ELSEWHERE = statement(
  'document-elsewhere',
  `select document_id as "documentId", organisation_id as "organisationId", same_file as "sameFile"
     from seen_at_other_firms($1, $2)`,
);
/** Where the same file, or an image that looks the same, stands for another firm. */
export const seenAtOtherFirms = (
  db: Database,
  id: string,
  fingerprint: string | undefined,
): Promise<readonly SeenElsewhere[]> =>
  db.run<SeenElsewhere & Row>(NOBODY, ELSEWHERE, [id, asBigint(fingerprint)]);

/** What a check found; nothing is kept of a check that passed. */
export interface DocumentFindingRow {
  readonly check: 'authenticity' | 'location';
  readonly verdict: string;
  readonly explanation: unknown;
}
const KEEP = statement('document-findings-keep', 'select keep_document_findings($1, $2, $3)');
/** Keeps what the checks found and what the image looks like, once for a document. */
export async function keepDocumentFindings(
  db: Database,
  id: string,
  fingerprint: string | undefined,
  findings: readonly DocumentFindingRow[],
): Promise<void> {
  await db.run(NOBODY, KEEP, [id, asBigint(fingerprint), JSON.stringify(findings)]);
}
