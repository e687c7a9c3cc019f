import {
  lastDigest,
  noticesOf,
  onceEach,
  organisationsConcerned,
  sendAfter,
  type CaseRelation,
  type CaseState,
  type EventType,
  type OpenedTask,
  type OrganisationKind,
  type Role,
  type Seal,
  type TellingTimes,
  type ToldDecision,
} from '#domain';
import { OFFICE } from './case-writes.js';
import { NOBODY, statement, type Database, type Row, type Transaction } from './database.js';

const TURN = statement('notifying-turn', 'select notifying_turn() as mine');
const ENTRIES = statement(
  'entries-to-notify',
  `select position::text, organisation_id as "organisationId", event_id as "eventId", qualification_id as "qualificationId",
       case_number as "caseNumber", seq, type, data, seal, fresh, acted_by as "actedBy", auditor_id as "auditorId", relations,
       opened, state, closed_seals as "closedSeals", told_until as "toldUntil"
     from entries_to_notify()`,
);
const PEOPLE = statement(
  'people-to-notify',
  `select person_id as "personId", organisation_id as "organisationId", organisation_kind as "organisationKind", roles,
       quiet_from as "quietFrom", quiet_until as "quietUntil", digest
     from people_to_notify($1)`,
);
const TELL = statement('notify-people', 'select notify_people($1, $2) as told');

interface Entry extends Row {
  readonly position: string;
  readonly organisationId: string;
  readonly eventId: string;
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly seq: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly seal: Seal;
  /** Recorded since people are told at all. */
  readonly fresh: boolean;
  readonly actedBy: string | null;
  readonly auditorId: string | null;
  readonly relations: readonly CaseRelation[] | null;
  readonly opened: readonly OpenedTask[] | null;
  readonly state: CaseState | null;
  readonly closedSeals: readonly Seal[];
  readonly toldUntil: number | null;
}
interface QuietColumns {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}
interface PersonRow extends QuietColumns, Row {
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
  readonly digest: TellingTimes['digest'];
}

const quietOf = ({ quietFrom, quietUntil }: QuietColumns): TellingTimes['quiet'] =>
  quietFrom && quietUntil ? { from: quietFrom, until: quietUntil } : undefined;

/** What one organisation was told of one decision. */
interface Telling {
  readonly entry: Entry;
  readonly decision: ToldDecision;
}
function tellingOf(entries: readonly [Entry, ...Entry[]]): Telling {
  const [entry] = entries;
  const office = entry.organisationId === OFFICE;
  const state = entries.find((one) => one.state)?.state ?? undefined;
  const decision: ToldDecision = {
    organisationId: office ? undefined : entry.organisationId,
    relations: office ? ['programme-office'] : (entry.relations ?? []),
    events: entries,
    opened: entry.opened ?? [],
    actedBy: entry.actedBy ?? undefined,
    auditorId: entry.auditorId ?? undefined,
    state,
    ...{ seq: entry.seq, seal: entry.seal },
    known: {
      closedSeals: entry.closedSeals,
      toldUntil: entry.toldUntil ?? undefined,
      buyerOfPilot: {},
    },
  };
  return { entry, decision };
}

function tellingsOf(entries: readonly Entry[]): readonly Telling[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries.filter(({ fresh }) => fresh)) {
    const key = `${entry.organisationId}/${entry.qualificationId}/${entry.seq}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map(tellingOf);
}

/** Of a decision that the rules cannot turn into notices: it is left, so that nobody else waits for it. */
export type Untold = (error: unknown, of: Pick<Entry, 'qualificationId' | 'seq' | 'organisationId'>) => void;

function attempt<T>({ entry }: Telling, untold: Untold, tell: () => readonly T[]): readonly T[] | undefined {
  const { qualificationId, seq, organisationId } = entry;
  try {
    return tell();
  } catch (error) {
    untold(error, { qualificationId, seq, organisationId });
    return undefined;
  }
}

interface Means {
  readonly now: string;
  readonly newId: () => string;
  readonly untold: Untold;
}
/** Rows of notifications, in the order of the feed. */
async function rowsOf(tx: Transaction, tellings: readonly Telling[], { now, newId, untold }: Means) {
  const concerned = tellings.flatMap((telling) => {
    const organisations = attempt(telling, untold, () => organisationsConcerned(telling.decision));
    return organisations ? [{ telling, organisations }] : [];
  });
  const organisations = concerned.flatMap((one) => one.organisations);
  const people = await tx.run<PersonRow>(PEOPLE, [[...new Set(organisations.map((id) => id ?? OFFICE))]]);
  const notices = concerned.flatMap(({ telling }) => {
    const { qualificationId, caseNumber } = telling.entry;
    const told = attempt(telling, untold, () => noticesOf(telling.decision, people)) ?? [];
    return told.map((notice) => ({ ...notice, qualificationId, caseNumber }));
  });
  return onceEach(notices).map(({ type, params, ...notice }) => {
    const person = people.find(({ personId }) => personId === notice.personId);
    const times = { quiet: person && quietOf(person), digest: person?.digest ?? 'off' };
    return {
      ...{ id: newId(), ...notice, data: { type, params } },
      sendAfter: sendAfter(now, times, { kind: notice.kind, type }),
    };
  });
}

/**
 * Tells people what their organisations were told since the last time: the entries of the feed that got their places
 * together, in one transaction with the place. One process does so at a time; doing it again tells nobody twice.
 * @param now when it is, for quiet hours
 * @param untold is told of decisions that could not be told: they stand in feeds and tasks all the same
 * @returns how many entries were looked at; 0 when there is nothing new, or another process has the turn
 */
export const tellPeople = (db: Database, now: string, newId: () => string, untold: Untold): Promise<number> =>
  db.transaction(NOBODY, async (tx) => {
    const [turn] = await tx.run<{ mine: boolean }>(TURN, []);
    if (!turn?.mine) return 0;
    const entries = await tx.run<Entry>(ENTRIES, []);
    const last = entries.at(-1);
    if (!last) return 0;
    const rows = await rowsOf(tx, tellingsOf(entries), { now, newId, untold });
    await tx.run(TELL, [JSON.stringify(rows), last.position]);
    return entries.length;
  });

/** People whose digests are made in one turn, and the lines that one digest has at most. */
const DIGESTS_AT_ONCE = 100;
const LINES = 50;
const DIGESTS = statement(
  'digests-to-make',
  `select person_id as "personId", organisation_id as "organisationId", quiet_from as "quietFrom", quiet_until as "quietUntil",
       notifications, lines
     from digests_to_make($1, $2, $3)`,
);
const MAKE = statement('make-digests', 'select make_digests($1, $2) as made');
interface DigestRow extends QuietColumns, Row {
  readonly personId: string;
  readonly organisationId: string;
  readonly notifications: readonly string[];
  readonly lines: readonly unknown[] | null;
}

/**
 * Folds what happened since the last digest into one notification for each person and organisation that wants it so; what
 * their organisation has nothing to do with any more is left out.
 * @returns how many people's were looked at
 */
export const makeDigests = (db: Database, now: string, newId: () => string): Promise<number> =>
  db.transaction(NOBODY, async (tx) => {
    const [turn] = await tx.run<{ mine: boolean }>(TURN, []);
    if (!turn?.mine) return 0;
    const instants = [lastDigest(now, 'daily'), lastDigest(now, 'weekly')];
    const found = await tx.run<DigestRow>(DIGESTS, [...instants, DIGESTS_AT_ONCE]);
    if (found.length === 0) return 0;
    const digests = found.flatMap(({ personId, organisationId, lines, ...row }) =>
      lines
        ? [
            {
              ...{ id: newId(), personId, organisationId },
              data: { params: { count: lines.length, lines: lines.slice(0, LINES) } },
              sendAfter: sendAfter(now, { quiet: quietOf(row), digest: 'off' }, { kind: 'digest' }),
            },
          ]
        : [],
    );
    await tx.run(MAKE, [JSON.stringify(digests), found.flatMap(({ notifications }) => notifications)]);
    return found.length;
  });
