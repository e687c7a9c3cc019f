import type { EventType } from '#domain';
import { OFFICE } from './case-writes.js';
import { NOBODY, statement, type Database, type Row, type SqlActor } from './database.js';

/** An event as one organisation is told of it. */
export interface FeedEntry {
  /** Its place in the feed: whole number as text, larger for what was told later. */
  readonly position: string;
  readonly eventId: string;
  readonly qualificationId: string;
  /** Of the decision in its case, and the place among the events of that decision. */
  readonly seq: number;
  readonly part: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly toldAt: Date;
}

/** A place in the feed, whole number as text, and when what stands there was told. */
export interface FeedPlace {
  readonly position: string;
  readonly toldAt: Date;
}
export interface FeedQuestion {
  /** The acting organisation, or `OFFICE` for the programme office. */
  readonly organisationId: string;
  /** `position` of a place; `0` from the beginning. */
  readonly after: string;
  readonly limit: number;
  readonly types?: readonly EventType[] | undefined;
  readonly qualificationId?: string | undefined;
}
export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** Where the next page begins: never before `after`, also when nothing was shown. */
  readonly next: FeedPlace;
  /** Whether there may be more at once. */
  readonly more: boolean;
  /** The newest place of all. */
  readonly head: string;
}

/** Entries that one page looks at, shown or not: nobody waits for a thousand pages that they may not see. */
const LOOKED_AT = 1000;
const READ = statement(
  'read-feed',
  `select w.head::text, w.upto::text, w.told_at as "uptoToldAt", w.more, f.*
     from feed_window($2, ${LOOKED_AT}) w left join lateral (
       select f.position::text, f.event_id as "eventId", f.qualification_id as "qualificationId", f.seq, f.part, f.type, f.data,
           f.occurred_at as "occurredAt", f.told_at as "toldAt"
         from feed_entry f
        where f.organisation_id = $1 and f.position > $2 and f.position <= w.upto
          and ($4::text[] is null or f.type = any ($4)) and ($5::uuid is null or f.qualification_id = $5)
          and ($1 = '${OFFICE}' or sees_case(f.qualification_id))
        order by f.position limit $3) f on true
    order by f.position::bigint`,
);
interface PageRow extends Row {
  readonly head: string;
  readonly upto: string;
  readonly uptoToldAt: Date;
  readonly more: boolean;
}

/** Without what every row says of the page. */
const entryOf = ({ position, eventId, qualificationId, seq, part, ...rest }: FeedEntry): FeedEntry => ({
  ...{ position, eventId, qualificationId, seq, part },
  ...{ type: rest.type, data: rest.data, occurredAt: rest.occurredAt, toldAt: rest.toldAt },
});

/**
 * What an organisation was told after a place, in order; of cases that it has nothing to do with any more, nothing. One
 * statement: all of it is of one moment, so nothing is ever told at a place before `next` that was not shown.
 */
export async function readFeed(db: Database, actor: SqlActor, question: FeedQuestion): Promise<FeedPage> {
  const { organisationId, after, limit, types = null, qualificationId = null } = question;
  const values = [organisationId, after, limit, types, qualificationId];
  const rows = await db.run<PageRow & FeedEntry>(actor, READ, values);
  const [window] = rows;
  if (!window) throw new Error('the feed has no head');
  const entries = rows.filter(({ position }) => position !== null).map(entryOf);
  const last = entries.length === limit ? entries.at(-1) : undefined;
  return {
    entries,
    next: last ?? {
      position: BigInt(window.upto) > BigInt(after) ? window.upto : after,
      toldAt: window.uptoToldAt,
    },
    more: last !== undefined || window.more,
    head: window.head,
  };
}

const BACKLOG = statement('feed-backlog', 'select waiting::int, oldest, parked::int from feed_backlog()');
export interface FeedBacklog {
  /** Events that have no place yet. */
  readonly waiting: number;
  /** Since when the oldest of them waits. */
  readonly oldest: Date | null;
  /** Events that were set aside. */
  readonly parked: number;
}
export async function feedBacklog(db: Database): Promise<FeedBacklog> {
  const [row] = await db.run<FeedBacklog & Row>(NOBODY, BACKLOG, []);
  return row ?? { waiting: 0, oldest: null, parked: 0 };
}

const NEWS = statement('feed-news', 'select head::text, organisations from feed_news($1, $2)');
/** How far the feed goes, and who of these organisations was told something after a place. */
export async function feedNews(
  db: Database,
  after: string,
  organisations: readonly string[],
): Promise<{ readonly head: string; readonly organisations: readonly string[] }> {
  const [row] = await db.run<{ head: string; organisations: string[] }>(NOBODY, NEWS, [after, organisations]);
  return row ?? { head: after, organisations: [] };
}
