import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { EventStream, type StreamSource } from './event-stream.js';

const TIMES = { beatMs: 20, patienceMs: 5_000, lifeMs: 60_000 };

/** A source of numbered events, as many as were told of. */
class Told implements StreamSource {
  readonly start = '0';
  told = 0;
  at = 0;
  reads = 0;
  mayReadOn = true;
  readonly failures: unknown[] = [];
  constructor(private readonly size = 0) {}

  async next() {
    this.reads++;
    const fresh = Math.min(this.told - this.at, 10);
    const lines = Array.from(
      { length: fresh },
      (_, n) => `id: ${this.at + n + 1}\ndata: ${'x'.repeat(this.size)}\n\n`,
    );
    this.at += fresh;
    return { text: lines.join(''), cursor: String(this.at), more: this.at < this.told };
  }
  async mayGoOn(): Promise<boolean> {
    return this.mayReadOn;
  }
  failed(err: unknown): void {
    this.failures.push(err);
  }
}

const idsIn = (lines: string): string[] => [...lines.matchAll(/^id: (\d+)\ndata/gm)].map(([, id = '']) => id);
/** Reads along, until what was read is as wanted. */
async function readUntil({ body }: EventStream, wanted: (lines: string) => boolean): Promise<string> {
  let lines = '';
  for (; !wanted(lines);) {
    const chunk = body.read() as Buffer | null;
    if (chunk) lines += chunk.toString();
    else await once(body, 'readable');
  }
  return lines;
}

describe('a stream of events', () => {
  it('sends what is there, page after page, and what comes when it is woken', async () => {
    const source = new Told();
    const stream = new EventStream(source, { ...TIMES, beatMs: 60_000 });
    source.told = 25;
    expect(idsIn(await readUntil(stream, (lines) => idsIn(lines).length >= 25))).toHaveLength(25);
    source.told = 27;
    stream.wake();
    expect(idsIn(await readUntil(stream, (lines) => idsIn(lines).length >= 2))).toEqual(['26', '27']);
    stream.body.destroy();
  });

  it('does not miss what comes while it reads', async () => {
    const source = new Told();
    const stream = new EventStream(source, { ...TIMES, beatMs: 60_000 });
    const read = source.next.bind(source);
    source.next = async () => {
      const page = await read();
      if (source.told < 5) {
        source.told++;
        stream.wake();
      }
      return page;
    };
    expect(idsIn(await readUntil(stream, (lines) => idsIn(lines).length >= 5))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    stream.body.destroy();
  });

  it('shows that it lives, and moves its reader on where nothing was shown', async () => {
    const source = new Told();
    const stream = new EventStream(source, TIMES);
    source.at = 7;
    source.told = 7;
    await readUntil(stream, (lines) => lines.includes(': still here\nid: 7\n\n'));
    stream.body.destroy();
  });

  it('says at once where it begins, so that who is cut off before anything was told misses nothing', async () => {
    const stream = new EventStream(new Told(), { ...TIMES, beatMs: 60_000 });
    expect(await readUntil(stream, (lines) => lines.includes('\n\n'))).toMatch(/^id: 0$/m);
    stream.body.destroy();
  });

  it('ends when its reader may not go on, at the end of its life, and when it is told to', async () => {
    const refused = new Told();
    refused.mayReadOn = false;
    expect(await text(new EventStream(refused, TIMES).body)).toBe('retry: 3000\nid: 0\n\n');
    const short = new EventStream(new Told(), { ...TIMES, lifeMs: 30 });
    expect(await text(short.body)).toContain('retry');
    const told = new EventStream(new Told(), { ...TIMES, beatMs: 60_000 });
    const all = text(told.body);
    await once(told.body, 'data');
    told.end();
    expect(await all).toBe('retry: 3000\nid: 0\n\n');
  });

  it('ends, and says why, when what follows cannot be read', async () => {
    const source = new Told();
    source.next = () => Promise.reject(new Error('away'));
    expect(await text(new EventStream(source, TIMES).body)).toBe('retry: 3000\nid: 0\n\n');
    expect(source.failures).toEqual([new Error('away')]);
  });

  it('is gone at once when its reader goes away, also while nothing is told', async () => {
    const stream = new EventStream(new Told(), { ...TIMES, beatMs: 60_000 });
    await readUntil(stream, (lines) => lines.includes('retry'));
    const closed = once(stream.body, 'close');
    stream.body.destroy();
    await closed;
  }, 2_000);

  it('reads no more for a reader that takes nothing, and cuts it off', async () => {
    const source = new Told(100_000);
    source.told = 1_000;
    const stream = new EventStream(source, { ...TIMES, patienceMs: 50 });
    const closed = once(stream.body, 'close');
    stream.body.pipe(new Writable({ write: () => undefined })); // never takes the first piece
    await closed;
    expect(stream.body.destroyed).toBe(true);
    expect(source.reads).toBeLessThan(3);
  });
});
