import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Chromium is called where distributions and vendors put it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

export interface ChromiumPlaces {
  /** `CHROMIUM_PATH`: nothing else is looked for when it is set. */
  readonly named?: string | undefined;
  /** `PATH`. */
  readonly searchPath?: string | undefined;
  /** Where Playwright keeps the one that it brought itself. */
  readonly own?: string | undefined;
}

/** The program that prints pages and drives browser tests; undefined where this machine has none. */
export function findChromium({ named, searchPath = '', own }: ChromiumPlaces): string | undefined {
  if (named) return runs(named) ? named : undefined;
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const usual = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...usual, ...(own ? [own] : [])].find(runs);
}
