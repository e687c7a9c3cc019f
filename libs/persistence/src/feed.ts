import { hearing, type CaseRelation, type EventOfCase, type EventType, type Seal } from '#domain';
import { OFFICE } from './case-writes.js';
import { NOBODY, statement, type Database, type Row, type SqlActor } from './database.js';

/** Events that are given their places in one turn. */
const AT_ONCE = 200;

const TURN = statement('sequencing-turn', 'select sequencing_turn() as mine');
const TO_TELL = statement(
  'events-to-tell',
  `select id, qualification_id as "qualificationId", seq, part, type, data, seal, closed_seals as "closedSeals",
       told_until as "toldUntil", buyer_of_pilot as "buyerOfPilot", parties from events_to_tell($1)`,
);
const TELL = statement('tell-events', 'select tell_events($1, $2, $3)::text as head');

interface ToTell extends EventOfCase, Row {
  readonly id: string;
  readonly closedSeals: readonly Seal[];
  readonly toldUntil: number | null;
  readonly buyerOfPilot: Readonly<Record<string, string>> | null;
  readonly parties:
    | readonly {
        readonly organisationId: string;
        readonly relation: Exclude<CaseRelation, 'programme-office'>;
      }[]
    | null;
}

/** What each listener is told of one event, under its place in this turn; and whether some of them hear it later. */
function tellingOf(event: ToTell, place: number) {
  const known = {
    closedSeals: event.closedSeals,
    toldUntil: event.toldUntil ?? undefined,
    buyerOfPilot: event.buyerOfPilot ?? {},
  };
  const listeners = [
    { organisationId: OFFICE, relation: 'programme-office' as const },
    ...(event.parties ?? []),
  ];
  const heard = listeners.map((listener) => ({ listener, hearing: hearing(event, listener, known) }));
  return {
    held: heard.some((one) => one.hearing === 'later'),
    entries: heard.flatMap(({ listener, hearing: one }) =>
      typeof one === 'string'
        ? []
        : [{ place, organisationId: listener.organisationId, eventId: event.id, data: one.told }],
    ),
  };
}

/**
 * Gives what happened its place in the feed of everybody who may hear of it, in the order of each case. One process does so
 * at a time, and places are seen in their order, so that nothing ever appears behind a reader. What is sealed to somebody
 * is told when the seal opens, at a place of its own.
 * @returns how many events were looked at; 0 when there is nothing new, or another process has the turn
 */
export const tellEvents = (db: Database, limit = AT_ONCE): Promise<number> =>
  db.transaction(NOBODY, async (tx) => {
    const [turn] = await tx.run<{ mine: boolean }>(TURN, []);
    if (!turn?.mine) return 0;
    const events = await tx.run<ToTell>(TO_TELL, [limit]);
    if (events.length === 0) return 0;
    const tellings = events.map((event, i) => ({ id: event.id, ...tellingOf(event, i + 1) }));
    const [later, now] = [tellings.filter(({ held }) => held), tellings.filter(({ held }) => !held)];
    await tx.run(TELL, [
      JSON.stringify(tellings.flatMap(({ entries }) => entries)),
      now.map(({ id }) => id),
      later.map(({ id }) => id),
    ]);
    return events.length;
  });

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

const READ = statement(
  'read-feed',
  `select position::text, event_id as "eventId", qualification_id as "qualificationId", seq, part, type, data,
       occurred_at as "occurredAt", told_at as "toldAt"
     from feed_entry f where f.organisation_id = $1 and f.position > $2 order by f.position limit $3`,
);
/**
 * What an organisation was told after a place, in order; of cases that it has nothing to do with any more, nothing.
 * @param organisationId the acting one, or `OFFICE` for the programme office
 */
export const readFeed = (
  db: Database,
  actor: SqlActor,
  organisationId: string,
  after: string,
  limit: number,
): Promise<readonly FeedEntry[]> => db.run<FeedEntry & Row>(actor, READ, [organisationId, after, limit]);

const BACKLOG = statement('feed-backlog', 'select waiting::int, oldest from feed_backlog()');
/** Events that wait for their place, and since when the oldest does. */
export async function feedBacklog(db: Database): Promise<{ waiting: number; oldest: Date | null }> {
  const [row] = await db.run<{ waiting: number; oldest: Date | null }>(NOBODY, BACKLOG, []);
  return row ?? { waiting: 0, oldest: null };
}
