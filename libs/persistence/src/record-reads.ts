import type { Seal } from '#domain';
import { statement, type Database, type Scope, type SqlActor } from './database.js';
import { KEYS_OF_FACT } from './fact-store.js';
import type { PersonalData, SubjectKeys } from './personal-data.js';

export interface JournalPageRow {
  readonly seq: number;
  /** Null when the database does not tell it to the reader. */
  readonly payload: string | null;
  readonly seal: Seal;
  readonly hash: string;
  readonly digest: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}
const JOURNAL = statement(
  'journal-page',
  `select distinct on (seq) seq, payload, seal, encode(hash, 'hex') as hash, encode(payload_digest, 'hex') as digest,
     occurred_at as "occurredAt", recorded_at as "recordedAt"
     from ((select seq, payload, seal, hash, payload_digest, occurred_at, recorded_at
             from journal_entry where qualification_id = $1 and seq > $2::integer order by seq limit $3::integer)
           union all
           select seq, null, 'internal', hash, payload_digest, occurred_at, recorded_at
             from sealed_entries($1, $2::integer, $3::integer)) entries
    order by seq, payload nulls last limit $3::integer`,
);
export const readJournal = (db: Database, actor: SqlActor, id: string, after: number, limit: number) =>
  db.run<JournalPageRow & Record<string, unknown>>(actor, JOURNAL, [id, after, limit]) as Promise<
    readonly JournalPageRow[]
  >;

export interface FactRow {
  readonly item: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly onBehalf: boolean;
  readonly occurredAt: Date;
  /** JSON pointers into the content to what was erased: it is not there any more. */
  readonly erased: readonly string[];
}
const PAPER = statement(
  'paper-read',
  `select item, content, version, on_behalf as "onBehalf", occurred_at as "occurredAt", ${KEYS_OF_FACT} as keys
     from fact f where qualification_id = $1 and paper = $2 order by item`,
);
/** A fact as it is stored: what is personal in it sealed, and the keys that open it. */
export type Sealed<F extends FactRow> = Omit<F, 'erased'> & { readonly keys: SubjectKeys | null };
type StoredFact = Sealed<FactRow>;

/** The facts of a paper that the actor may read, what is personal in them opened. */
export async function readPaper(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  id: string,
  paper: string,
): Promise<readonly FactRow[]> {
  const rows = await db.run<StoredFact & Record<string, unknown>>(actor, PAPER, [id, paper]);
  return openFacts<FactRow>(personal, rows);
}

/** Facts with what is personal in them opened. */
export const openFacts = <F extends FactRow>(
  personal: PersonalData,
  rows: readonly Sealed<F>[],
): Promise<readonly F[]> =>
  Promise.all(
    rows.map(async ({ keys, ...row }) => {
      const { value, erased } = await personal.open(row.content, keys);
      return { ...row, content: value, erased } as unknown as F;
    }),
  );

const BANK_IN_FORCE = statement(
  'bank-in-force',
  `select item, content, version, on_behalf as "onBehalf", occurred_at as "occurredAt", ${KEYS_OF_FACT} as keys
     from fact_revision f where qualification_id = $1 and paper = 'compliance' and item = 'bank' and id = $2::bigint`,
);
/**
 * The account of a supplier that is in force, which another one on its paper is not before it is confirmed (domain 4, row 11).
 * @param revision as the state of the case names it
 */
export async function readBankInForce(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  id: string,
  revision: string,
): Promise<readonly FactRow[]> {
  const rows = await db.run<StoredFact & Record<string, unknown>>(actor, BANK_IN_FORCE, [id, revision]);
  return openFacts<FactRow>(personal, rows);
}

/** Everything that a supplier itself wrote into its case: the application, what the checks read, corrective actions. */
const OWN_PAPERS = statement(
  'own-papers-read',
  `select paper, item, content, version, on_behalf as "onBehalf", occurred_at as "occurredAt", ${KEYS_OF_FACT} as keys
     from fact f where qualification_id = $1
      and (paper in ('application', 'compliance') or paper like 'corrective-action:%')
    order by paper, item`,
);

/** The facts that the supplier of a case wrote, what is personal in them opened. */
export async function readOwnPapers(
  db: Database,
  personal: PersonalData,
  actor: SqlActor,
  id: string,
): Promise<readonly (FactRow & { readonly paper: string })[]> {
  type OwnFact = FactRow & { readonly paper: string };
  const rows = await db.run<Sealed<OwnFact> & Record<string, unknown>>(actor, OWN_PAPERS, [id]);
  return openFacts<OwnFact>(personal, rows);
}

export interface CheckRunRow {
  readonly kind: string;
  readonly runId: string;
  readonly verdict: string;
  readonly explanation: readonly { readonly code: string; readonly params: Record<string, unknown> }[];
  readonly inputHash: string;
  readonly dataSource: string;
  readonly sourceVersion: string;
  readonly ranAt: Date;
  readonly expiresAt: Date | null;
}
/** SQL: the keys that open what is personal in the explanation of a run. */
export const CHECK_RUN_KEYS = `(select jsonb_object_agg(k.id, k.sealed) from subject_key k
       where k.sealed is not null and k.id in
         (select (jsonb_path_query(explanation, '$[*].params.*.key') #>> '{}')::uuid))`;
const CHECK_RUNS = statement(
  'check-runs-latest',
  `select distinct on (kind) kind, run_id as "runId", verdict, explanation, input_hash as "inputHash",
     data_source as "dataSource", source_version as "sourceVersion", ran_at as "ranAt", expires_at as "expiresAt",
     ${CHECK_RUN_KEYS} as keys
     from compliance_check_run where qualification_id = $1 order by kind, recorded_at desc`,
);
type StoredCheckRun = CheckRunRow & { readonly keys: SubjectKeys | null };

/** The latest run of each check of a case; what was found of somebody who was erased is not told any more. */
export async function readCheckRuns(
  db: Database,
  personal: PersonalData,
  scope: Scope,
  id: string,
): Promise<readonly CheckRunRow[]> {
  const rows = await db.run<StoredCheckRun & Record<string, unknown>>(scope, CHECK_RUNS, [id]);
  return Promise.all(
    rows.map(async ({ keys, explanation, ...row }) => {
      const { value } = await personal.open(explanation, keys);
      return { ...row, explanation: value };
    }),
  );
}
