import type { Connection } from '@temporalio/client';
import type { JournalVerification } from '#contracts';
import type { BlobStore } from '#evidence';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Parties } from '../play/parties.js';
import type { DocumentDigests, FeedFaults, LedgerRow } from './ledger.js';
import { payloadTexts, readEvents, workflowCompleted } from './workflow-history.js';

export type Invariants = Readonly<Record<string, number>>;
export type Events = Awaited<ReturnType<typeof readEvents>>;

/** What is needed to judge: the rows, each case's history, and what the callers were told. */
export interface Evidence {
  readonly parties: Parties;
  readonly temporal: Connection;
  readonly rows: readonly LedgerRow[];
  readonly histories: ReadonlyMap<string, Events>;
  /** Names of suppliers, owners and people: none may be in a history. */
  readonly names: readonly string[];
  readonly answerEvents: number;
  readonly documents: readonly DocumentDigests[];
  readonly blobs: Pick<BlobStore, 'verify'>;
  readonly readFeed: () => Promise<FeedFaults>;
  /** Where details of a violation go. */
  readonly complain: (line: string) => void;
}

const countWhere = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length;

async function brokenChains({ parties, rows, complain }: Evidence): Promise<number> {
  const reader = parties.officer.api.uncounted();
  const read = async ({ id }: LedgerRow): Promise<boolean> => {
    const path = `/v1/qualifications/${id}/journal/verification`;
    const { intact, faults } = await reader.get<z.infer<typeof JournalVerification>>(path);
    for (const { seq, fault } of faults) complain(`case ${id}, journal entry ${seq}: ${fault}`);
    return intact;
  };
  return countWhere(await Promise.all(rows.map(read)), (intact) => !intact);
}

/** A command that was acknowledged is in the journal of its case, once. */
function lostCommands({ parties, rows, complain }: Evidence): number {
  const written = new Map<string, number>();
  for (const id of rows.flatMap((row) => row.commandIds)) written.set(id, (written.get(id) ?? 0) + 1);
  const asked = rows.flatMap(({ id }) => parties.costs.acknowledged.get(id) ?? []);
  const lost = asked.filter((id) => written.get(id) !== 1);
  for (const id of lost) complain(`command ${id} is in the journal ${written.get(id) ?? 0} times`);
  return lost.length;
}

/** The row says that nothing is left exactly when the workflow has ended; the workflow may be a moment behind. */
async function disagreements({ temporal, rows, complain }: Evidence): Promise<number> {
  const disagrees = async ({ id, over }: LedgerRow): Promise<boolean> => {
    for (let look = 0; look < 50; look++) {
      if ((await workflowCompleted(temporal, id)) === over) return false;
      await sleep(100);
    }
    complain(`case ${id}: the row says ${over ? 'over' : 'open'}, the workflow does not`);
    return true;
  };
  return countWhere(await Promise.all(rows.map(disagrees)), (wrong) => wrong);
}

/** A name as it stands in JSON, and as a regular expression reads it literally. */
const escaped = (name: string): string =>
  JSON.stringify(name)
    .slice(1, -1)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Payloads that hold one of the names as a word of its own. */
export function payloadsWithNames(payloads: readonly string[], names: readonly string[]): number {
  if (names.length === 0) return 0;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return countWhere(payloads, (text) => any.test(text));
}

/** Names in histories. A history that shows no payload was not read: that proves nothing, so it counts. */
function namesTold({ rows, histories, names, complain }: Evidence): number {
  const payloads = rows.map(({ id }) => payloadTexts(histories.get(id)));
  const unread = countWhere(payloads, (texts) => !texts.some((text) => text.includes('"type":"')));
  if (unread > 0) complain(`${unread} histories show no command`);
  return unread + payloadsWithNames(payloads.flat(), names);
}

/** A document that has arrived has its bytes, with the SHA-256 that its row says: as it came, and as it is shown. */
export async function documentsWithoutBytes({
  documents,
  blobs,
  complain,
}: Pick<Evidence, 'documents' | 'blobs' | 'complain'>): Promise<number> {
  let without = 0;
  for (const { id, original, shown } of documents) {
    const whole =
      original !== null && (await blobs.verify(original)) && (!shown || (await blobs.verify(shown)));
    if (whole) continue;
    complain(`document ${id}: its bytes are gone or changed`);
    without++;
  }
  return without;
}

/** What was committed last may be told a moment later. */
async function faultsOfFeed({
  readFeed,
  complain,
}: Pick<Evidence, 'readFeed' | 'complain'>): Promise<FeedFaults> {
  let faults = await readFeed();
  for (let look = 0; look < 50 && faults.untold > 0; look++) {
    await sleep(100);
    faults = await readFeed();
  }
  if (faults.untold > 0) complain(`${faults.untold} events have no place in the feed`);
  return faults;
}

/** Every promise of the house, as a count of violations. */
export async function judgeInvariants(evidence: Evidence): Promise<Invariants> {
  const { rows, answerEvents } = evidence;
  const feed = await faultsOfFeed(evidence);
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    'journal chains that do not verify': await brokenChains(evidence),
    'acknowledged commands not exactly once in the journal': lostCommands(evidence),
    'gaps in a journal': countWhere(
      rows,
      ({ seq, entries, lastSeq }) => entries !== lastSeq || seq !== lastSeq,
    ),
    'cases whose workflow and row disagree': await disagreements(evidence),
    'history payloads with a name in them': namesTold(evidence),
    'events without a journal entry': sum((row) => row.eventsWithoutEntry),
    'events without a place in the feed': feed.untold,
    'events told out of the order of their case': feed.outOfOrder,
    'working papers open in a closed case': sum((row) => row.openPapers),
    'history events made by answers': answerEvents,
    'documents without their bytes, by SHA-256': await documentsWithoutBytes(evidence),
  };
}
