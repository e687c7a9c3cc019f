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
  /** How often the decoders died of it before. */
  readonly crashes: number;
}
const TAKE = statement(
  'document-take-quarantined',
  `select id, encode(sha256, 'hex') as sha256, file_name as "fileName", declared_type as "declaredType",
     captured_latitude as latitude, captured_longitude as longitude, attempts, crashes from take_quarantined_documents()`,
);
/** Documents to examine now. Several takers do not get the same one; one that is not settled comes again later. */
export const takeQuarantinedDocuments = (db: Database): Promise<readonly QuarantinedDocument[]> =>
  db.run<QuarantinedDocument & Row>(NOBODY, TAKE, []);

const PUT_BACK = statement('document-put-back', 'select put_back_document($1, $2)');
/** It could not be examined now: it is taken again, later each time. @param crashed its decoder died of it */
export async function putBackDocument(db: Database, id: string, crashed: boolean): Promise<void> {
  await db.run(NOBODY, PUT_BACK, [id, crashed]);
}

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

/** What a document is judged by beside its bytes, in one of its cases. */
export interface DocumentBasis {
  readonly receivedAt: Date;
  /** A local day; null when it is no evidence of an audit, or no visit was agreed. */
  readonly visitDate: string | null;
  /** Of the site that it is to show, in degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}
const BASIS = statement(
  'document-basis',
  `select received_at as "receivedAt", visit_date as "visitDate", latitude, longitude from basis_of_document($1)`,
);
/** One for each case that the document belongs to; one that belongs to none has one too. */
export const documentBasis = (db: Database, id: string): Promise<readonly DocumentBasis[]> =>
  db.run<DocumentBasis & Row>(NOBODY, BASIS, [id]);

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
const KEEP = statement('document-findings-keep', 'select keep_document_findings($1, $2, $3, $4)');
/** Keeps what the checks found and what the image looks like, each once; what is new becomes office task `taskId`. */
export async function keepDocumentFindings(
  db: Database,
  id: string,
  fingerprint: string | undefined,
  findings: readonly DocumentFindingRow[],
  taskId: string,
): Promise<void> {
  await db.run(NOBODY, KEEP, [id, asBigint(fingerprint), JSON.stringify(findings), taskId]);
}

/** A document that was linked to a further place since it was examined. */
export interface DocumentToJudge {
  readonly id: string;
  /** What the image looks like: 16 hex digits. */
  readonly fingerprint: string | null;
  /** When the camera says that it was taken. */
  readonly takenAt: Date | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Until when it is the taker's, as PostgreSQL writes it. */
  readonly judgeAt: string;
}
const TAKE_TO_JUDGE = statement(
  'document-take-to-judge',
  `select id, lpad(to_hex(fingerprint), 16, '0') as fingerprint, taken_at as "takenAt", latitude, longitude,
     judge_at::text as "judgeAt" from take_documents_to_judge()`,
);
/** Documents to judge again now; one that is not said to be judged comes again. */
export const takeDocumentsToJudge = (db: Database): Promise<readonly DocumentToJudge[]> =>
  db.run<DocumentToJudge & Row>(NOBODY, TAKE_TO_JUDGE, []);

const JUDGED = statement('document-judged', 'select document_judged($1, $2::timestamptz)');
/** It was judged with the links that it had when it was taken. */
export async function documentJudged(db: Database, { id, judgeAt }: DocumentToJudge): Promise<void> {
  await db.run(NOBODY, JUDGED, [id, judgeAt]);
}
