import { freshStore, placeOf, queueOn, somePhoto } from './queue.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { base64, unsentFile } from './export.js';
import { sendAll } from './sender.js';

describe('unsent work as a file', () => {
  it('holds everything that waits, readable, both values of a conflict, and photos whole', async () => {
    const queue = await queueOn(await freshStore());
    const bytes = new Uint8Array(100_000).map((_, n) => n % 251).buffer;
    await queue.write(placeOf('BL-01'), { value: 'conform' }, '"1"');
    await sendAll(
      queue,
      () => Promise.resolve({ is: 'refused', problem: 'precondition-failed', current: { value: 'partial' } }),
      true,
    );
    await queue.write(placeOf('note', { secret: true }), { text: 'What a worker told' }, null);
    const photo = await queue.add(placeOf('BL-01'), somePhoto(bytes));
    const file = await unsentFile(queue, { id: 'p1', name: 'Chanthy' });
    const { format, by, entries } = JSON.parse(await file.text()) as Record<string, never> & {
      entries: Record<string, unknown>[];
    };
    expect([format, by]).toEqual(['selvedge-unsent/1', { id: 'p1', name: 'Chanthy' }]);
    expect(entries).toMatchObject([
      { state: 'needs-you', body: { value: 'conform' }, theirs: { value: 'partial' } },
      { body: { text: 'What a worker told' } },
      { id: photo, fileName: 'gate.jpg', sha256: 'ab' },
    ]);
    expect(Buffer.from(String(entries[2]?.['base64']), 'base64')).toEqual(Buffer.from(bytes));
    expect(await queue.list()).toHaveLength(3);
  });

  it('of nothing is a file all the same', async () => {
    const queue = await queueOn(await freshStore());
    const file = await unsentFile(queue, { id: 'p1', name: 'Chanthy' });
    expect(JSON.parse(await file.text())).toMatchObject({ entries: [] });
    expect(base64(new ArrayBuffer(0))).toBe('');
  });
});
