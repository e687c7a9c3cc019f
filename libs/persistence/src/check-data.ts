import type { CheckKind, DuplicateRow, InputCategory } from '#domain';
import { canonicalText } from './canonical.js';
import { statement, type Database } from './database.js';

/** Everything the automated checks read of one case. */
export interface CheckData {
  readonly supplierId: string;
  readonly siteId: string;
  readonly firmName: string;
  readonly normalisedName: string;
  readonly category: InputCategory;
  readonly latitude: number;
  readonly longitude: number;
  readonly requiredCertificates: readonly string[];
  /** Sections of the application and the compliance papers, by name. */
  readonly sections: Readonly<Record<string, Record<string, unknown>>>;
}

const DATA = statement(
  'check-data',
  `select q.supplier_id as "supplierId", q.site_id as "siteId", o.name as "firmName",
     o.normalised_name as "normalisedName", q.category, s.latitude, s.longitude,
     coalesce(v.content->'requiredCertificates'->q.category, '[]') as "requiredCertificates",
     coalesce((select jsonb_object_agg(item, content) from fact
        where qualification_id = q.id and paper in ('application', 'compliance')), '{}') as sections
   from qualification q join organisation o on o.id = q.supplier_id join site s on s.id = q.site_id
     join scheme_version v on v.id = q.scheme_version_id
  where q.id = $1`,
);

/** What a case's checks are run on. Throws when there is no such case. */
export async function loadCheckData(db: Database, qualificationId: string): Promise<CheckData> {
  const [row] = await db.run<CheckData & Record<string, unknown>>('system', DATA, [qualificationId]);
  if (!row) throw new Error(`no case ${qualificationId}`);
  return row;
}

/** A hundred metres in degrees of latitude, with room to spare: the exact distance is judged by the rule. */
const NEAR_DEGREES = 0.002;
const CANDIDATES = statement(
  'duplicate-candidates',
  `select o.id as "organisationId", o.normalised_name as "normalisedName", o.tin, o.phone, s.latitude as lat, s.longitude as lon
     from organisation o left join site s on s.supplier_id = o.id
    where o.kind = 'supplier' and o.id <> $1
      and (o.normalised_name = $2 or o.tin = $3 or o.phone = $4 or o.id in (
        select supplier_id from site where latitude between $5::float8 - $7 and $5::float8 + $7
           and longitude between $6::float8 - $7 and $6::float8 + $7))
    limit 200`,
);
const FILE_IDENTITY = statement(
  'supplier-identity',
  `update organisation set tin = coalesce($2, tin), phone = coalesce($3, phone), version = version + 1
    where id = $1 and (tin, phone) is distinct from (coalesce($2, tin), coalesce($3, phone))`,
);

/** File what a supplier declared of itself, then find other suppliers that may be the same firm or site. */
export async function duplicateCandidates(
  db: Database,
  subject: DuplicateRow,
): Promise<readonly DuplicateRow[]> {
  const { organisationId, normalisedName, tin = null, phone = null, lat, lon } = subject;
  await db.run('system', FILE_IDENTITY, [organisationId, tin, phone]);
  const values = [organisationId, normalisedName, tin, phone, lat, lon, NEAR_DEGREES];
  const rows = await db.run<Record<string, unknown>>('system', CANDIDATES, values);
  return rows.map(known);
}

/** What PostgreSQL does not know is null, and to the rules it is not there. */
const known = (row: Record<string, unknown>): DuplicateRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as DuplicateRow;

export interface CheckRun {
  readonly kind: CheckKind;
  readonly verdict: 'PASS' | 'WARN' | 'FAIL' | 'POTENTIAL' | 'ERROR';
  readonly explanation: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
  readonly inputHash: string;
  readonly dataSource: string;
  readonly sourceVersion: string;
  readonly expiresAt?: string;
}

const KEEP_RUNS = statement(
  'check-runs',
  `insert into compliance_check_run
     (run_id, qualification_id, kind, verdict, explanation, input_hash, data_source, source_version, ran_at, expires_at)
   select $1, $2, r.kind, r.verdict, r.explanation, r."inputHash", r."dataSource", r."sourceVersion", $3, r."expiresAt"
     from jsonb_to_recordset($4) as r(kind text, verdict text, explanation jsonb, "inputHash" text, "dataSource" text,
       "sourceVersion" text, "expiresAt" timestamptz)
   on conflict do nothing`,
);

/** Keep the results of one run; keeping them again changes nothing. */
export async function keepCheckRuns(
  db: Database,
  run: { readonly runId: string; readonly qualificationId: string; readonly at: string },
  results: readonly CheckRun[],
): Promise<void> {
  await db.run('system', KEEP_RUNS, [run.runId, run.qualificationId, run.at, canonicalText(results)]);
}
