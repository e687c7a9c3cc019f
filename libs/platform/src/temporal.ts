import { Client, Connection } from '@temporalio/client';
import type { Config } from './config.js';

const HEALTH_WAIT_MS = 2_000;

/** A client that connects when it is first used: a server that is down then answers each call with an error. */
export function createTemporalClient(config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>): Client {
  const connection = Connection.lazy({ address: config.temporalAddress });
  return new Client({ connection, namespace: config.temporalNamespace });
}

/** Whether the server answers and knows our namespace. Throws when not; never waits longer than two seconds. */
export async function pingTemporal(client: Client): Promise<void> {
  const { namespace } = client.options;
  await client.connection.withDeadline(Date.now() + HEALTH_WAIT_MS, () =>
    client.connection.workflowService.describeNamespace({ namespace }),
  );
}
