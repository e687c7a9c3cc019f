import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProgram } from './run-program.js';
import { putIntoCache } from './temporal-cache.js';
import { cliVersion, whyNot } from './temporal-version.js';

/**
 * The SDK only downloads in order to start a server, and cannot be told to give up. So it does that in a process
 * of its own, which we end after a short time; and the server is told `--help`, so that none is ever started.
 */
const script = (library: string, folder: string): string => `
  const { TestWorkflowEnvironment } = require(${JSON.stringify(library)});
  const executable = { type: 'cached-download', version: 'v${cliVersion}', downloadDir: ${JSON.stringify(folder)} };
  TestWorkflowEnvironment.createLocal({ server: { executable, extraArgs: ['--help'] } })
    .then((environment) => environment.teardown())
    .catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

/** Brings the CLI by the vendor's own download, as the SDK's testing library does it, and caches it. */
export async function fromVendor(cache: string, timeoutMs = 15_000): Promise<string> {
  const library = createRequire(import.meta.url).resolve('@temporalio/testing');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'vendor-'));
  try {
    const { output } = await runProgram(process.execPath, ['--eval', script(library, folder)], { timeoutMs });
    for (const name of readdirSync(folder)) {
      const program = join(folder, name);
      if ((await whyNot(program)) === undefined) return putIntoCache(cache, program);
    }
    throw new Error(output.split('\n').at(-1) || 'nothing was downloaded');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
