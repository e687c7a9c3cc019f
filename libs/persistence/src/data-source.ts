import pg from 'pg';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { ENTITIES } from './entities/all.js';
import { PostgresNames } from './entities/names.js';
import { CreateCore1763900000000 } from './migrations/1763900000000-create-core.js';
import { ProtectRows1763910000000 } from './migrations/1763910000000-protect-rows.js';
import { ScopeTokens1763930000000 } from './migrations/1763930000000-scope-tokens.js';
import { SignPeopleIn1764000100000 } from './migrations/1764000100000-sign-people-in.js';
import { GatherPeople1764000200000 } from './migrations/1764000200000-gather-people.js';
import { ScopeConsent1764000300000 } from './migrations/1764000300000-scope-consent.js';
import { Safeguard1764000400000 } from './migrations/1764000400000-safeguard.js';
import { KeepDocuments1764000500000 } from './migrations/1764000500000-keep-documents.js';
import { JudgeDocuments1764000550000 } from './migrations/1764000550000-judge-documents.js';
import { Erase1764000600000 } from './migrations/1764000600000-erase.js';
import { AnchorAndKeepAnswers1764000700000 } from './migrations/1764000700000-anchor-and-keep-answers.js';
import { EndAndErase1764000800000 } from './migrations/1764000800000-end-and-erase.js';
import { WatchQualifications1764200100000 } from './migrations/1764200100000-watch-qualifications.js';
import { Renew1764200200000 } from './migrations/1764200200000-renew.js';
import { ShowSamples1764200300000 } from './migrations/1764200300000-show-samples.js';
import { StateDemand1764200350000 } from './migrations/1764200350000-state-demand.js';
import { KeepWhatDecisionsStoodOn1764200360000 } from './migrations/1764200360000-keep-what-decisions-stood-on.js';
import { DraftSchemes1764200400000 } from './migrations/1764200400000-draft-schemes.js';
import { CorrectAnswers1764200500000 } from './migrations/1764200500000-correct-answers.js';
import { WatchChecks1764200600000 } from './migrations/1764200600000-watch-checks.js';
import { KeepListVersions1764200800000 } from './migrations/1764200800000-keep-list-versions.js';
import { TellTies1764200900000 } from './migrations/1764200900000-tell-ties.js';
import { CompareInterests1764201100000 } from './migrations/1764201100000-compare-interests.js';
import { TellEvents1764300000000 } from './migrations/1764300000000-tell-events.js';
import { ReadFeed1764300100000 } from './migrations/1764300100000-read-feed.js';
import { DeliverWebhooks1764300200000 } from './migrations/1764300200000-deliver-webhooks.js';
import { NotifyPeople1764300300000 } from './migrations/1764300300000-notify-people.js';
import { SendMessages1764300400000 } from './migrations/1764300400000-send-messages.js';
import { ServeMachines1764300500000 } from './migrations/1764300500000-serve-machines.js';
import { AuditInTheField1764400300000 } from './migrations/1764400300000-audit-in-the-field.js';
import { ServeBuyers1764400500000 } from './migrations/1764400500000-serve-buyers.js';
import { MeasureProgramme1764400600000 } from './migrations/1764400600000-measure-programme.js';
import { SortInbox1764410000000 } from './migrations/1764410000000-sort-inbox.js';
import { SaveFilters1764411000000 } from './migrations/1764411000000-save-filters.js';
import { FindStuckCases1764412000000 } from './migrations/1764412000000-find-stuck-cases.js';
import { PlanVisits1764413000000 } from './migrations/1764413000000-plan-visits.js';
import { CheckCompleteness1764414000000 } from './migrations/1764414000000-check-completeness.js';
import { WatchOperations1764415000000 } from './migrations/1764415000000-watch-operations.js';
import { ShowToEverybody1764500100000 } from './migrations/1764500100000-show-to-everybody.js';
import { NarrowCases1764500200000 } from './migrations/1764500200000-narrow-cases.js';
import { FindStalledCases1764500300000 } from './migrations/1764500300000-find-stalled-cases.js';
import { APP } from './migrations/security.js';

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** 0 means no limit: only for migrations. */
  readonly statementTimeoutMs?: number;
}

/** The role of api and worker: neither owner of the tables nor able to bypass their policies. */
export const RUNTIME_ROLE = APP;

/** In the order in which they run. */
const MIGRATIONS = [
  CreateCore1763900000000,
  ProtectRows1763910000000,
  ScopeTokens1763930000000,
  SignPeopleIn1764000100000,
  GatherPeople1764000200000,
  ScopeConsent1764000300000,
  Safeguard1764000400000,
  KeepDocuments1764000500000,
  JudgeDocuments1764000550000,
  Erase1764000600000,
  AnchorAndKeepAnswers1764000700000,
  EndAndErase1764000800000,
  WatchQualifications1764200100000,
  Renew1764200200000,
  ShowSamples1764200300000,
  StateDemand1764200350000,
  KeepWhatDecisionsStoodOn1764200360000,
  DraftSchemes1764200400000,
  CorrectAnswers1764200500000,
  WatchChecks1764200600000,
  KeepListVersions1764200800000,
  TellTies1764200900000,
  CompareInterests1764201100000,
  TellEvents1764300000000,
  ReadFeed1764300100000,
  DeliverWebhooks1764300200000,
  NotifyPeople1764300300000,
  SendMessages1764300400000,
  ServeMachines1764300500000,
  AuditInTheField1764400300000,
  ServeBuyers1764400500000,
  MeasureProgramme1764400600000,
  SortInbox1764410000000,
  SaveFilters1764411000000,
  FindStuckCases1764412000000,
  PlanVisits1764413000000,
  CheckCompleteness1764414000000,
  WatchOperations1764415000000,
  ShowToEverybody1764500100000,
  NarrowCases1764500200000,
  FindStalledCases1764500300000,
];

/** A local date is text: `pg` would make an instant of it, at midnight wherever the process happens to run. */
const READ_AS: Readonly<Record<number, number>> = {
  [pg.types.builtins.DATE]: pg.types.builtins.TEXT,
  1182: 1009, // date[] as text[]
};
const types = {
  getTypeParser: ((oid, format) =>
    pg.types.getTypeParser(READ_AS[oid] ?? oid, format)) as typeof pg.types.getTypeParser,
};

/** Nothing waits for ever: not for a connection, not for a lock, not for an answer, not for a forgotten commit. */
const limits = (statementTimeoutMs: number) => ({
  statement_timeout: statementTimeoutMs,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
});

/** A connected door to PostgreSQL. */
export const openDatabase = async (settings: DataSourceSettings): Promise<Database> =>
  new Database(await createDataSource(settings).initialize());

/** The one description of our database; `initialize()` connects. The schema changes by migrations only. */
export function createDataSource({
  url,
  poolSize = 10,
  applicationName = 'selvedge',
  statementTimeoutMs = 10_000,
}: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    connectTimeoutMS: 5_000,
    extra: { ...limits(statementTimeoutMs), types, pipeline: true },
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new PostgresNames(),
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
}
