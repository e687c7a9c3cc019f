import { openDatabase, replayDecision, type DecisionReplay, type Difference } from '#persistence';
import { realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ofRunningStack } from './verify.js';

const USAGE = `npm run replay-decision -- CASE SEQ [--json]
  CASE          id of a qualification
  SEQ           number of an entry of its journal
  DATABASE_URL  the database, as selvedge_app or a superuser; without it, the stack that \`npm start\` runs here`;

const line = ({ what, then, now }: Difference): string => `  ${what}: then ${then}, now ${now}`;

/** What was used, what has changed since, and whether the result is the same. */
export function linesOf({ seq, command, occurredAt, used, changed, differs }: DecisionReplay): string[] {
  return [
    `entry ${seq}: ${command}, ${occurredAt}`,
    `  scheme ${used.scheme}; rules ${used.rules}; holidays of ${used.calendar || 'no year'}`,
    ...used.papers.map((paper) => `  facts: ${paper}`),
    ...used.sources.map((source) => `  check ${source}`),
    ...(changed.length > 0 ? ['not as it was then:', ...changed.map(line)] : []),
    ...(differs.length > 0 ? ['DIFFERS:', ...differs.map(line)] : ['same: it is decided as it was then']),
  ];
}

/** Returns the exit code: 0 when it is decided as it was then, 1 when it is not, 2 when it could not be tried. */
export async function replay(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [id, number] = positionals;
  const seq = Number(number);
  if (!id || !Number.isInteger(seq) || !env.DATABASE_URL) {
    say(env.DATABASE_URL ? USAGE : `set DATABASE_URL\n${USAGE}`);
    return 2;
  }
  const db = await openDatabase({ url: env.DATABASE_URL, poolSize: 1, applicationName: 'selvedge-replay' });
  try {
    const found = await replayDecision(db, id, seq);
    if (!found) {
      say(`case ${id} has no entry ${seq}`);
      return 2;
    }
    if (values.json) say(JSON.stringify(found, null, 2));
    else linesOf(found).forEach((text) => say(text));
    return found.differs.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

const calledAs = process.argv[1];
if (calledAs && realpathSync(calledAs) === import.meta.filename) {
  process.exitCode = await replay(process.argv.slice(2), ofRunningStack(process.env)).catch(
    (error: unknown) => {
      console.error(
        `selvedge: it could not be decided again: ${error instanceof Error ? error.message : String(error)}`,
      );
      return 2;
    },
  );
}
