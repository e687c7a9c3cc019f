import { spawnSync } from 'node:child_process';
import { findChromium } from '#platform';
import { chromium } from 'playwright-core';

const { CHROMIUM_PATH: named, PATH: searchPath } = process.env;
/** `CHROMIUM_PATH`, the usual names on `PATH`, or Playwright's own. */
const find = (): string | undefined => findChromium({ named, searchPath, own: chromium.executablePath() });

/**
 * Where Chromium is; installed from the system's packages where there is none and that is allowed.
 * @throws Error saying what to do when there is none
 */
export function needChromium(log: (line: string) => void): string {
  const found = find();
  if (found) return found;
  log('Chromium is missing: installing it with apt-get (a minute or two) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]): number | null =>
    spawnSync('apt-get', [...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status;
  if (apt('update', '-qq') === 0) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const installed = find();
  if (installed) return installed;
  throw new Error('The browser tests need Chromium: install it, or name it by CHROMIUM_PATH.');
}
