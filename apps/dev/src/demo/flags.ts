import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Flags {
  readonly suppliers?: string;
  readonly report?: string;
  readonly keep: boolean;
  readonly help: boolean;
}

export const USAGE = `npm run demo [-- flags]

  --suppliers FILE.csv   take every supplier of a file through at the same time
                         (Open Supply Hub: country_code,name,address,sector,latitude,longitude)
  --report FILE.json     write what each case cost, and the invariants
  --keep                 leave everything running until Ctrl-C
  --help                 this page

  SCREENING_LISTS_DIR    folder with sanctions lists (OFAC CSV, UN XML); invented lists when not set`;

/** npm runs scripts in the repository; a path is meant from where the user stands. */
const fromUser = (path: string): string =>
  isAbsolute(path) ? path : resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * Read the command line.
 * @throws TypeError for a flag that does not exist or lacks its value
 */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      suppliers: { type: 'string' },
      report: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { suppliers, report, keep, help } = values;
  return {
    keep,
    help,
    ...(suppliers && { suppliers: fromUser(suppliers) }),
    ...(report && { report: fromUser(report) }),
  };
}
