import { freshStore, placeOf, queueOn, somePhoto, states } from './queue.fixture.js';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeviceStore } from './device-store.js';
import type { Queue } from './queue.js';
import { sendAll, type Outcome, type Send } from './sender.js';

const NO_LINE: Outcome = { is: 'not-now', problem: 'network', all: true };
const CONFLICT: Outcome = {
  ...{ is: 'refused', problem: 'precondition-failed', current: { value: 'partial' }, currentEtag: '"7"' },
};
const [ONE, TWO] = [placeOf('BL-01'), placeOf('BL-02')];

describe('the queue of a device', () => {
  let store: DeviceStore;
  let queue: Queue;
  let sent: { id: string; item: string; base: unknown; body: unknown }[];
  beforeEach(async () => {
    store = await freshStore();
    queue = await queueOn(store);
    sent = [];
  });

  /** Answers in turn; the last one answers all that follow. */
  const answering =
    (...outcomes: (Outcome | (() => Promise<Outcome>))[]): Send =>
    async (entry) => {
      const base = entry.kind === 'fact' ? entry.base : undefined;
      const item = entry.place.split('/').at(-1) ?? '';
      const body = entry.kind === 'fact' ? await queue.bodyOf(entry.id) : undefined;
      sent.push({ id: entry.id, item, base, body });
      const next = (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? NO_LINE;
      return typeof next === 'function' ? next() : next;
    };
  const received = (version: number): Outcome => ({ is: 'received', etag: `"${version}"` });
  const round = (...outcomes: Parameters<typeof answering>) => sendAll(queue, answering(...outcomes), true);

  it('keeps what was written, sealed, and sends only the latest of a place', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await queue.write(ONE, { value: 'partial', note: ' seen on the floor ' }, null);
    expect(JSON.stringify(await store.getAll('queue'))).not.toContain('partial');
    await round(received(1));
    const note = { value: 'partial', note: 'seen on the floor' };
    expect(sent.map(({ base, body }) => [base, body])).toEqual([[null, note]]);
    expect(await queue.list()).toEqual([]);
    expect(await queue.known()).toMatchObject([{ place: ONE.name, etag: '"1"' }]);
    expect(await queue.knownOf(ONE.name)).toEqual(note);
    expect(await queue.receipts()).toMatchObject([{ place: ONE.name, etag: '"1"' }]);
  });

  it('lets what may have arrived go first, under its own key, and what was written since after it', async () => {
    await queue.write(ONE, { value: 'conform' }, '"3"');
    await round(NO_LINE);
    await queue.write(ONE, { value: 'partial' }, '"3"');
    await queue.write(ONE, { value: 'nonconform' }, '"3"');
    expect(await queue.list()).toHaveLength(2);
    await round(received(4), received(5));
    expect(sent.map(({ base, body }) => [base, body])).toEqual([
      ['"3"', { value: 'conform' }],
      ['"3"', { value: 'conform' }],
      ['"4"', { value: 'nonconform' }],
    ]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it('sends what was written while something was on its way on top of it', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await round(async () => {
      await queue.write(ONE, { value: 'partial' }, null);
      return received(1);
    }, received(2));
    expect(sent.map(({ base, body }) => [base, body])).toEqual([
      [null, { value: 'conform' }],
      ['"1"', { value: 'partial' }],
    ]);
  });

  it('writes on what was received meanwhile, also when the page that is written on has not heard of it', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await round(received(1));
    await queue.write(ONE, { value: 'partial' }, null);
    await round(received(2));
    await queue.write(ONE, { value: 'nonconform' }, '"9"');
    await round(received(10));
    expect(sent.map(({ base }) => base)).toEqual([null, '"1"', '"9"']);
  });

  it('keeps the order in which things were written when the clock is set back', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    const real = Date.now;
    Date.now = () => real() - 86_400_000;
    try {
      await queue.write(TWO, { value: 'partial' }, null);
      await round(received(1));
    } finally {
      Date.now = real;
    }
    expect(sent.map(({ item }) => item)).toEqual(['BL-01', 'BL-02']);
  });

  it('is not put off for ever by a clock that was set back', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await round({ is: 'not-now', problem: 'internal', waitMs: 30_000 });
    const send = answering(received(1));
    await sendAll(queue, send, false);
    expect(sent).toHaveLength(1);
    await sendAll(queue, send, false, () => Date.now() - 86_400_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps both values of a conflict, sealed, until a person decides for theirs', async () => {
    await queue.write(ONE, { value: 'conform' }, '"6"');
    await round(CONFLICT);
    const [entry] = await queue.list();
    expect(entry).toMatchObject({ state: 'needs-you', conflict: true, currentEtag: '"7"' });
    expect(JSON.stringify(await store.getAll('queue'))).not.toContain('partial');
    expect(await queue.bodyOf(entry?.id ?? '')).toEqual({ value: 'conform' });
    expect(await queue.theirsOf(entry?.id ?? '')).toEqual({ value: 'partial' });
    await queue.drop(entry?.id ?? '');
    expect(await queue.list()).toEqual([]);
    expect(await queue.known()).toMatchObject([{ etag: '"7"' }]);
    expect(await queue.knownOf(ONE.name)).toEqual({ value: 'partial' });
  });

  it('sends a person’s own value on top of the other when they say so, as a new request', async () => {
    await queue.write(ONE, { value: 'conform' }, '"6"');
    await round(CONFLICT);
    await queue.write(ONE, { value: 'nonconform' }, '"6"');
    const [entry] = await queue.list();
    expect(entry).toMatchObject({ state: 'needs-you', conflict: true });
    expect(await queue.theirsOf(entry?.id ?? '')).toEqual({ value: 'partial' });
    await queue.insist(entry?.id ?? '');
    await round(received(8));
    expect(sent.at(-1)).toMatchObject({ base: '"7"', body: { value: 'nonconform' } });
    expect(sent.at(-1)?.id).not.toBe(entry?.id);
    expect(await store.getAllKeys('contents')).toEqual([`known/${ONE.name}`]);
  });

  it('tries what was written since in the stead of what was refused', async () => {
    await queue.write(ONE, { value: 'nonconform' }, '"2"');
    await round(async () => {
      await queue.write(ONE, { value: 'nonconform', note: 'With a note' }, '"2"');
      return { is: 'refused', problem: 'validation' };
    }, received(3));
    expect(sent.map(({ base }) => base)).toEqual(['"2"', '"2"']);
    expect(await queue.list()).toEqual([]);
  });

  it('holds up the place of what needs the person, and nothing else', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await queue.write(TWO, { value: 'conform' }, null);
    await round({ is: 'refused', problem: 'paper-not-open' }, received(1));
    expect(states(await queue.list())).toEqual(['BL-01 needs-you paper-not-open']);
    await queue.write(ONE, { value: 'partial' }, null);
    await round(received(1));
    expect(await queue.list()).toEqual([]);
  });

  it('sends nothing of a case before its gate, and stops there when it is refused', async () => {
    await queue.write(placeOf('start', { method: 'POST', gate: true }), { type: 'start-audit' }, undefined);
    await queue.write(ONE, { value: 'conform' }, null);
    await queue.add(ONE, somePhoto());
    const elsewhere = { ...placeOf('BL-01'), name: 'answer/case-2/BL-01', caseId: 'case-2' };
    await queue.write(elsewhere, { value: 'conform' }, null);
    await round({ is: 'refused', problem: 'visit-not-agreed' }, received(1));
    expect(sent.map(({ item, base }) => [item, base])).toEqual([
      ['start', undefined],
      ['BL-01', null],
    ]);
    expect(states(await queue.list())).toEqual([
      ...['start needs-you visit-not-agreed', 'BL-01 here', 'BL-01 here'],
    ]);
    const [gate] = await queue.list();
    await queue.insist(gate?.id ?? '');
    const order = (await queue.list()).map(({ place }) => place.split('/').at(-1));
    expect(order[0]).toBe('start');
    await round({ is: 'received' });
    expect(await queue.list()).toEqual([]);
  });

  it('stops at a dead line and leaves the rest as never tried', async () => {
    for (const place of [ONE, TWO]) await queue.write(place, { value: 'conform' }, null);
    expect(await round(NO_LINE)).toBe('no-line');
    expect((await queue.list()).map(({ tries, problem }) => [tries, problem])).toEqual([
      [1, 'network'],
      [0, undefined],
    ]);
    expect(await round({ is: 'signed-out', ended: false })).toBe('signed-out');
    expect(await round({ is: 'signed-out', ended: true })).toBe('session-ended');
    expect(await queue.list()).toHaveLength(2);
  });

  it('goes on to others when one cannot be judged now', async () => {
    for (const place of [ONE, TWO]) await queue.write(place, { value: 'conform' }, null);
    expect(await round({ is: 'not-now', problem: 'internal' }, received(1))).toBe('done');
    expect(states(await queue.list())).toEqual(['BL-01 here internal']);
  });

  it('takes up what a tab left behind that died while sending', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    const died = sendAll(queue, () => Promise.reject(new Error('the tab is gone')), true);
    await expect(died).rejects.toThrow('gone');
    const next = await queueOn(store);
    await next.tidy();
    expect((await next.list()).map(({ state, tries }) => [state, tries])).toEqual([['here', 1]]);
  });

  it('keeps what is not whole and does not send it', async () => {
    await queue.write(ONE, { value: 'conform' }, null, true);
    await round(received(1));
    expect([sent, await queue.list()]).toMatchObject([[], [{ held: true }]]);
    await queue.write(ONE, { value: 'partial' }, null);
    await round(received(1));
    expect(await queue.list()).toEqual([]);
  });

  it('keeps nothing of what workers told once it was received', async () => {
    await queue.write(placeOf('note', { secret: true }), { text: 'What a worker told' }, null);
    await round(received(1));
    expect(await store.getAllKeys('contents')).toEqual([]);
    expect(await queue.known()).toEqual([]);
    expect(await queue.receipts()).toHaveLength(1);
  });

  it('sends photos after facts, as the document of the id they were given, also when one is insisted on', async () => {
    const id = await queue.add(ONE, somePhoto());
    await queue.write(ONE, { value: 'conform', evidence: [id] }, null);
    await round(received(1), { is: 'refused', problem: 'quota-exceeded' });
    expect(sent.map(({ id: of }) => of).at(-1)).toBe(id);
    await queue.insist(id);
    const whole: Outcome = { is: 'received', documentId: id, sha256: 'ab' };
    await round(whole);
    expect(sent.map(({ id: of }) => of).at(-1)).toBe(id);
    expect(await queue.receipts()).toMatchObject([
      { kind: 'photo', documentId: id, sha256: 'ab' },
      { kind: 'fact', etag: '"1"' },
    ]);
    expect(await store.getAllKeys('contents')).toEqual([`known/${ONE.name}`]);
  });

  it('forgets receipts after a week, and never what stands at a place', async () => {
    await queue.write(ONE, { value: 'conform' }, null);
    await round(received(1));
    await queue.tidy(Date.now() + 8 * 86_400_000);
    expect(await queue.receipts()).toEqual([]);
    expect(await queue.knownOf(ONE.name)).toEqual({ value: 'conform' });
    await queue.forget([ONE.name]);
    expect([await queue.known(), await store.getAllKeys('contents')]).toEqual([[], []]);
  });
});

describe('a device that is full', () => {
  const full = () => new DOMException('no room', 'QuotaExceededError');

  it.each([
    ['content', 'contents'],
    ['entry', 'queue'],
  ] as const)('keeps nothing half: no %s, and what was there before', async (_what, name) => {
    const store = await freshStore();
    const queue = await queueOn(store);
    await queue.write(ONE, { value: 'conform' }, null);
    const before = [await queue.list(), await store.getAllKeys('contents')];
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...asked: Parameters<typeof put>) {
      if (this.name === name) throw full();
      return put.apply(this, asked);
    };
    try {
      await expect(queue.write(ONE, { value: 'partial' }, null)).rejects.toMatchObject({
        name: 'QuotaExceededError',
      });
      await expect(queue.add(TWO, somePhoto())).rejects.toMatchObject({ name: 'QuotaExceededError' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect([await queue.list(), await store.getAllKeys('contents')]).toEqual(before);
    const [entry] = await queue.list();
    expect(await queue.bodyOf(entry?.id ?? '')).toEqual({ value: 'conform' });
  });
});
