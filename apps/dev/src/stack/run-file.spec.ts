import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refOf } from './process-identity.js';
import { claimRunFile, readRunFile, removeRunFile, writeRunFile, type RunFile } from './run-file.js';

describe('the run file', () => {
  let dataDir: string;
  let run: RunFile;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'selvedge-run-'));
    const startedBy = refOf(process.pid);
    run = { instanceId: 'one', dataDir, startedBy, children: {}, ports: { api: 20_001 }, urls: {} };
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('comes back as it was written, and leaves no draft beside it', () => {
    writeRunFile({ ...run, instanceId: 'old' });
    writeRunFile(run);
    expect(readRunFile(dataDir)).toEqual(run);
    expect(readdirSync(dataDir)).toEqual(['run.json']);
  });

  it('is for its owner only, since the database URL in it has a password', () => {
    writeRunFile(run);
    expect(statSync(join(dataDir, 'run.json')).mode & 0o777).toBe(0o600);
  });

  it('can be claimed by one starter only', () => {
    expect(claimRunFile(run)).toBe(true);
    expect(claimRunFile({ ...run, instanceId: 'two' })).toBe(false);
    expect(readRunFile(dataDir)?.instanceId).toBe('one');
    expect(readdirSync(dataDir)).toEqual(['run.json']);
    removeRunFile(dataDir);
    expect(claimRunFile({ ...run, instanceId: 'two' })).toBe(true);
  });

  it('is as good as missing when it cannot be read', () => {
    expect(readRunFile(dataDir)).toBeUndefined();
    writeFileSync(join(dataDir, 'run.json'), '{"instanceId":');
    expect(readRunFile(dataDir)).toBeUndefined();
  });
});
