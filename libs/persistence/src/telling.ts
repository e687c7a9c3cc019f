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
import type { Row } from './database.js';

/** An event that has no place yet, and what it takes to know who may hear of it. */
export interface ToTell extends Omit<EventOfCase, 'type' | 'data'>, Row {
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
/** What each listener is told of an event, and whether some of them hear it later. */
export interface Telling {
  readonly id: string;
  readonly held: boolean;
  readonly entries: readonly Entry[];
}
/** An event that was set aside, and why: an id and a code. */
export interface Parked {
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
export function tellingsOf(rows: readonly ToTell[]): {
  tellings: readonly Telling[];
  parked: readonly Parked[];
} {
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
