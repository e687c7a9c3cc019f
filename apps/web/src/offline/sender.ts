import type { Entry, FieldProblem } from './entry.js';
import type { Queue } from './queue.js';

/** What came of one try. */
export type Outcome =
  | {
      readonly is: 'received';
      readonly etag?: string | undefined;
      readonly documentId?: string | undefined;
      readonly sha256?: string | undefined;
    }
  /**
   * Nobody judged it: it is tried again, not before so many milliseconds. `all`: nor would anything else be judged now, for
   * there is no line, or too much was asked.
   */
  | { readonly is: 'not-now'; readonly problem: string; readonly waitMs?: number; readonly all?: boolean }
  /** Nobody is signed in, or somebody ended the session: nothing more is sent until somebody is. */
  | { readonly is: 'signed-out'; readonly ended: boolean }
  | {
      readonly is: 'refused';
      readonly problem: string;
      readonly fields?: readonly FieldProblem[] | undefined;
      readonly current?: unknown;
      readonly currentEtag?: string | undefined;
    };

/** Sends one entry. */
export type Send = (entry: Entry) => Promise<Outcome>;
/** How a round ended. */
export type Round = 'done' | 'no-line' | 'signed-out' | 'session-ended';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** Later than this nothing is put off, also when the clock of the device was set back since. */
const LONGEST_PUT_OFF_MS = 15 * 60_000;
const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
const isPutOff = ({ nextAt }: Entry, now: number): boolean =>
  nextAt > now && nextAt <= now + LONGEST_PUT_OFF_MS;

/**
 * What may be sent now: the oldest of each place, and of a case nothing that came after a gate which was not passed. What needs
 * the person, or is not whole, holds up its place and nothing else.
 */
export function due(entries: readonly Entry[], now: number, hurry: boolean): readonly Entry[] {
  const places = new Set<string>();
  const cases = new Set<string>();
  const first = [...entries]
    .sort((one, other) => one.nr - other.nr)
    .filter((entry) => {
      const open = !cases.has(entry.caseId) && (entry.kind === 'photo' || !places.has(entry.place));
      if (entry.kind === 'fact') places.add(entry.place);
      if (entry.kind === 'fact' && entry.gate) cases.add(entry.caseId);
      return open;
    });
  return first.filter((entry) => entry.state === 'here' && !entry.held && (hurry || !isPutOff(entry, now)));
}

async function sendOne(queue: Queue, entry: Entry, send: Send, now: () => number): Promise<Round> {
  const { id } = entry;
  const tries = entry.tries + 1;
  // Counted before it leaves: whoever finds it after a crash knows that it may have arrived.
  await queue.mark(id, { state: 'sending', tries });
  const outcome = await send({ ...entry, state: 'sending', tries });
  switch (outcome.is) {
    case 'received':
      await queue.settle(entry, outcome);
      return 'done';
    case 'refused':
      await queue.refuse(entry, outcome);
      return 'done';
    case 'not-now': {
      const nextAt = now() + (outcome.waitMs ?? waitAfter(entry.tries));
      await queue.mark(id, { state: 'here', nextAt, problem: outcome.problem });
      return outcome.all ? 'no-line' : 'done';
    }
    case 'signed-out':
      await queue.mark(id, { state: 'here', problem: 'unauthenticated' });
      return outcome.ended ? 'session-ended' : 'signed-out';
  }
}

/**
 * Sends what waits, in the order in which it was written, until nothing more is due; facts before photos, which take long.
 * @param hurry whether what was put off is tried at once: the person said so, or the line came back
 */
export async function sendAll(
  queue: Queue,
  send: Send,
  hurry: boolean,
  now = () => Date.now(),
): Promise<Round> {
  const tried = new Set<string>();
  for (;;) {
    const ready = due(await queue.list(), now(), hurry).filter(({ id }) => !tried.has(id));
    const next = ready.find(({ kind }) => kind === 'fact') ?? ready[0];
    if (!next) return 'done';
    tried.add(next.id);
    const round = await sendOne(queue, next, send, now);
    if (round !== 'done') return round;
  }
}
