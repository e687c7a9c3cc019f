import { rmSync } from 'node:fs';
import { installOffice } from '../../apps/dev/src/play/parties.js';
import { startStack, type ChildName, type StackOptions } from '../../apps/dev/src/stack/stack.js';

/**
 * Keeps a stack for a spec that breaks it: a process of its own, because Jest shows its specs a copy of `process`
 * whose signals and exit nobody hears. When the spec lets go of us or dies, everything is stopped.
 */
export type Order = {
  readonly number: number;
  readonly part: ChildName;
  readonly order: 'kill9' | 'restart' | 'drain';
};
export type Report =
  { readonly number: number; readonly done: unknown } | { readonly number: number; readonly failed: string };

for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SCREENING_LISTS_DIR']) delete process.env[name];
const options = JSON.parse(process.argv[2] ?? '{}') as StackOptions & { readonly dataDir: string };
const released = new Promise((resolve) => process.once('disconnect', resolve));
const tell = (report: Report): void => void (process.connected && process.send?.(report));

const stack = await startStack(options);
const { databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId, dataDir } = stack;
const carryOut = {
  kill9: (part: ChildName) => stack.kill9(part),
  restart: (part: ChildName) => stack.restart(part),
  /** Asks a part to end, as an orchestrator would; gives how it ended. */
  drain: async (part: ChildName) => {
    const child = stack.children[part];
    await child?.stop();
    return child?.exited;
  },
};
process.on('message', ({ number, part, order }: Order) => {
  carryOut[order](part).then(
    (done) => tell({ number, done }),
    (error: unknown) => tell({ number, failed: String(error) }),
  );
});
const office = await installOffice(databaseUrl);
tell({ number: 0, done: { databaseUrl, runtimeUrl, temporalAddress, apiUrl, instanceId, office } });
await released;
await stack.stop();
if (!process.env['SELVEDGE_TEST_KEEP']) rmSync(dataDir, { recursive: true, force: true });
