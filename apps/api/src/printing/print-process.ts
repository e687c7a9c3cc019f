import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rm } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '#platform';

const SCRIPT = fileURLToPath(new URL('./printer-child.js', import.meta.url));
/** For how long a process may put its things away before it is ended. */
const GRACE_MS = 3_000;

/**
 * Starts a process that prints. It knows where to find programs and where to work, and no secret of ours.
 * @param chromiumPath the browser that is to be used; the one of this machine, or Playwright's own, when it is not named
 */
export function startPrintProcess(chromiumPath: string | undefined, script = SCRIPT): ChildProcess {
  const { PATH, HOME, NODE_ENV } = process.env;
  // What a browser leaves behind goes with its process, also when that is killed.
  const TMPDIR = mkdtempSync(join(tmpdir(), 'selvedge-print-'));
  // One that was named and is not there is told of by the process.
  const CHROMIUM_PATH = findChromium({ named: chromiumPath, searchPath: PATH }) ?? chromiumPath;
  const known = Object.entries({ PATH, HOME, TMPDIR, NODE_ENV, CHROMIUM_PATH });
  const child = fork(script, {
    env: Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.once('exit', () =>
    rm(TMPDIR, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }, () => undefined),
  );
  child.on('error', () => undefined);
  return child;
}

/** Lets a process end that has nothing to do any more; one that does not is ended. */
export function endPrintProcess(child: ChildProcess): void {
  if (child.connected) child.disconnect();
  const end = setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  child.once('exit', () => clearTimeout(end));
}
