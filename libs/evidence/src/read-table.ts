import { Worker } from 'node:worker_threads';
import type { TableCell, TableKind } from './table-cells.js';

const TIMEOUT_MS = 10_000;
const HEAP_MEGABYTES = 128;
const THREAD = new URL('./table-thread.js', import.meta.url);

/** Whoever reads the table had to give up: it is broken, unpacks too large or takes too long. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';
}

/** So many threads at once: each may take its whole heap. */
const THREADS = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** A place among the threads; whoever leaves gives it to whoever waits longest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < THREADS) running += 1;
  else await new Promise<void>((resolve) => void waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * The cells of an examined table, or of the first sheet of an examined workbook, read in a thread with little memory and
 * time: what is small when packed may be large. Two are read at once, others wait.
 * @throws UnreadableTable
 */
export const readTable = (bytes: Uint8Array, kind: TableKind): Promise<readonly (readonly TableCell[])[]> =>
  inTurn(() => readInThread(bytes, kind));

function readInThread(bytes: Uint8Array, kind: TableKind): Promise<readonly (readonly TableCell[])[]> {
  const thread = new Worker(THREAD, {
    workerData: { bytes, kind },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    env: {},
    stderr: true,
  });
  return new Promise<TableCell[][]>((resolve, reject) => {
    const gaveUp = (): void => reject(new UnreadableTable('the table cannot be read'));
    const timer = setTimeout(gaveUp, TIMEOUT_MS);
    thread
      .once('message', resolve)
      .once('error', gaveUp)
      .once('exit', () => {
        clearTimeout(timer);
        gaveUp(); // nothing, when it was read before
      });
  }).finally(() => void thread.terminate());
}
