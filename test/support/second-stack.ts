import { Connection } from '@temporalio/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOffice } from '../../apps/dev/src/play/parties.js';
import { startStack } from '../../apps/dev/src/stack/stack.js';
import { waitUntil } from '../../apps/dev/src/stack/wait.js';
import { freshDatabase } from './postgres-for-tests.js';
import { testStack, World } from './world.js';

async function makeNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const retention = { seconds: 86_400 as never, nanos: 0 };
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: retention,
    });
    await waitUntil(namespace, () => connection.workflowService.describeNamespace({ namespace }));
  } finally {
    await connection.close();
  }
}

/** Runs `work` with these variables, and takes them away again. */
async function withVariables<T>(variables: Record<string, string>, work: () => Promise<T>): Promise<T> {
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}

/** A world with an api and a worker of its own, set up differently, on the servers of this run. */
export interface SecondWorld {
  readonly world: World;
  close(): Promise<void>;
}

export async function openSecondWorld(workerEnv: NodeJS.ProcessEnv): Promise<SecondWorld> {
  const { databaseUrl, temporalAddress } = testStack();
  const database = await freshDatabase(databaseUrl);
  const namespace = `second-${Date.now().toString(36)}`;
  await makeNamespace(temporalAddress, namespace);
  const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-second-'));
  const own = { TEMPORAL_NAMESPACE: namespace };
  const servers = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporalAddress };
  const options = { dataDir, apiEnv: own, workerEnv: { ...own, ...workerEnv }, handleSignals: false };
  const stack = await withVariables(servers, () => startStack(options));
  const stop = async (): Promise<void> => {
    await stack.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const office = await installOffice(database.url);
    const { apiUrl, instanceId, runtimeUrl } = stack;
    const world = await World.open(
      { databaseUrl: database.url, runtimeUrl, temporalAddress, apiUrl, instanceId, office },
      namespace,
    );
    return { world, close: () => world.close().then(stop, stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}
