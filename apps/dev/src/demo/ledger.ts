import { createDataSource, Database, NOBODY, OFFICE, statement, type Statement } from '#persistence';

/** What PostgreSQL holds of one case, for counting. */
export interface LedgerRow {
  readonly id: string;
  readonly stage: string;
  readonly over: boolean;
  readonly seq: number;
  readonly entries: number;
  readonly lastSeq: number;
  /** Statements of all its decisions, the machine's included. */
  readonly statements: number;
  readonly commandIds: readonly string[];
  readonly eventsWithoutEntry: number;
  readonly openPapers: number;
}

/** The one look behind the API: read only. */
const LEDGER = statement(
  'demo-ledger',
  `select q.id, q.stage, q.over, q.seq,
     (select count(*)::int from journal_entry j where j.qualification_id = q.id) as entries,
     (select coalesce(max(j.seq), 0) from journal_entry j where j.qualification_id = q.id) as "lastSeq",
     (select coalesce(sum(c.statements), 0)::int from command c where c.qualification_id = q.id) as statements,
     (select coalesce(json_agg(j.command_id), '[]') from journal_entry j where j.qualification_id = q.id) as "commandIds",
     (select count(*)::int from outbox_event e where e.qualification_id = q.id and not exists
        (select 1 from journal_entry j where j.qualification_id = e.qualification_id and j.seq = e.seq)) as "eventsWithoutEntry",
     (select count(*)::int from working_paper w
       where w.qualification_id = q.id and w.open and q.stage = 'closed') as "openPapers"
     from qualification q where q.id = any($1::uuid[])`,
);

/** The digests of a document that has arrived: of the file as it came, and of what is shown. */
export interface DocumentDigests {
  readonly id: string;
  readonly original: string | null;
  readonly shown: string | null;
}
const DIGESTS = statement(
  'demo-documents',
  `select id, encode(sha256, 'hex') as original, encode(served_sha256, 'hex') as shown from document
    where status in ('quarantined', 'available', 'refused')`,
);

/** What is wrong with the feed of the office, from which nothing is held back. */
export interface FeedFaults {
  /** Events without a place in it that were not set aside either. */
  readonly untold: number;
  /** Entries that come before one of the same case that happened earlier. */
  readonly outOfOrder: number;
}
const FEED = statement(
  'demo-feed',
  `with entry as (select event_id, (seq, part) < lag((seq, part)) over (partition by qualification_id order by position) as late
       from feed_entry where organisation_id = '${OFFICE}' and qualification_id = any($1::uuid[]))
   select (select count(*)::int from outbox_event e where e.qualification_id = any($1::uuid[]) and e.parked_at is null
             and not exists (select from entry where entry.event_id = e.id)) as untold,
     (select count(*)::int from entry where late) as "outOfOrder"`,
);

async function read<R>(
  databaseUrl: string,
  sql: Statement,
  values: readonly unknown[],
): Promise<readonly R[]> {
  const dataSource = createDataSource({ url: databaseUrl, poolSize: 1, applicationName: 'selvedge-demo' });
  await dataSource.initialize();
  try {
    return await new Database(dataSource).run<R & Record<string, unknown>>(NOBODY, sql, values);
  } finally {
    await dataSource.destroy();
  }
}

export const readLedger = (databaseUrl: string, ids: readonly string[]): Promise<readonly LedgerRow[]> =>
  read(databaseUrl, LEDGER, [ids]);

/** All documents of the installation. */
export const readDigests = (databaseUrl: string): Promise<readonly DocumentDigests[]> =>
  read(databaseUrl, DIGESTS, []);

export async function readFeedFaults(databaseUrl: string, ids: readonly string[]): Promise<FeedFaults> {
  const [row] = await read<FeedFaults>(databaseUrl, FEED, [ids]);
  if (!row) throw new Error('the feed could not be judged');
  return row;
}
