import { openDatabase, readPublicKeys, verifyEverything, type Verification } from '#persistence';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { anchorFileOf, anchorSettingsOf } from './stack/anchor-settings.js';
import { repositoryRoot } from './stack/repository.js';
import { readRunFile } from './stack/run-file.js';

const USAGE = `npm run verify -- [--anchors FILE] [--keys KEY,KEY] [--case ID] [--json]
  DATABASE_URL        the database, as selvedge_app or a superuser; without it, the stack that \`npm start\` runs here
  ANCHOR_FILE         the anchor file, or a copy that somebody kept (--anchors)
  ANCHOR_PUBLIC_KEYS  what its lines may be signed with: ask the API at /v1/journal/keys once, and keep them (--keys)`;

/** The stack that runs out of this repository, when the environment names no database. */
export function ofRunningStack(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const run = env.DATABASE_URL ? undefined : readRunFile(join(repositoryRoot(), '.selvedge'));
  if (!run?.urls['postgres']) return env;
  const { dataDir, urls } = run;
  return {
    DATABASE_URL: urls['postgres'],
    ANCHOR_FILE: anchorFileOf(dataDir),
    ...anchorSettingsOf(dataDir, 'api'),
    ...env,
  };
}

/** What to verify, from arguments and environment. @throws Error when something is missing or unknown */
function settings(args: string[], env: NodeJS.ProcessEnv) {
  const { values } = parseArgs({
    args,
    options: {
      anchors: { type: 'string' },
      keys: { type: 'string' },
      case: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const url = env.DATABASE_URL;
  const path = values.anchors ?? (env.ANCHOR_FILE || undefined);
  const publicKeys = values.keys ?? (env.ANCHOR_PUBLIC_KEYS || undefined);
  if (!url) throw new Error('set DATABASE_URL');
  if (path && !publicKeys) throw new Error('an anchor file is worth nothing without the public keys: --keys');
  const anchors = path ? { path, keys: readPublicKeys(publicKeys ?? '') } : undefined;
  return { url, json: values.json ?? false, scope: { anchors, qualificationId: values.case } };
}

const IN_WORDS: Readonly<Record<string, string>> = {
  gap: 'an entry is missing before it',
  'broken-link': 'does not follow from the entry before it',
  'payload-changed': 'what it says was changed',
  'hash-changed': 'its hash was changed',
  'head-differs': 'the case row names another end of the chain',
  'cut-tail': 'was anchored, and is gone: the end of the chain was cut off',
  'differs-from-anchor': 'is not what was anchored: the chain was rebuilt from here or before',
  'case-missing': 'was anchored, and the whole case is gone',
  'line-missing': 'lines are missing before it',
  'line-before-changed': 'the line before it was changed',
  'not-signed': 'is not signed by one of the keys',
  'tail-missing': 'the database remembers later lines than the last one',
  'other-file': 'the database is anchored in another file, or in what was begun after this one was lost',
};
const inWords = (fault: string): string => {
  const [, kind = '', what] = /^([^:]*):?(.*)$/.exec(fault) ?? [];
  if (kind === 'facts-changed') return `facts of "${what}" that it relied on were changed`;
  if (kind === 'check-changed') return `the result of the check "${what}" was changed`;
  return IN_WORDS[fault] ?? fault;
};

/** One line for each thing that is wrong, and a last one that says what was looked at. */
export function linesOf({ anchors, cases, entries, fileFaults, faults, reliances }: Verification): string[] {
  const wrong = faults.length + fileFaults.length;
  const compared = anchors
    ? `${anchors.heads} anchored links in ${anchors.lines} lines`
    : 'no anchor file: a chain that was rebuilt whole would not be noticed';
  return [
    ...fileFaults.map(({ line, fault }) => `anchor file${line ? `, line ${line}` : ''}: ${inWords(fault)}`),
    ...faults.map(
      ({ caseNumber, qualificationId, seq, fault, anchoredAt, more }) =>
        `${caseNumber ?? qualificationId}, entry ${seq}: ${inWords(fault)}` +
        (anchoredAt ? ` (anchored ${anchoredAt})` : '') +
        (more > 0 ? `, and ${more} more` : ''),
    ),
    `${wrong === 0 ? 'whole' : `${wrong} WRONG`}: ${cases} cases, ${entries} entries, ${reliances} digests of facts; ${compared}`,
  ];
}

/** Returns the exit code: 0 when everything is whole, 1 when anything is wrong, 2 when it could not be looked at. */
export async function verify(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<0 | 1 | 2> {
  let asked;
  try {
    asked = settings(args, env);
  } catch (error) {
    say(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const db = await openDatabase({ url: asked.url, poolSize: 1, applicationName: 'selvedge-verify' });
  try {
    const found = await verifyEverything(db, asked.scope);
    if (asked.json) say(JSON.stringify(found, null, 2));
    else linesOf(found).forEach((line) => say(line));
    return found.faults.length + found.fileFaults.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

const calledAs = process.argv[1];
if (calledAs && realpathSync(calledAs) === import.meta.filename) {
  process.exitCode = await verify(process.argv.slice(2), ofRunningStack(process.env)).catch(
    (error: unknown) => {
      console.error(
        `selvedge: it could not be verified: ${error instanceof Error ? error.message : String(error)}`,
      );
      return 2;
    },
  );
}
