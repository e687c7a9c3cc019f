import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cliVersion } from './temporal-version.js';

/** Downloads are kept outside the repository, so that a second clone needs none. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.SELVEDGE_CACHE || join(homedir(), '.cache', 'selvedge');
}

/** Where the cache keeps the CLI. */
export function cachedCli(cache: string): string {
  return join(cache, `temporal-${cliVersion}`);
}

/** Puts a program into the cache: nobody ever sees half of it. */
export function putIntoCache(cache: string, program: string): string {
  mkdirSync(cache, { recursive: true });
  const draft = `${cachedCli(cache)}.${process.pid}`;
  try {
    copyFileSync(program, draft);
    chmodSync(draft, 0o755);
    renameSync(draft, cachedCli(cache));
  } finally {
    rmSync(draft, { force: true });
  }
  return cachedCli(cache);
}
