import { join } from 'node:path';
import { phoneOf, printAddresses, printSignIn, printTokens } from './demo/addresses.js';
import { dim, red } from './demo/terminal.js';
import { ApiProblem } from './play/api-client.js';
import { authenticatorsOf } from './play/authenticators.js';
import { installOffice, registryOf, seedParties } from './play/parties.js';
import { loadCast, saveCast, type Cast } from './play/parties-file.js';
import { picksOf, ticketsOf } from './play/people.js';
import { enterSupplier, fillIn, openCase, type SupplierProfile } from './play/supplier.js';
import { startStack, type Stack } from './stack/stack.js';

const log = (line: string): void => console.log(dim(`  ${line}`));

const SUPPLIERS: readonly SupplierProfile[] = [
  {
    name: 'Mekong Ribbon and Trim Co., Ltd.',
    category: 'TRIMS',
    address: 'National Road 3, Sangkat Chaom Chau',
    province: 'KH-12',
    latitude: 11.5321,
    longitude: 104.8312,
  },
  {
    name: 'Tonle Carton Works Co., Ltd.',
    category: 'PACKAGING',
    address: 'National Road 4, Ang Snuol',
    province: 'KH-8',
    latitude: 11.4886,
    longitude: 104.7214,
  },
];

/** The first start: an office, everybody with a token, two suppliers, and one application for the office to look at. */
async function seed(stack: Stack): Promise<Cast> {
  const office = await installOffice(stack.databaseUrl);
  const parties = await seedParties(stack.apiUrl, office);
  const applicants = [];
  for (const profile of SUPPLIERS) applicants.push(await enterSupplier(parties, profile));
  const [first] = applicants;
  if (first) {
    const id = await openCase(parties, first);
    await fillIn(first, id);
    await first.member.api.ask(id, { type: 'submit-application' });
  }
  return { parties, applicants, authenticators: {} };
}

/** False when the tokens are not those of this database: it was made anew. */
async function isKnown({ parties }: Cast): Promise<boolean> {
  try {
    await parties.officer.api.get('/v1/me');
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return false;
    throw error;
  }
}

const fileOf = (dataDir: string): string => join(dataDir, 'parties.json');

/** The cast of the starts before, or a new one. */
async function castOf(stack: Stack): Promise<Cast> {
  const file = fileOf(stack.dataDir);
  const kept = loadCast(file, stack.apiUrl);
  if (kept && (await isKnown(kept))) return kept;
  const cast = await seed(stack);
  saveCast(file, cast);
  return cast;
}

/** The sign-in of development has another address with every start, and people are known there by it. */
async function introduce(stack: Stack, cast: Cast): Promise<void> {
  const { signIn, apiUrl, dataDir } = stack;
  if (!signIn) return;
  const { parties, applicants } = cast;
  for (const { subject } of picksOf(parties, applicants)) await registryOf(parties).identity(subject);
  const careful = ticketsOf(parties, applicants).filter(({ role }) => role !== 'supplier');
  const people = careful.map(({ personId }) => personId);
  const authenticators = await authenticatorsOf(apiUrl, people, cast.authenticators);
  saveCast(fileOf(dataDir), { ...cast, authenticators });
  signIn.introduce(picksOf(parties, applicants, authenticators));
  for (const [nth, { member }] of applicants.entries())
    await parties.officer.api.request('PUT', `/v1/people/${member.personId}/phone`, { phone: phoneOf(nth) });
}

async function main(): Promise<void> {
  console.log('Starting PostgreSQL, Temporal, API and worker on this machine ...');
  const stack = await startStack({ log });
  try {
    const cast = await castOf(stack);
    await introduce(stack, cast);
    const { parties, applicants } = cast;
    printAddresses(stack, true);
    printSignIn(
      stack,
      applicants.map((_, nth) => phoneOf(nth)),
    );
    printTokens(stack, parties, applicants);
    console.log(dim(`  The data stays in ${stack.dataDir}; the next start continues every case.`));
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

await main().catch((error: unknown) => {
  console.error(red(`selvedge: ${error instanceof Error ? error.message : String(error)}`));
  process.exitCode = 1;
});
