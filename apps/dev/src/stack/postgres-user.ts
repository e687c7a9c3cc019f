import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { runProgram } from './run-program.js';

/** A command with the user it runs as. */
export interface UserCommand {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`. */
export interface PostgresUser {
  own(path: string): void;
  command(program: string, args: string[], paths: string[]): UserCommand;
}

const timeoutMs = 20_000;

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  const { code, output } = await runProgram('id', [flag, 'postgres'], { timeoutMs });
  return code === 0 ? Number(output) : undefined;
}

async function createUser(): Promise<void> {
  await runProgram('groupadd', ['--system', 'postgres'], { timeoutMs });
  await runProgram('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres'], {
    timeoutMs,
  });
}

/** True when every folder on the way lets other users through. */
function openToOthers(path: string): boolean {
  const parent = dirname(path);
  return parent === path || ((statSync(parent).mode & 0o001) !== 0 && openToOthers(parent));
}

/** In a checkout under a closed folder (such as /root) the user keeps one right of root: to pass through. */
function passingThrough(uid: number, gid: number, program: string, args: string[]): UserCommand {
  const who = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const rights = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return { command: 'setpriv', args: [...who, ...rights, '--', program, ...args] };
}

/** Who runs PostgreSQL here: we ourselves, or as root the user `postgres`, who is made when missing. */
export async function findPostgresUser(): Promise<PostgresUser> {
  if (process.getuid?.() !== 0)
    return { own: () => undefined, command: (command, args) => ({ command, args }) };
  if ((await idOf('-u')) === undefined) await createUser();
  const [uid, gid] = [await idOf('-u'), await idOf('-g')];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and the user postgres could not be made: set DATABASE_URL.',
    );
  }
  return {
    own: (path) => chownSync(path, uid, gid),
    command: (program, args, paths) =>
      [program, ...paths].every(openToOthers)
        ? { command: program, args, uid, gid }
        : passingThrough(uid, gid, program, args),
  };
}
