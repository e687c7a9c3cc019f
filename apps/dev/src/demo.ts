import { smsFolderOf } from './demo/correspondents.js';
import { freshFolder } from './demo/fresh-folder.js';
import { readFlags, USAGE, type Flags } from './demo/flags.js';
import { readFlagged, runDemo } from './demo/run.js';
import { dim, red } from './demo/terminal.js';
import { startStack } from './stack/stack.js';

const INTRODUCTION = `
Selvedge takes suppliers from their application through audit, compliance checks and a pilot order to the
approval by a buyer. What follows runs on a real PostgreSQL and a real Temporal server, started for this
demo. Every role acts over the public HTTP API; deadlines of days and months are real ones, fast-forwarded.
`;
const log = (line: string): void => console.log(dim(`  ${line}`));

const untilStopped = (): Promise<never> => new Promise(() => undefined);

async function demo(flags: Flags): Promise<boolean> {
  const since = performance.now();
  const suppliers = await readFlagged(flags);
  console.log(INTRODUCTION);
  console.log('Starting PostgreSQL, Temporal, API and worker on this machine ...');
  const dataDir = await freshFolder('demo', log);
  const stack = await startStack({
    dataDir,
    // The demo does not wait for minutes to show the anchors; what a telephone is sent, the demo shows.
    workerEnv: { ANCHOR_INTERVAL_S: '2', SMS_RECORDING_DIR: smsFolderOf(dataDir) },
    log,
  });
  try {
    const held = await runDemo(stack, flags, suppliers, since);
    if (flags.keep) await untilStopped(); // Ctrl-C stops the stack
    return held;
  } finally {
    await stack.stop();
  }
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return console.log(USAGE);
  process.exitCode = (await demo(flags)) ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error(red(`selvedge: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});
