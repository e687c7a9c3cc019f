import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './demo/fresh-folder.js';
import { dim, red } from './demo/terminal.js';
import { installFuzzer } from './fuzz/fuzzer.js';
import { hooksOf, type Kept } from './fuzz/hooks.js';
import { settingsOf, type Credential, type Described, type Targets } from './fuzz/settings.js';
import { enterSpares, sessionsOf, spareOfOwn } from './fuzz/spares.js';
import { summaryOf } from './fuzz/summary.js';
import { applicantOf, targetsOf } from './fuzz/targets.js';
import { installOffice, registryOf, seedParties } from './play/parties.js';
import { startStack, type Stack } from './stack/stack.js';

/*
 * `npm run fuzz`: asks every operation of the running API with made-up requests, right and wrong ones, as it is told
 * in its own OpenAPI document (schemathesis), as five callers one after another. Ends with 1 when an answer is one that
 * the document does not tell, when something wrong was taken, or when a caller lost its access on the way, which would
 * make the rest of its requests worth nothing. Answers that are right and look wrong are in `fuzz/explained.ts`.
 *
 * FUZZ_EXAMPLES: requests made up for each operation in each phase, at most (25). FUZZ_SECONDS: how long each caller
 * asks, at most (135): all of them take about twelve minutes. FUZZ_SEED: repeats what was made up.
 */
const log = (line: string): void => console.log(dim(`  ${line}`));
const SEED = process.env['FUZZ_SEED'] ?? '20261125';
const EXAMPLES = process.env['FUZZ_EXAMPLES'] ?? '25';
const MAX_SECONDS = process.env['FUZZ_SECONDS'] ?? '135';

interface Caller {
  readonly name: string;
  readonly credential: Credential;
  readonly kept: Kept;
}
interface Field {
  readonly stack: Stack;
  readonly document: Described;
  readonly targets: Targets;
  readonly program: string;
}

async function prepare(stack: Stack, program: string): Promise<Field & { callers: readonly Caller[] }> {
  const { apiUrl } = stack;
  const document = (await (await fetch(`${apiUrl}/openapi.json`)).json()) as Described;
  const parties = await seedParties(apiUrl, await installOffice(stack.databaseUrl));
  const applicant = await applicantOf(parties);
  const atBrowser = await registryOf(parties).member(
    applicant.supplierId,
    'Maly',
    'supplier',
    'administrator',
  );
  const spares = await enterSpares(parties, applicant);
  const targets = await targetsOf(parties, applicant, spares);
  const cookie = await sessionsOf(
    apiUrl,
    atBrowser.personId,
    document.components.securitySchemes.session.name,
  );
  const { auditor, officer, mill } = parties;
  const members = { supplier: applicant.member, auditor, officer, buyer: mill.requester };
  const own = [...Object.values(members), atBrowser].map(({ personId }) => personId);
  const spareOf = await spareOfOwn(parties, own, spares);
  const callers: Caller[] = Object.entries(members).map(([name, { token }]) => ({
    ...{ name, credential: { kind: 'bearer', token }, kept: { spareOf } },
  }));
  const session: Credential = { kind: 'session', cookie: cookie.value };
  callers.push({ name: 'browser', credential: session, kept: { spareOf, cookie } });
  return { stack, document, targets, program, callers };
}

/** Whether the caller is still let in. The cookie may have changed on the way. */
async function isLetIn({ stack }: Field, { credential, kept }: Caller, folder: string): Promise<boolean> {
  const changed = join(folder, 'cookie');
  const value = existsSync(changed) ? readFileSync(changed, 'utf8') : kept.cookie?.value;
  const headers: Record<string, string> =
    credential.kind === 'bearer'
      ? { authorization: `Bearer ${credential.token}` }
      : { cookie: `${kept.cookie?.name}=${value}` };
  return (await fetch(`${stack.apiUrl}/v1/me`, { headers })).ok;
}

/** Asks as one caller. Returns the line that tells what came of it, and whether all was well. */
async function fuzzAs(field: Field, caller: Caller): Promise<{ well: boolean; line: string }> {
  const { stack, document, targets, program } = field;
  const { name, credential, kept } = caller;
  const folder = join(stack.dataDir, 'fuzz', name);
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, 'schemathesis.toml');
  writeFileSync(settings, settingsOf(document, targets, credential), { mode: 0o600 });
  writeFileSync(join(folder, 'hooks.py'), hooksOf(kept), { mode: 0o600 });
  console.log(`\nFuzzing as ${name}, seed ${SEED} ...`);
  const args = ['--config-file', settings, 'run', `${stack.apiUrl}/openapi.json`, '--seed', SEED];
  const limits = ['--max-examples', EXAMPLES, '--max-time', MAX_SECONDS, '--request-timeout', '30'];
  const ways = ['--continue-on-failure', '--workers', '1', '--suppress-health-check', 'filter_too_much'];
  const reports = ['--report', 'ndjson', '--report-dir', folder, '--warnings', 'off'];
  const child = spawn(program, [...args, ...limits, ...ways, ...reports], { cwd: folder, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  const letIn = await isLetIn(field, caller, folder);
  const { operations, succeeded, cases, failures, errors } = await summaryOf(folder, document);
  const line =
    `${name}: ${operations} operations asked, ${succeeded} of them done at least once, ${cases} cases, ` +
    `${failures} failures, ${errors} errors${letIn ? '' : '; it lost its access'}`;
  return { well: code === 0 && letIn, line };
}

async function fuzz(): Promise<void> {
  const program = await installFuzzer(log);
  const stack = await startStack({ dataDir: await freshFolder('fuzz', log), log });
  try {
    const { callers, ...field } = await prepare(stack, program);
    const lines: string[] = [];
    for (const caller of callers) {
      const { well, line } = await fuzzAs(field, caller);
      if (!well) process.exitCode = 1;
      lines.push(well ? line : red(line));
    }
    console.log(`\n${lines.join('\n')}`);
  } finally {
    await stack.stop();
  }
}

await fuzz().catch((error: unknown) => {
  console.error(red(`selvedge: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});
