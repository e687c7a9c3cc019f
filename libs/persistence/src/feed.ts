import { NOBODY, statement, type Database, type Transaction } from './database.js';
import { tellingsOf, type Parked, type Telling, type ToTell } from './telling.js';

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
    const { tellings, parked } = tellingsOf(rows);
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
