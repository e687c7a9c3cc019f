import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Examiner } from './examiner.js';

/** A process that does what the name of the file says. */
const CHILD = `
process.on('message', ({ fileName }) => {
  if (fileName === 'abort') process.abort();
  if (fileName === 'loop') for (;;);
  if (fileName === 'memory') for (const all = []; ; ) all.push(new Array(1e7).fill(all.length));
  process.send({ outcome: 'refused', code: fileName, pid: process.pid, env: Object.keys(process.env) });
});
process.on('disconnect', () => process.exit());
`;

describe('the process that opens files', () => {
  let folder: string;
  let examiner: Examiner;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'selvedge-examiner-'));
    await writeFile(join(folder, 'child.mjs'), CHILD);
  });
  afterEach(() => examiner.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = (timeoutMs = 20_000): Examiner =>
    (examiner = new Examiner(timeoutMs, join(folder, 'child.mjs')));
  const ask = (fileName: string) => examiner.examine({ file: '', fileName, declaredType: '', into: '' });

  it('stays for the next file', async () => {
    open();
    const [one, two] = [await ask('one'), await ask('two')];
    expect([one, two]).toMatchObject([{ code: 'one' }, { code: 'two' }]);
    expect((one as { pid?: number }).pid).toBe((two as { pid?: number }).pid);
  });

  it('answers each of those who ask together', async () => {
    open();
    const answers = await Promise.all(['a', 'b', 'c'].map(ask));
    expect(answers).toMatchObject([{ code: 'a' }, { code: 'b' }, { code: 'c' }]);
  });

  it('knows no variable of ours', async () => {
    open();
    expect(Object.keys(process.env).length).toBeGreaterThan(3);
    const { env } = (await ask('env')) as unknown as { env: string[] };
    expect(env.filter((name) => !name.startsWith('NODE_'))).toEqual([]);
  });

  it.each(['abort', 'memory'])('may die of a file, and the next one is not concerned: %s', async (how) => {
    open();
    const [died, next] = await Promise.allSettled([ask(how), ask('next')]);
    expect(died).toMatchObject({ status: 'rejected', reason: { name: 'ExaminerError', how: 'crashed' } });
    expect(next).toMatchObject({ status: 'fulfilled', value: { code: 'next' } });
  });

  it('says that it was hindered, and goes on', async () => {
    examiner = new Examiner(20_000, 'dist/libs/evidence/src/examiner-child.js');
    const nothing = { file: join(folder, 'nothing'), fileName: 'a.pdf', declaredType: '', into: folder };
    for (let round = 0; round < 2; round += 1)
      await expect(examiner.examine(nothing)).rejects.toMatchObject({ how: 'hindered' });
  });

  it('is ended when it does not come to an end', async () => {
    open(300);
    await expect(ask('loop')).rejects.toMatchObject({ how: 'timed-out' });
    examiner.close();
    open();
    expect(await ask('next')).toMatchObject({ code: 'next' });
  });
});
