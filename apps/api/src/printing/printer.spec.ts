import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Printer, type PrinterSettings } from './printer.js';

/** A process that does what the page says, and tells what it knows. */
const CHILD = `
import { existsSync, writeFileSync } from 'node:fs';
let held = [];
const answer = (id, text) => process.send({ id, pdf: Buffer.from(text) });
process.on('message', ({ id, html }) => {
  if (html === 'abort') process.abort();
  if (html.startsWith('die once: ')) {
    const file = html.slice(10);
    if (existsSync(file)) return answer(id, 'printed');
    writeFileSync(file, '');
    process.abort();
  }
  if (html === 'never') return;
  if (html === 'failed') return process.send({ id, failed: 'failed', detail: 'as it was told' });
  if (html === 'env') return answer(id, Object.keys(process.env).join());
  if (html !== 'held') return answer(id, html + ' ' + process.pid);
  held.push(id);
  if (held.length === 2) for (const one of held.splice(0)) answer(one, 'two at once');
});
process.on('disconnect', () => process.exit());
`;

describe('the process that prints', () => {
  let folder: string;
  let printer: Printer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'selvedge-printer-'));
    await writeFile(join(folder, 'child.mjs'), CHILD);
  });
  afterEach(() => printer.close());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const open = (settings: PrinterSettings = {}): Printer =>
    (printer = new Printer({ script: join(folder, 'child.mjs'), ...settings }));
  const print = async (html: string): Promise<string> => (await printer.print(html)).toString();
  const pidOf = async (): Promise<string> => (await print('pid')).split(' ')[1] ?? '';

  it('stays for the next page, and is replaced after so many', async () => {
    open({ pagesOfProcess: 2 });
    const [first, second, third] = [await pidOf(), await pidOf(), await pidOf()];
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('has two pages at a time; others wait for their turn, and not too many of them', async () => {
    open({ waiting: 2 });
    const [one, two] = [print('held'), print('never')];
    two.catch(() => undefined);
    const waiting = [print('a'), print('b')];
    await expect(print('c')).rejects.toMatchObject({ name: 'PrintError', how: 'busy' });
    printer.close();
    for (const page of [one, two, ...waiting])
      await expect(page).rejects.toMatchObject({ name: 'PrintError', how: 'closed' });
    open();
    expect(await Promise.all([print('held'), print('held'), print('held'), print('held')])).toEqual(
      Array.from({ length: 4 }, () => 'two at once'),
    );
  });

  it('is ended by a page that does not come to an end, and the next one is not concerned', async () => {
    open({ timeoutMs: 1_500 });
    await expect(print('never')).rejects.toMatchObject({ how: 'timed-out' });
    expect(await print('next')).toMatch(/^next \d+$/);
  });

  it('may die of a page: that one and what it had beside it have one more chance with another process', async () => {
    open();
    const pages = [print('held'), print(`die once: ${join(folder, 'died')}`), print('held')];
    expect(await Promise.all(pages)).toEqual(['two at once', 'printed', 'two at once']);
    await expect(print('abort')).rejects.toMatchObject({ how: 'failed' });
    expect(await print('next')).toMatch(/^next \d+$/);
  });

  it('tells why a page failed', async () => {
    open();
    await expect(print('failed')).rejects.toMatchObject({
      how: 'failed',
      message: expect.stringContaining('as it was told'),
    });
  });

  it('knows no variable of ours but where to look for programs and where to work', async () => {
    open();
    const ours = ['CHROMIUM_PATH', 'HOME', 'PATH', 'TMPDIR'];
    const known = (await print('env')).split(',').filter((name) => !name.startsWith('NODE_'));
    expect(known.filter((name) => !ours.includes(name))).toEqual([]);
    expect(known).toEqual(expect.arrayContaining(['PATH', 'TMPDIR']));
  });

  it('says that there is no Chromium where there is none, instead of waiting for one', async () => {
    open({ script: 'dist/apps/api/src/printing/printer-child.js', chromiumPath: join(folder, 'nothing') });
    await expect(print('<p>page</p>')).rejects.toMatchObject({ how: 'no-chromium' });
  });
});
