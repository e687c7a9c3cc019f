import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Child } from './children.js';
import { freePorts } from './free-port.js';
import { refOf } from './process-identity.js';
import { repositoryRoot } from './repository.js';
import { claimRunFile, type RunFile } from './run-file.js';
import type { DevelopmentProvider } from '../sign-in/development-provider.js';
import { RunningStack } from './running-stack.js';
import { AlreadyRunningError, stopStale } from './stale.js';

/** The parts of a stack that can be restarted or killed. */
export type ChildName = 'postgres' | 'temporal' | 'api' | 'worker';

export interface StackOptions {
  /** Where everything is kept; `.selvedge` in the repository when not given. */
  dataDir?: string;
  apiEnv?: NodeJS.ProcessEnv;
  workerEnv?: NodeJS.ProcessEnv;
  /** Search attributes to register in our own Temporal server, as `Name=Type`. */
  searchAttributes?: string[];
  /** Port of the API; a free one when not given. */
  apiPort?: number;
  /** False when the caller itself stops the stack at a Ctrl-C or a request to end. */
  handleSignals?: boolean;
  log?: (line: string) => void;
}

/** A running stack. PostgreSQL and Temporal have no child when the environment names others. */
export interface Stack {
  readonly dataDir: string;
  readonly instanceId: string;
  /** Sees everything, past row-level security: for demo, bench and tests to look at what was written. */
  readonly databaseUrl: string;
  /** As api and worker are connected. */
  readonly runtimeUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl?: string;
  readonly apiUrl: string;
  readonly workerHealthUrl: string;
  /** Where people sign in; none when the environment names a provider. */
  readonly signIn?: DevelopmentProvider;
  readonly children: Readonly<{ postgres?: Child; temporal?: Child; api: Child; worker: Child }>;
  /** Stops one part if it runs and starts it again on the same port; returns when it is ready. */
  restart(name: ChildName): Promise<void>;
  /** Kills one part without a warning. */
  kill9(name: ChildName): Promise<void>;
  /** Stops everything; safe to call twice. */
  stop(): Promise<void>;
}

/** One port for each part, and one for Temporal's own pages. */
export type Ports = Record<ChildName | 'temporalUi', number>;

async function choosePorts(apiPort?: number): Promise<Ports> {
  const [postgres = 0, temporal = 0, temporalUi = 0, api = 0, worker = 0] = await freePorts(5);
  return { postgres, temporal, temporalUi, api: apiPort ?? api, worker };
}

function folderOf(dataDir = join(repositoryRoot(), '.selvedge')): string {
  mkdirSync(dataDir, { recursive: true });
  return realpathSync(resolve(dataDir));
}

/** Takes the data folder for ourselves, after what an earlier run left there is stopped. */
async function takeFolder(dataDir: string, ports: Ports, log: (line: string) => void): Promise<RunFile> {
  await stopStale(dataDir, log);
  const startedBy = refOf(process.pid);
  const run: RunFile = { instanceId: randomUUID(), dataDir, startedBy, children: {}, ports, urls: {} };
  if (!claimRunFile(run))
    throw new AlreadyRunningError(`Another process is starting Selvedge from ${dataDir}.`);
  rmSync(join(dataDir, 'logs'), { recursive: true, force: true });
  return run;
}

/**
 * Starts everything on one machine: PostgreSQL and Temporal, the tables, then api and worker. Returns when all
 * are ready; when one fails, nothing is left running. A Ctrl-C stops all, also while starting.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const log = options.log ?? (() => undefined);
  const dataDir = folderOf(options.dataDir);
  const ports = await choosePorts(options.apiPort);
  const stack = new RunningStack(await takeFolder(dataDir, ports, log), ports, { ...options, log });
  try {
    await stack.begin();
    return stack;
  } catch (error) {
    await stack.stop();
    if (stack.interrupted) return new Promise(() => undefined); // no failure: the process is about to end
    throw error;
  }
}
