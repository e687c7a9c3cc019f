import { Client } from 'pg';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child, type Launch } from './children.js';
import { freePort } from './free-port.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { clearStalePostmaster, clusterDir, createCluster, passwordOf } from './postgres-cluster.js';
import { findPostgresUser } from './postgres-user.js';
import { waitUntil } from './wait.js';

/** A PostgreSQL that answers; without a child it is somebody else's. */
export interface Postgres {
  /** Sees everything: for the tools of development, which look across organisations. */
  databaseUrl: string;
  /** Owns the tables and changes them; no superuser where the server is ours. */
  ownerUrl: string;
  port?: number;
  child?: Child;
}

export interface PostgresOptions {
  dataDir: string;
  port?: number;
  launch?: Launch;
  log?: (line: string) => void;
}

const serverFlags = (directory: string, port: number): string[] => {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return [
    '-D',
    directory,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
};

async function launchServer(dataDir: string, port: number, launch: Launch): Promise<Child> {
  const [binaries, user] = await Promise.all([findPostgresBinaries(), findPostgresUser()]);
  await createCluster(dataDir, binaries, user);
  await clearStalePostmaster(dataDir);
  const directory = clusterDir(dataDir);
  const runAs = user.command(binaries.postgres, serverFlags(directory, port), [directory]);
  const logFile = join(dataDir, 'logs/postgres.log');
  return launch({ name: 'postgres', ...runAs, logFile, stopSignal: 'SIGINT', graceMs: 20_000 });
}

async function ask<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // a server that goes away is noticed by the query
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The owner of the database is no superuser, as in production, but may make roles and scratch databases. */
async function createDatabase(client: Client, password: string): Promise<void> {
  const role = await client.query(`select from pg_roles where rolname = 'selvedge'`);
  if (role.rowCount === 0) {
    await client.query(`create role selvedge login createrole createdb password '${password}'`);
    await client.query('grant pg_monitor to selvedge');
  }
  const database = await client.query(`select from pg_database where datname = 'selvedge'`);
  if (database.rowCount === 0) await client.query('create database selvedge owner selvedge');
}

/** What the server says when the sessions of a killed one have not all noticed yet. */
const stillInUse = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;

async function startEmbedded(options: PostgresOptions, port: number, password: string): Promise<Child> {
  const launch = options.launch ?? startChild;
  const administrator = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  for (let attempt = 1; ; attempt++) {
    const child = await launchServer(options.dataDir, port, launch);
    try {
      await child.whileRunning(({ up }) => {
        const probe = (): Promise<void> => ask(administrator, (client) => createDatabase(client, password));
        return waitUntil('PostgreSQL', probe, { withinMs: 60_000, up });
      });
      return child;
    } catch (error) {
      await child.stop();
      if (attempt === 20 || !stillInUse.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/**
 * Gives a PostgreSQL that answers: the one of `DATABASE_URL`, else our own on the files of the data folder,
 * reached from this machine only. An earlier crash is recovered from.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await waitUntil('The PostgreSQL of DATABASE_URL', () => ask(given, (client) => client.query('select 1')));
    return { databaseUrl: given, ownerUrl: given };
  }
  mkdirSync(options.dataDir, { recursive: true });
  const since = performance.now();
  const port = options.port ?? (await freePort());
  const password = passwordOf(options.dataDir);
  const child = await startEmbedded(options, port, password);
  options.log?.(`PostgreSQL is up on port ${port} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  const url = (role: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/selvedge`;
  return { databaseUrl: url('postgres'), ownerUrl: url('selvedge'), port, child };
}
