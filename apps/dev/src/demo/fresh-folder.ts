import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../stack/repository.js';
import { stopStale } from '../stack/stale.js';

/** An empty data folder of this name inside `.selvedge`; what `npm start` keeps there is not touched. */
export async function freshFolder(
  name: 'demo' | 'bench' | 'fuzz',
  log: (line: string) => void,
): Promise<string> {
  const dataDir = join(repositoryRoot(), '.selvedge', name);
  if (existsSync(dataDir)) {
    await stopStale(realpathSync(dataDir), log);
    rmSync(dataDir, { recursive: true, force: true });
  }
  return dataDir;
}
