import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './children.js';
import { freePorts } from './free-port.js';
import { hasSaid } from './has-said.fixture.js';
import { isRunning } from './process-identity.js';

describe('a child', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'selvedge-child-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const shell = (script: string, graceMs?: number): Promise<Child> =>
    startChild({
      name: 'one',
      command: 'sh',
      args: ['-c', script],
      logFile: join(folder, 'logs/one.log'),
      graceMs,
    });

  it('writes what it says into its log file', async () => {
    const child = await shell('echo out; echo err >&2');
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(readFileSync(child.spec.logFile, 'utf8')).toBe('out\nerr\n');
  });

  it('that ends while starting is noticed at once, with the last lines of its log', async () => {
    const child = await shell('echo no such table; exit 4');
    const never = child.whileRunning(() => new Promise(() => undefined));
    await expect(never).rejects.toThrow(/one ended while starting \(exit 4\).*\nno such table/);
  });

  it('ends when it is asked to', async () => {
    const child = await shell('exec sleep 60');
    await child.stop();
    expect(await child.exited).toEqual({ code: null, signal: 'SIGTERM' });
    expect(isRunning(child.ref)).toBe(false);
  });

  it('is killed when it does not end within its grace time', async () => {
    const child = await shell('trap "" TERM; echo deaf; while :; do sleep 0.05; done', 200);
    await hasSaid(join(folder, 'logs/one.log'), 'deaf');
    await child.stop();
    expect((await child.exited).signal).toBe('SIGKILL');
  });

  it('that cannot be started says which one it is', async () => {
    const spec = {
      name: 'two',
      command: join(folder, 'missing'),
      args: [],
      logFile: join(folder, 'two.log'),
    };
    await expect(startChild(spec)).rejects.toThrow('two could not start');
  });

  it('gets a port that nobody else got', async () => {
    expect(new Set(await freePorts(20)).size).toBe(20);
  });
});
