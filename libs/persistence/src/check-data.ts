import type {
  CheckKind,
  DocumentCounts,
  DuplicateRow,
  InputCategory,
  PhotoCounts,
  SharedContact,
} from '#domain';
import { canonicalText } from './canonical.js';
import { statement, type Database } from './database.js';
import { KEYS_OF_FACT } from './fact-store.js';
import type { PersonalData, SealedText, SubjectKeys } from './personal-data.js';

/** Everything the automated checks read of one case. */
export interface CheckData {
  readonly qualificationId: string;
  readonly supplierId: string;
  readonly siteId: string;
  readonly firmName: string;
  readonly normalisedName: string;
  readonly category: InputCategory;
  readonly latitude: number;
  readonly longitude: number;
  readonly requiredCertificates: readonly string[];
  /** When all this was read, by the clock of the database and as it writes an instant. */
  readonly readAt: string;
  /** Of the largest pilot order that was placed; null before there is one. */
  readonly pilotValueUsd: number | null;
  /** Whether the account on the paper is another than the one that is in force. */
  readonly bankChangePending: boolean;
  /** Ids of hits that officers cleared in this case. */
  readonly clearedHits: readonly string[];
  /**
   * Sections of the application and the compliance papers, by name; when the assessment is told, the auditor's payroll
   * sample too: before, a verdict on it would tell the supplier what the auditor saw.
   */
  readonly sections: Sections;
  /** The same as they are stored, what is personal in them sealed: what a digest may be made of. */
  readonly stored: Sections;
  /** What opens them; an explanation that speaks of a person is sealed under that person's key. */
  readonly keys: SubjectKeys;
}
type Sections = Readonly<Record<string, Record<string, unknown>>>;

const DATA = statement(
  'check-data',
  `select q.id as "qualificationId", q.supplier_id as "supplierId", q.site_id as "siteId", o.name as "firmName",
     o.normalised_name as "normalisedName", q.category, s.latitude, s.longitude,
     coalesce(v.content->'requiredCertificates'->q.category, '[]') as "requiredCertificates",
     now()::text as "readAt", (select max((f.content->>'valueUsd')::float8) from fact f
       where f.qualification_id = q.id and f.paper like 'pilot-order:%' and f.item = 'terms'
         and exists (select from jsonb_each(q.state->'pilots') p
                      where p.value->>'buyerId' = substr(f.paper, 13))) as "pilotValueUsd",
     coalesce(q.state->'bankAccount'->>'revision' <> (select max(r.id)::text from fact_revision r
       where r.qualification_id = q.id and r.paper = 'compliance' and r.item = 'bank'), false) as "bankChangePending",
     coalesce((select jsonb_agg(one.key order by one.key) from jsonb_each(q.state->'clearings') one
        where (one.value->>'cleared')::boolean), '[]') as "clearedHits",
     coalesce((select jsonb_object_agg(item, content) from fact
        where qualification_id = q.id and (paper in ('application', 'compliance')
          or (paper = 'payroll-sample' and 'assessment' <> all(q.closed_seals)))), '{}') as stored,
     coalesce((select jsonb_object_agg(one.key, one.value)
        from fact f, jsonb_each_text(${KEYS_OF_FACT}) one
       where f.qualification_id = q.id and f.paper in ('application', 'compliance')), '{}') as keys
   from qualification q join organisation o on o.id = q.supplier_id join site s on s.id = q.site_id
     join scheme_version v on v.id = q.scheme_version_id
  where q.id = $1`,
);

/** What a case's checks are run on. Throws when there is no such case. */
export async function loadCheckData(
  db: Database,
  personal: PersonalData,
  qualificationId: string,
): Promise<CheckData> {
  const [row] = await db.run<Omit<CheckData, 'sections'> & Record<string, unknown>>(
    { caseId: qualificationId },
    DATA,
    [qualificationId],
  );
  if (!row) throw new Error(`no case ${qualificationId}`);
  const { value: sections } = await personal.open(row.stored, row.keys);
  return { ...row, sections };
}

const EVIDENCE = statement(
  'evidence-of-case',
  `select documents, questionable, worst, photos, located, far, shared from evidence_of_case()`,
);
export type CaseEvidence = DocumentCounts & PhotoCounts & { readonly shared: readonly SharedContact[] };
/** Of the documents of a case, how many there are and what was found in them; and who shares a contact with its supplier. */
export async function evidenceOfCase(db: Database, qualificationId: string): Promise<CaseEvidence> {
  const [row] = await db.run<CaseEvidence & Record<string, unknown>>(
    { caseId: qualificationId },
    EVIDENCE,
    [],
  );
  if (!row) throw new Error(`no case ${qualificationId}`);
  return row;
}

/** A hundred metres in degrees of latitude, with room to spare: the exact distance is judged by the rule. */
const NEAR_DEGREES = 0.002;
const CANDIDATES = statement(
  'duplicate-candidates',
  `select organisation_id as "organisationId", same_name as "sameName", same_tin as "sameTin", same_phone as "samePhone",
     metres from likely_duplicates($1, $2, $3, $4, $5, $6, $7)`,
);
interface Candidate {
  readonly organisationId: string;
  readonly sameName: boolean;
  readonly sameTin: boolean;
  readonly samePhone: boolean;
  readonly metres: number | null;
}
const FILE_IDENTITY = statement(
  'supplier-identity',
  `update organisation set tin = coalesce($2, tin), phone = coalesce($3, phone), version = version + 1
    where id = $1 and (tin, phone) is distinct from (coalesce($2, tin), coalesce($3, phone))`,
);

/**
 * File what a supplier declared of itself, then find other suppliers that may be the same firm or site. Of those no more
 * is known than their ids and what they have in common with the subject.
 */
export async function duplicateCandidates(
  db: Database,
  qualificationId: string,
  subject: DuplicateRow,
): Promise<readonly DuplicateRow[]> {
  const { organisationId, normalisedName, tin = null, phone = null, lat, lon } = subject;
  const scope = { caseId: qualificationId };
  await db.run(scope, FILE_IDENTITY, [organisationId, tin, phone]);
  const values = [organisationId, normalisedName, tin, phone, lat, lon, NEAR_DEGREES];
  const rows = await db.run<Candidate & Record<string, unknown>>(scope, CANDIDATES, values);
  return rows.map((row) => inCommon(subject, row));
}

const inCommon = (subject: DuplicateRow, found: Candidate): DuplicateRow => ({
  organisationId: found.organisationId,
  ...(found.sameName && subject.normalisedName && { normalisedName: subject.normalisedName }),
  ...(found.sameTin && subject.tin && { tin: subject.tin }),
  ...(found.samePhone && subject.phone && { phone: subject.phone }),
  ...(found.metres !== null && { metres: found.metres }),
});

export interface CheckRun {
  readonly kind: CheckKind;
  readonly verdict: 'PASS' | 'WARN' | 'FAIL' | 'POTENTIAL' | 'ERROR';
  readonly explanation: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | SealedText>>;
  }[];
  readonly inputHash: string;
  readonly dataSource: string;
  readonly sourceVersion: string;
  readonly expiresAt?: string;
}

const KEEP_RUNS = statement(
  'check-runs',
  `insert into compliance_check_run
     (run_id, qualification_id, kind, verdict, explanation, input_hash, data_source, source_version, ran_at, expires_at,
      read_at)
   select $1, $2, r.kind, r.verdict, r.explanation, r."inputHash", r."dataSource", r."sourceVersion", $3, r."expiresAt",
     $5::timestamptz
     from jsonb_to_recordset($4) as r(kind text, verdict text, explanation jsonb, "inputHash" text, "dataSource" text,
       "sourceVersion" text, "expiresAt" timestamptz)
   on conflict do nothing`,
);

/** Keep the results of one run; keeping them again changes nothing. */
export async function keepCheckRuns(
  db: Database,
  run: {
    readonly runId: string;
    readonly qualificationId: string;
    readonly at: string;
    readonly readAt: string;
  },
  results: readonly CheckRun[],
): Promise<void> {
  const values = [run.runId, run.qualificationId, run.at, canonicalText(results), run.readAt];
  await db.run({ caseId: run.qualificationId }, KEEP_RUNS, values);
}
