import { Connection } from '@temporalio/client';
import { commitCosts } from './bench/commands.js';
import {
  measureAnswers,
  measureCommands,
  measureDecisions,
  measureThroughput,
  sceneFor,
} from './bench/measure.js';
import { printCalibration, printErrors, printLookups, printWeights } from './bench/print-screening.js';
import { measureScreening } from './bench/screening.js';
import { measureSlowLine } from './bench/slow-line.js';
import {
  printAnswers,
  printCommands,
  printDecisions,
  printPageLoads,
  printThroughput,
} from './bench/print.js';
import { freshFolder } from './demo/fresh-folder.js';
import { dim, red } from './demo/terminal.js';
import { installOffice, seedParties } from './play/parties.js';
import { startStack, type Stack } from './stack/stack.js';

const log = (line: string): void => console.log(dim(`  ${line}`));
const PARALLEL = 10;

async function measure(stack: Stack, temporal: Connection): Promise<void> {
  const parties = await seedParties(stack.apiUrl, await installOffice(stack.databaseUrl));
  const scene = sceneFor(parties, temporal);
  await measureDecisions(scene, 1); // warm up
  const answers = await measureAnswers(scene, stack);
  printAnswers(answers);
  printDecisions(await measureDecisions(scene, 4), answers);
  printThroughput(await measureThroughput(scene, PARALLEL));
  const asked = await measureCommands(scene);
  printCommands(asked, await commitCosts(stack.databaseUrl));
}

async function bench(): Promise<void> {
  const since = performance.now();
  const stack = await startStack({ dataDir: await freshFolder('bench', log), log });
  const temporal = await Connection.connect({ address: stack.temporalAddress });
  try {
    await measure(stack, temporal);
    console.log(
      dim(`\n  ${((performance.now() - since) / 1000).toFixed(1)} s. Ratios travel, times do not.`),
    );
  } finally {
    await temporal.close();
    await stack.stop();
  }
}

/** The web app as a phone far from a town loads it. */
async function slowLine(): Promise<void> {
  const stack = await startStack({ dataDir: await freshFolder('bench', log), log });
  try {
    const parties = await seedParties(stack.apiUrl, await installOffice(stack.databaseUrl));
    printPageLoads(await measureSlowLine(parties));
  } finally {
    await stack.stop();
  }
}

/** Needs neither PostgreSQL nor Temporal. */
async function screening(): Promise<void> {
  const { lookups, calibrated } = await measureScreening();
  printLookups(lookups);
  printCalibration(calibrated);
  printErrors(calibrated);
  printWeights(calibrated);
}

const BENCHES: Readonly<Record<string, () => Promise<void>>> = { stack: bench, screening, web: slowLine };

async function run(name = 'stack'): Promise<void> {
  const measured = BENCHES[name];
  if (!measured) throw new Error(`there is no bench ${name}: say one of ${Object.keys(BENCHES).join(', ')}.`);
  await measured();
}

await run(process.argv[2]).catch((error: unknown) => {
  console.error(red(`selvedge: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});
