import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../apps/dev/src/stack/children.js';
import { freePorts } from '../../apps/dev/src/stack/free-port.js';
import { runtimeUrlOf, startService } from '../../apps/dev/src/stack/services.js';
import { testStack } from './world.js';

/** As production wants it, where nobody has said how people sign in and all receivers are elsewhere. */
export const PRODUCTION = { NODE_ENV: 'production', OIDC_ISSUER: '', WEBHOOKS_ALLOW_LOOPBACK: 'off' };

export interface OwnApi {
  readonly url: string;
  /** Ends it without a warning, as a crash does. */
  kill9(): Promise<void>;
  /** Starts it again at its address; returns when it is ready. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** One more API on the servers of this run, with variables of its own. */
export async function openOwnApi(env: NodeJS.ProcessEnv): Promise<OwnApi> {
  const { databaseUrl, temporalAddress } = testStack();
  const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-api-'));
  const [port = 0] = await freePorts(1);
  const runtimeUrl = runtimeUrlOf(databaseUrl);
  const context = { dataDir, instanceId: 'own-api', ownerUrl: databaseUrl, runtimeUrl, temporalAddress };
  const start = () => startService({ ...context, launch: startChild }, { name: 'api', port, env });
  let api = await start();
  return {
    url: `http://127.0.0.1:${port}`,
    kill9: () => api.kill9(),
    restart: async () => {
      api = await start();
    },
    close: async () => {
      await api.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
