import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessRef } from './process-identity.js';
import { readRunFile, removeRunFile } from './run-file.js';

/** First those who use the others. PostgreSQL's fast shutdown is SIGINT. */
export const stopOrder = ['worker', 'api', 'temporal', 'postgres'] as const;

/** The signal that asks a child of this name to end. */
export const stopSignalOf = (name: string): NodeJS.Signals => (name === 'postgres' ? 'SIGINT' : 'SIGTERM');

/** Thrown when the folder belongs to a stack whose starter is still there. */
export class AlreadyRunningError extends Error {}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it ended by itself in the meantime
  }
}

async function gone(ref: ProcessRef, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs && isRunning(ref); waited += 50) await sleep(50);
  return !isRunning(ref);
}

/** Ends exactly the recorded process: asks first, insists later, and never touches a reused number. */
export async function stopProcess(ref: ProcessRef, ask: NodeJS.Signals, graceMs = 10_000): Promise<void> {
  if (!isRunning(ref)) return;
  signal(ref.pid, ask);
  if (await gone(ref, graceMs)) return;
  signal(ref.pid, 'SIGKILL');
  await gone(ref, 5_000);
}

const rank = (name: string): number => {
  const index = (stopOrder as readonly string[]).indexOf(name);
  return index === -1 ? -1 : index;
};

/**
 * Stops what a killed starter left running out of this folder, and only that. A folder that was copied
 * still names the old place: the processes in its record are not ours to stop.
 */
export async function stopStale(
  dataDir: string,
  log: (line: string) => void,
  graceMs?: number,
): Promise<void> {
  const run = readRunFile(dataDir);
  if (run?.dataDir === dataDir) {
    if (isRunning(run.startedBy)) {
      const at = run.urls.api ? ` at ${run.urls.api}` : '';
      const who = `process ${run.startedBy.pid}${at}`;
      throw new AlreadyRunningError(`Selvedge already runs from ${dataDir} (${who}). Stop it first.`);
    }
    const left = Object.entries(run.children).filter(([, ref]) => isRunning(ref));
    for (const [name, ref] of left.sort(([a], [b]) => rank(a) - rank(b))) {
      log(`stopping ${name} (process ${ref.pid}), left over from an earlier run`);
      await stopProcess(ref, stopSignalOf(name), graceMs);
    }
  }
  removeRunFile(dataDir);
}
