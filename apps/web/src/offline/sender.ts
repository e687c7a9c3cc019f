import type { Entry, FieldProblem } from './entry.js';
import type { Queue } from './queue.js';

/** What came of one try. */
export type Outcome =
  | {
      readonly is: 'received';
      readonly etag?: string;
      readonly documentId?: string;
      readonly sha256?: string;
    }
  /** Nobody judged it: it is tried again, not before so many milliseconds. */
  | { readonly is: 'not-now'; readonly problem: string; readonly waitMs?: number }
  /** Nobody is signed in: nothing more is sent until somebody is. */
  | { readonly is: 'signed-out' }
  | {
      readonly is: 'refused';
      readonly problem: string;
      readonly fields?: readonly FieldProblem[];
      readonly current?: unknown;
      readonly currentEtag?: string;
    };

/** Sends one entry. */
export type Send = (entry: Entry) => Promise<Outcome>;

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);

const byAge = (one: Entry, other: Entry): number => one.at - other.at;
/** What may be sent now: the oldest of each place. What needs the person, or is not whole, holds up its place and nothing else. */
export function due(entries: readonly Entry[], now: number, hurry: boolean): readonly Entry[] {
  const places = new Set<string>();
  const first = [...entries].sort(byAge).filter(({ place, kind }) => {
    if (kind === 'photo') return true;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
  return first.filter(({ state, held, nextAt }) => state === 'here' && !held && (hurry || nextAt <= now));
}

async function sendOne(queue: Queue, entry: Entry, send: Send, now: () => number): Promise<boolean> {
  await queue.mark(entry.id, { state: 'sending' });
  const outcome = await send(entry);
  switch (outcome.is) {
    case 'received': {
      const { etag, documentId, sha256 } = outcome;
      await queue.settle(entry, { etag, documentId, sha256 });
      return true;
    }
    case 'refused': {
      const { problem, fields, current, currentEtag } = outcome;
      await queue.mark(entry.id, {
        state: 'needs-you',
        problem,
        fields,
        ...(current === undefined ? {} : { current, currentEtag }),
      });
      return true;
    }
    case 'not-now': {
      const nextAt = now() + (outcome.waitMs ?? waitAfter(entry.tries));
      await queue.mark(entry.id, { state: 'here', tries: entry.tries + 1, nextAt, problem: outcome.problem });
      return true;
    }
    case 'signed-out':
      await queue.mark(entry.id, { state: 'here', problem: 'unauthenticated' });
      return false;
  }
}

/**
 * Sends what waits, oldest first, until nothing more is due; facts before photos, which take long.
 * @param hurry whether what was put off is tried at once: the person said so, or the line came back
 */
export async function sendAll(
  queue: Queue,
  send: Send,
  hurry: boolean,
  now = () => Date.now(),
): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const ready = due(await queue.list(), now(), hurry).filter(({ id }) => !tried.has(id));
    const next = ready.find(({ kind }) => kind === 'fact') ?? ready[0];
    if (!next) return;
    tried.add(next.id);
    if (!(await sendOne(queue, next, send, now))) return;
  }
}
