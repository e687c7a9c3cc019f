import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** An empty database of its own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes an empty database on the server of `adminUrl`, whose role must be allowed to; `drop` also ends its sessions. */
export async function freshDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  // Nobody can be connected to template0, so databases can be made side by side.
  await execute(adminUrl, `create database "${name}" template template0`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(adminUrl, `drop database if exists "${name}" with (force)`) };
}
