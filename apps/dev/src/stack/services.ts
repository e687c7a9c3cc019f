import { join } from 'node:path';
import { openBlobStore, type BlobStore } from '#evidence';
import { loadConfig } from '#platform';
import { lastLines, type Child, type Launch } from './children.js';
import { untilReady } from './health.js';
import { RUNTIME_ROLE } from '#persistence';
import { repositoryRoot } from './repository.js';
import { anchorSettingsOf } from './anchor-settings.js';
import { sealingKeysOf } from './sealing-keys.js';

/** What api and worker need to know about the rest. */
export interface ServiceContext {
  dataDir: string;
  instanceId: string;
  ownerUrl: string;
  runtimeUrl: string;
  temporalAddress: string;
  /** Absent where only an API is started, which scans nothing. */
  clamdAddress?: string;
  /** Where the API is found; absent where only an API is started, which is found at its own port. */
  publicUrl?: string;
  launch: Launch;
}

export interface ServicePlan {
  name: 'api' | 'worker';
  port: number;
  env?: NodeJS.ProcessEnv;
}

const compiled = (path: string): string => join(repositoryRoot(), 'dist', path);

const logFileOf = (dataDir: string, name: string): string => join(dataDir, 'logs', `${name}.log`);

const blobDirOf = (dataDir: string): string => process.env.BLOB_DIR ?? join(dataDir, 'blobs');

/** Where api and worker keep the bytes of documents. */
export function blobsOf(stack: {
  readonly dataDir: string;
  readonly runtimeUrl: string;
  readonly temporalAddress: string;
}): BlobStore {
  const { dataDir, runtimeUrl: DATABASE_URL, temporalAddress: TEMPORAL_ADDRESS } = stack;
  const addresses = { DATABASE_URL, TEMPORAL_ADDRESS, OIDC_ISSUER: '' };
  const keys = sealingKeysOf(dataDir);
  return openBlobStore(
    loadConfig({ ...process.env, ...keys, ...addresses, BLOB_DIR: blobDirOf(dataDir) }).blobs,
  );
}

/** Receivers of the demo and of tests are on this machine. */
const RECEIVERS_HERE = { WEBHOOKS_ALLOW_LOOPBACK: 'on' };

/** Demo, tests and bench are one person each, and faster than any. */
const NO_LIMITS = { RATE_LIMIT_PER_MINUTE: '100000000', ORGANISATION_IN_FLIGHT: '1000000' };

const environment = (context: ServiceContext, { name, port, env }: ServicePlan): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  TEMPORAL_NAMESPACE: 'default',
  ...NO_LIMITS,
  ...RECEIVERS_HERE,
  ...sealingKeysOf(context.dataDir),
  ...anchorSettingsOf(context.dataDir, name),
  ...(context.clamdAddress && { CLAMD_ADDRESS: context.clamdAddress }),
  BLOB_DIR: blobDirOf(context.dataDir),
  ...env,
  DATABASE_URL: context.runtimeUrl,
  TEMPORAL_ADDRESS: context.temporalAddress,
  INSTANCE_ID: context.instanceId,
  PUBLIC_URL: context.publicUrl ?? `http://127.0.0.1:${port}`,
  [name === 'api' ? 'PORT' : 'HEALTH_PORT']: String(port),
});

/** The same database as the role that api and worker have. On a machine of development it shares the owner's password. */
export function runtimeUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = RUNTIME_ROLE;
  return url.href;
}

/** Brings the tables to the newest version. */
export async function migrate({ dataDir, ownerUrl, runtimeUrl, launch }: ServiceContext): Promise<void> {
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    RUNTIME_DATABASE_PASSWORD: decodeURIComponent(new URL(runtimeUrl).password),
  };
  const logFile = logFileOf(dataDir, 'migrate');
  const args = [compiled('apps/dev/src/migrate.js')];
  const child = await launch({ name: 'migrate', command: process.execPath, args, env, logFile });
  const { code, signal } = await child.exited;
  if (code === 0) return;
  throw new Error(
    `The migrations failed (${signal ?? `exit ${code}`}). ${logFile} ends with:\n${lastLines(logFile, 20)}`,
  );
}

/** Starts api or worker and waits until it is ready. */
export async function startService(context: ServiceContext, plan: ServicePlan): Promise<Child> {
  const { name, port } = plan;
  const args = ['--enable-source-maps', compiled(`apps/${name}/src/main.js`)];
  const logFile = logFileOf(context.dataDir, name);
  const env = environment(context, plan);
  const child = await context.launch({
    name,
    command: process.execPath,
    args,
    env,
    logFile,
    graceMs: 20_000,
  });
  try {
    await child.whileRunning(({ up }) => untilReady(`http://127.0.0.1:${port}`, context.instanceId, up));
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}
