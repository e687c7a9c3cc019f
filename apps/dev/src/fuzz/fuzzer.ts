import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../stack/run-program.js';
import { cacheDir } from '../stack/temporal-cache.js';

/** Generates requests from an OpenAPI document (Hypothesis), PyPI. */
const VERSION = '4.32.5';

async function must(command: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(command, args, { timeoutMs: 300_000 });
  if (code !== 0) throw new Error(`${command} failed: ${output.split('\n').at(-1) ?? ''}`);
}

/**
 * The program `schemathesis` in a Python environment of its own, kept in the cache.
 * @throws Error when there is no Python with `venv` and `pip`
 */
export async function installFuzzer(log: (line: string) => void): Promise<string> {
  const home = join(cacheDir(), `schemathesis-${VERSION}`);
  const program = join(home, 'bin', 'schemathesis');
  if (existsSync(join(home, 'complete'))) return program;
  log(`installing schemathesis ${VERSION} ...`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(cacheDir(), { recursive: true });
  await must('python3', ['-m', 'venv', home]);
  await must(join(home, 'bin', 'pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `schemathesis==${VERSION}`,
  ]);
  mkdirSync(join(home, 'complete.new'));
  renameSync(join(home, 'complete.new'), join(home, 'complete'));
  return program;
}
