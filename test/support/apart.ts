import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { testStack } from './world.js';

const PROGRAM = join(import.meta.dirname, '../../dist/test/support/api-apart.js');

/** Starts another API on the servers of this run, with one of its two walls taken down. */
export async function startApart(
  without: 'services' | 'policies',
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { databaseUrl, runtimeUrl, temporalAddress } = testStack();
  const child = fork(PROGRAM, [], {
    env: {
      ...process.env,
      WITHOUT: without,
      DATABASE_URL: without === 'policies' ? databaseUrl : runtimeUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      PUBLIC_URL: 'http://127.0.0.1',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '100000', // one person asks for every operation there, with several tokens
      NODE_OPTIONS: '',
    },
    execArgv: ['--enable-source-maps'],
  });
  const exited = once(child, 'exit');
  const told = once(child, 'message') as Promise<[{ url: string }]>;
  const gone = exited.then(() => Promise.reject(new Error(`the API without ${without} did not start`)));
  const [{ url }] = await Promise.race([told, gone]);
  gone.catch(() => undefined);
  return {
    url,
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}
