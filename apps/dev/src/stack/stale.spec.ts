import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './children.js';
import { hasSaid } from './has-said.fixture.js';
import { isRunning, refOf } from './process-identity.js';
import { readRunFile, writeRunFile } from './run-file.js';
import { AlreadyRunningError, stopStale } from './stale.js';

const gone = { pid: 999_999_999, startTime: 'long ago' };

describe('a stack left over from an earlier run', () => {
  let dataDir: string;
  let sleeper: Child;
  const said: string[] = [];
  const log = (line: string): void => void said.push(line);

  beforeEach(async () => {
    dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'selvedge-stale-')));
    const logFile = join(dataDir, 'sleeper.log');
    sleeper = await startChild({ name: 'worker', command: 'sleep', args: ['60'], logFile });
    said.length = 0;
  });
  afterEach(async () => {
    await sleeper.kill9();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const record = (news: object = {}): void =>
    writeRunFile({
      instanceId: 'one',
      dataDir,
      startedBy: gone,
      children: { worker: sleeper.ref },
      ports: {},
      urls: {},
      ...news,
    });

  it('is stopped when its starter is gone, and says so', async () => {
    record();
    await stopStale(dataDir, log);
    expect(await sleeper.exited).toEqual({ code: null, signal: 'SIGTERM' });
    expect(said).toEqual([`stopping worker (process ${sleeper.pid}), left over from an earlier run`]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  });

  it('is left alone when its process number now belongs to another process', async () => {
    record({ children: { worker: { pid: sleeper.pid, startTime: 'another time' } } });
    await stopStale(dataDir, log);
    expect(isRunning(sleeper.ref)).toBe(true);
    expect(said).toEqual([]);
  });

  it('is left alone when the record was copied from another folder', async () => {
    record();
    const elsewhere = { ...readRunFile(dataDir), dataDir: '/somewhere/else' };
    writeFileSync(join(dataDir, 'run.json'), JSON.stringify(elsewhere));
    await stopStale(dataDir, log);
    expect(isRunning(sleeper.ref)).toBe(true);
  });

  it('is not stale while its starter is still there: the newcomer is refused', async () => {
    record({ startedBy: refOf(process.pid), urls: { api: 'http://127.0.0.1:20001' } });
    await expect(stopStale(dataDir, log)).rejects.toThrow(AlreadyRunningError);
    await expect(stopStale(dataDir, log)).rejects.toThrow('http://127.0.0.1:20001');
    expect(isRunning(sleeper.ref)).toBe(true);
  });

  it('is killed when it does not end after being asked', async () => {
    const args = [
      '-e',
      "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('deaf')",
    ];
    const logFile = join(dataDir, 'deaf.log');
    const deaf = await startChild({ name: 'api', command: process.execPath, args, logFile });
    await hasSaid(logFile, 'deaf');
    record({ children: { api: deaf.ref } });
    await stopStale(dataDir, log, 100);
    expect((await deaf.exited).signal).toBe('SIGKILL');
  });
});
