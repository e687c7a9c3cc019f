import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresBinaries } from './postgres-binaries.js';
import { type PostgresUser } from './postgres-user.js';
import { commandLineOf, refOf } from './process-identity.js';
import { runProgram } from './run-program.js';
import { stopProcess } from './stale.js';

/** Where the database files of a data folder are. */
export const clusterDir = (dataDir: string): string => join(dataDir, 'postgres');

/** The password of this data folder: random, made once, readable by its owner only. */
export function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

const initdbFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

/** Makes the database files unless they are there; a half-made folder of an interrupted run is made anew. */
export async function createCluster(
  dataDir: string,
  { initdb }: PostgresBinaries,
  user: PostgresUser,
): Promise<void> {
  const target = clusterDir(dataDir);
  if (existsSync(join(target, 'PG_VERSION'))) return;
  const draft = `${target}.new`;
  const passwordFile = join(draft, 'password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'data'), { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, passwordOf(dataDir), { mode: 0o600 });
  [draft, join(draft, 'data'), passwordFile].forEach(user.own);
  const flags = [`--pgdata=${join(draft, 'data')}`, `--pwfile=${passwordFile}`, ...initdbFlags];
  const { command, args, uid, gid } = user.command(initdb, flags, [draft]);
  const { code, output } = await runProgram(command, args, { uid, gid, timeoutMs: 120_000 });
  if (code !== 0) throw new Error(`The database files could not be made: ${output}`);
  renameSync(join(draft, 'data'), target);
  rmSync(draft, { recursive: true, force: true });
}

/**
 * A crash leaves `postmaster.pid` behind. If its process is a PostgreSQL on these very files, it is stopped;
 * if the number now belongs to something else, the file goes, or PostgreSQL would refuse to start.
 */
export async function clearStalePostmaster(dataDir: string): Promise<void> {
  const file = join(clusterDir(dataDir), 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const line = commandLineOf(pid);
  if (line.includes(clusterDir(dataDir))) await stopProcess(refOf(pid), 'SIGINT');
  else if (line !== '') rmSync(file);
}
