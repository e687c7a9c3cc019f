import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Directory of the small invented lists in the real layouts, for the demo and for tests.
 * The files are not compiled, so they are found from the repository root (the nearest folder above with a
 * `package.json`): this works from `libs/screening/src` and from `dist/libs/screening/src` alike.
 */
export const fixtureListsDir = join(repositoryRoot(import.meta.dirname), 'libs', 'screening', 'fixtures');

function repositoryRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above the screening library');
  return repositoryRoot(parent);
}
