import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './demo/fresh-folder.js';
import { dim, red } from './demo/terminal.js';
import { installFuzzer } from './fuzz/fuzzer.js';
import { HOOKS, settingsOf, type Operations, type Targets } from './fuzz/settings.js';
import { installOffice, seedParties, type Parties } from './play/parties.js';
import { goOnSite, screened } from './play/roles.js';
import { enterSupplier, fillIn, openCase, type Applicant } from './play/supplier.js';
import { startStack, type Stack } from './stack/stack.js';

const log = (line: string): void => console.log(dim(`  ${line}`));
const SEED = process.env['FUZZ_SEED'] ?? '20261125';
/** Cases that are generated for each operation in each phase, at most. */
const EXAMPLES = process.env['FUZZ_EXAMPLES'] ?? '25';
const MAX_SECONDS = process.env['FUZZ_SECONDS'] ?? '240';

const PROFILE = {
  ...{ name: 'Kampot Labels Co., Ltd.', category: 'TRIMS' as const, address: 'Road 3', province: 'KH-7' },
  ...{ latitude: 10.61, longitude: 104.18 },
};

/** A case with an audit under way: most operations have something to find. */
async function prepare(parties: Parties): Promise<{ applicant: Applicant; targets: Targets }> {
  const applicant = await enterSupplier(parties, PROFILE);
  const [id, draft] = [
    await openCase(parties, applicant),
    await openCase(
      parties,
      await enterSupplier(parties, { ...PROFILE, name: 'Takeo Threads', latitude: 10.99 }),
    ),
  ];
  await fillIn(applicant, id);
  await applicant.member.api.ask(id, { type: 'submit-application' });
  await screened(parties, id);
  await goOnSite(parties, applicant, id);
  const { supplierId, member } = applicant;
  const schemes = await parties.officer.api.get<{ items: { id: string }[] }>('/v1/schemes');
  const { items: tokens } = await parties.officer.api.get<{ items: { id: string }[] }>(
    `/v1/people/${member.personId}/tokens`,
  );
  const organisations = [supplierId, parties.mill.organisationId];
  const targets: Targets = {
    ids: {
      ...{ qualifications: [id, draft], organisations, suppliers: [supplierId] },
      ...{ people: [member.personId, parties.auditor.personId], schemes: schemes.items.map((one) => one.id) },
      tokens: tokens.slice(1).map((one) => one.id),
    },
    named: {
      ...{ supplierId: [supplierId], organisationId: organisations, versionId: [parties.schemeVersionId] },
      ...{
        section: ['profile', 'site', 'owners', 'certificates'],
        item: ['BL-01', 'SL-01'],
        code: ['not-found'],
      },
    },
  };
  return { applicant, targets: { ...targets, ids: withoutEmpty(targets.ids) } };
}
const withoutEmpty = (ids: Targets['ids']): Targets['ids'] =>
  Object.fromEntries(Object.entries(ids).filter(([, values]) => values.length > 0));

async function fuzzAs(
  name: string,
  token: string,
  stack: Stack,
  targets: Targets,
  program: string,
): Promise<number> {
  const address = `${stack.apiUrl}/openapi.json`;
  const document = (await (await fetch(address)).json()) as Operations;
  const folder = join(stack.dataDir, 'fuzz', name);
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, 'schemathesis.toml');
  writeFileSync(settings, settingsOf(document, targets, token), { mode: 0o600 });
  console.log(`\nFuzzing as ${name}, seed ${SEED} ...`);
  writeFileSync(join(folder, 'hooks.py'), HOOKS);
  const args = ['--config-file', settings, 'run', address, '--seed', SEED, '--max-examples', EXAMPLES];
  const limits = [
    '--max-time',
    MAX_SECONDS,
    '--request-timeout',
    '30',
    '--continue-on-failure',
    '--workers',
    '1',
    '--suppress-health-check',
    'filter_too_much',
  ];
  const reports = ['--report', 'ndjson', '--report-dir', folder, '--warnings', 'off'];
  const child = spawn(program, [...args, ...limits, ...reports], { cwd: folder, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

async function fuzz(): Promise<void> {
  const program = await installFuzzer(log);
  const stack = await startStack({ dataDir: await freshFolder('fuzz', log), log });
  try {
    const parties = await seedParties(stack.apiUrl, await installOffice(stack.databaseUrl));
    const { applicant, targets } = await prepare(parties);
    const callers = [
      ['supplier', applicant.member.token],
      ['auditor', parties.auditor.token],
      ['officer', parties.officer.token],
    ] as const;
    for (const [name, token] of callers)
      if ((await fuzzAs(name, token, stack, targets, program)) !== 0) process.exitCode = 1;
  } finally {
    await stack.stop();
  }
}

await fuzz().catch((error: unknown) => {
  console.error(red(`selvedge: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});
