import {
  EVENT_TYPES,
  hearing,
  type CaseAsHeard,
  type CaseRelation,
  type EventOfCase,
  type EventType,
  type ParkReason,
  type Seal,
} from '#domain';
import { OFFICE } from './case-writes.js';
import { NOBODY, statement, type Database, type Row, type Transaction } from './database.js';

/** Events that are given their places in one turn. */
const AT_ONCE = 200;

const TURN = statement('sequencing-turn', 'select sequencing_turn() as mine');
const TO_TELL = statement(
  'events-to-tell',
  `select id, qualification_id as "qualificationId", seq, part, type, data, seal, closed_seals as "closedSeals",
       told_until as "toldUntil", buyer_of_pilot as "buyerOfPilot", parties from events_to_tell($1)`,
);
const TELL = statement('tell-events', 'select tell_events($1, $2, $3)::text as head');
const PARK = statement('park-events', 'select park_events($1)');
const SAVE = statement('telling-saved', 'savepoint telling');
const UNDO = statement('telling-undone', 'rollback to savepoint telling');

interface ToTell extends Omit<EventOfCase, 'type' | 'data'>, Row {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly closedSeals: readonly Seal[];
  readonly toldUntil: string | null;
  readonly buyerOfPilot: Readonly<Record<string, string>> | null;
  readonly parties:
    | readonly {
        readonly organisationId: string;
        readonly relation: Exclude<CaseRelation, 'programme-office'>;
      }[]
    | null;
}
interface Entry {
  readonly organisationId: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** What each listener is told of an event; and whether some of them hear it later. */
interface Telling {
  readonly id: string;
  readonly held: boolean;
  readonly entries: readonly Entry[];
}
interface Parked {
  readonly id: string;
  readonly reason: ParkReason;
}

/** An event that cannot be told as it is. */
class Untellable extends Error {
  constructor(readonly reason: ParkReason) {
    super(reason);
  }
}
const isKnown = (type: string): type is EventType => (EVENT_TYPES as readonly string[]).includes(type);
const isObject = (data: unknown): data is EventOfCase['data'] =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** @throws Untellable when it is of no known type, or has no fields */
function readEvent({ type, data, seq, seal }: ToTell): EventOfCase {
  if (!isKnown(type)) throw new Untellable('unknown-type');
  if (!isObject(data)) throw new Untellable('unreadable-data');
  return { type, data, seq, seal };
}

/** @throws Untellable when its case does not say until when it is told: then nobody knows who may hear of it */
function readCase({ closedSeals, toldUntil, buyerOfPilot }: ToTell): CaseAsHeard {
  if (toldUntil !== null && !/^\d{1,9}$/.test(toldUntil)) throw new Untellable('unreadable-case');
  return {
    closedSeals,
    toldUntil: toldUntil === null ? undefined : Number(toldUntil),
    buyerOfPilot: buyerOfPilot ?? {},
  };
}

function tellingOf(row: ToTell): Telling {
  const [event, known] = [readEvent(row), readCase(row)];
  const listeners = [
    { organisationId: OFFICE, relation: 'programme-office' as const },
    ...(row.parties ?? []),
  ];
  const heard = listeners.map((listener) => ({ listener, hearing: hearing(event, listener, known) }));
  return {
    id: row.id,
    held: heard.some((one) => one.hearing === 'later'),
    entries: heard.flatMap(({ listener, hearing: one }) =>
      typeof one === 'string' ? [] : [{ organisationId: listener.organisationId, data: one.told }],
    ),
  };
}

/** What can be told, and what cannot. */
function read(rows: readonly ToTell[]): { tellings: readonly Telling[]; parked: readonly Parked[] } {
  const tellings: Telling[] = [];
  const parked: Parked[] = [];
  for (const row of rows)
    try {
      tellings.push(tellingOf(row));
    } catch (error) {
      parked.push({ id: row.id, reason: error instanceof Untellable ? error.reason : 'failed' });
    }
  return { tellings, parked };
}

/** Gives events their places, in their order. */
async function tell(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
  const [later, now] = [tellings.filter(({ held }) => held), tellings.filter(({ held }) => !held)];
  const entries = tellings.flatMap(({ id, entries }, i) =>
    entries.map((entry) => ({ place: i + 1, eventId: id, ...entry })),
  );
  await tx.run(TELL, [JSON.stringify(entries), now.map(({ id }) => id), later.map(({ id }) => id)]);
}

/** PostgreSQL took exception to a value or a row (classes 22 and 23): the same would fail again, for ever. */
const isOfData = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && /^2[23]/.test(String(error.code));

/** One after the other, for when they could not be told together: which of them are to blame. */
async function tellApart(tx: Transaction, tellings: readonly Telling[]): Promise<readonly Parked[]> {
  const parked: Parked[] = [];
  for (const one of tellings) {
    await tx.run(SAVE, []);
    try {
      await tell(tx, [one]);
    } catch (error) {
      if (!isOfData(error)) throw error;
      await tx.run(UNDO, []);
      parked.push({ id: one.id, reason: 'refused-by-database' });
    }
  }
  return parked;
}

/** Told of what could not be told: a code, and the id of the event. */
export type TellOfParked = (parked: Parked) => void;

async function takeTurn(db: Database, limit: number, apart: boolean, noted: TellOfParked): Promise<number> {
  const { told, parked } = await db.transaction(NOBODY, async (tx) => {
    const [turn] = await tx.run<{ mine: boolean }>(TURN, []);
    const rows = turn?.mine ? await tx.run<ToTell>(TO_TELL, [limit]) : [];
    const { tellings, parked } = read(rows);
    const refused = apart ? await tellApart(tx, tellings) : [];
    if (!apart && tellings.length > 0) await tell(tx, tellings);
    const all = [...parked, ...refused];
    if (all.length > 0) await tx.run(PARK, [JSON.stringify(all)]);
    return { told: rows.length, parked: all };
  });
  parked.forEach(noted);
  return told;
}

/**
 * Gives what happened its place in the feed of everybody who may hear of it, in the order of each case. One process does so
 * at a time, and places are seen in their order, so that nothing ever appears behind a reader. What is sealed to somebody
 * is told when the seal opens, at a place of its own. What cannot be told is set aside with a reason and stops nothing:
 * later events of the same case go on, and it gets a place after them when the office has it tried again.
 * @returns how many events were looked at; 0 when there is nothing new, or another process has the turn
 */
export async function tellEvents(
  db: Database,
  limit = AT_ONCE,
  noted: TellOfParked = () => undefined,
): Promise<number> {
  try {
    return await takeTurn(db, limit, false, noted);
  } catch (error) {
    if (!isOfData(error)) throw error;
    return takeTurn(db, limit, true, noted);
  }
}
