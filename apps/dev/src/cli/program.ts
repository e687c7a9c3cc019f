import { createClient } from '#client';
import { Command, CommanderError } from 'commander';
import { approvals } from './approvals.js';
import { Refused, Unreachable } from './asking.js';
import { cases } from './cases.js';
import { feed } from './feed.js';
import { journal, NotIntact } from './journal.js';
import { messages } from './messages.js';
import { parked } from './parked.js';
import { tasks } from './tasks.js';
import type { DeskOf, Group, Output } from './terminal.js';
import { webhooks } from './webhooks.js';

const GROUPS: readonly Group[] = [cases, tasks, parked, webhooks, feed, journal, approvals, messages];

/** Where the API is and who asks, unless the arguments or the environment say otherwise. */
export interface Known {
  readonly url: string;
  readonly token: string;
}
interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: Output;
  /** The stack that runs out of this repository. */
  readonly running: () => Known | undefined;
}

/** What the program was called with lacks something. */
class Usage extends Error {}

/** Whom to ask as whom. The running stack's token goes to the running stack alone. @throws Usage */
export function knownOf(url: string | undefined, { env, running }: Surroundings): Known {
  const named = url ?? env['SELVEDGE_URL'];
  const token = env['SELVEDGE_TOKEN'];
  const here = named && token ? undefined : running();
  const at = named ?? here?.url;
  if (!at) throw new Usage('no stack runs here: name the API with --url, and set SELVEDGE_TOKEN');
  if (!URL.canParse(at)) throw new Usage(`--url must be an address: ${at}`);
  const known = token ?? (at === here?.url ? here.token : undefined);
  if (!known) throw new Usage('set SELVEDGE_TOKEN to a token of yours');
  return { url: at.replace(/\/$/, ''), token: known };
}

function programOf(surroundings: Surroundings): Command {
  const { out } = surroundings;
  const program = new Command('npm run cli --')
    .description('Operate Selvedge over its public API, as whoever SELVEDGE_TOKEN belongs to.')
    .option('--json', 'show answers as the API gave them')
    .option('--url <url>', 'where the API is; SELVEDGE_URL, or the stack that `npm start` runs here')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => out.say(text.trimEnd()),
      writeErr: (text) => out.complain(text.trimEnd()),
    });
  const desk: DeskOf = () => {
    const { url, json } = program.opts<{ url?: string; json?: true }>();
    const { url: baseUrl, token } = knownOf(url, surroundings);
    return { client: createClient({ baseUrl, auth: token }), out, json: json ?? false };
  };
  for (const group of GROUPS) group(program, desk);
  return program;
}

/** Returns the exit code: 0 done, 1 the API refused or something is wrong, 2 called wrongly or nobody answered. */
export async function cli(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { out } = surroundings;
  try {
    await programOf(surroundings).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof NotIntact) return 1;
    if (error instanceof Refused) {
      error.lines.forEach((line) => out.complain(line));
      return 1;
    }
    if (!(error instanceof Usage || error instanceof Unreachable)) throw error;
    out.complain(error instanceof Usage ? error.message : `the API cannot be reached: ${error.message}`);
    return 2;
  }
}
