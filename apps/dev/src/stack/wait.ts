import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  withinMs?: number;
  everyMs?: number;
  /** Aborted when there is no point in asking on. */
  up?: AbortSignal;
}

/** Asks again and again until the answer is there; the last reason why not goes into the error. */
export async function waitUntil<T>(
  what: string,
  probe: () => Promise<T>,
  { withinMs = 30_000, everyMs = 50, up }: Patience = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (up?.aborted || performance.now() > end) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`${what} was not ready within ${Math.round(withinMs / 1000)} s: ${why}`);
      }
    }
    await sleep(everyMs);
  }
}
