import { join } from 'node:path';
import { cli, type Known } from './cli/program.js';
import { loadCast } from './play/parties-file.js';
import { repositoryRoot } from './stack/repository.js';
import { readRunFile } from './stack/run-file.js';

/** The stack of `npm start`, as its first officer. */
function runningStack(): Known | undefined {
  const run = readRunFile(join(repositoryRoot(), '.selvedge'));
  const url = run?.urls['api'];
  const cast = run && url ? loadCast(join(run.dataDir, 'parties.json'), url) : undefined;
  return url && cast ? { url, token: cast.parties.officer.token } : undefined;
}

const out = { say: (line: string) => console.log(line), complain: (line: string) => console.error(line) };
process.exitCode = await cli(process.argv.slice(2), { env: process.env, out, running: runningStack });
