import { freshStore, placeOf, queueOn } from './queue.fixture.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alike } from './contents.js';
import type { DeviceStore } from './device-store.js';
import type { Entry } from './entry.js';
import type { Queue } from './queue.js';
import { sendAll, type Outcome } from './sender.js';

/** What happens to one request. `lost`: it was taken, and the answer did not arrive. `dies`: the tab, before or after it was taken. */
const FATES = [
  'taken',
  'lost',
  'no-line',
  'busy',
  'fault',
  'refused',
  'signed-out',
  'dies-before',
  'dies-after',
] as const;
type Fate = (typeof FATES)[number];
const PLACES = ['BL-01', 'SL-01'] as const;
type Item = (typeof PLACES)[number];

type Step =
  | { readonly do: 'write'; readonly item: Item }
  | { readonly do: 'other-device'; readonly item: Item }
  | { readonly do: 'send'; readonly fates: readonly (readonly [Fate, Item | undefined])[] }
  | { readonly do: 'decide'; readonly item: Item; readonly mine: boolean };

const item = fc.constantFrom(...PLACES);
const what = fc.oneof(fc.constantFrom(...FATES), fc.constantFrom<Fate>('taken', 'lost', 'dies-after'));
const fate = fc.tuple(what, fc.option(item, { nil: undefined, freq: 2 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: item.map((one): Step => ({ do: 'write', item: one })) },
  { weight: 1, arbitrary: item.map((one): Step => ({ do: 'other-device', item: one })) },
  {
    weight: 4,
    arbitrary: fc
      .array(fate, { minLength: 1, maxLength: 5, size: 'max' })
      .map((fates): Step => ({ do: 'send', fates })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(item, fc.boolean()).map(([one, mine]): Step => ({ do: 'decide', item: one, mine })),
  },
);

class TabDied extends Error {}
interface Value {
  readonly by: 'here' | 'other';
  readonly nth: number;
}
/** The API as the queue may rely on it: versions under If-Match, and one answer for one key. */
class Server {
  readonly taken = new Map<string, { version: number; history: Value[] }>();
  private readonly answers = new Map<string, Outcome>();

  at(name: string) {
    const there = this.taken.get(name) ?? { version: 0, history: [] };
    this.taken.set(name, there);
    return there;
  }
  put(key: string, name: string, base: string | null, value: Value): Outcome {
    const answer = this.answers.get(key) ?? this.judge(name, base, value);
    this.answers.set(key, answer);
    return answer;
  }
  knows = (key: string): boolean => this.answers.has(key);
  private judge(name: string, base: string | null, value: Value): Outcome {
    const there = this.at(name);
    const etag = there.version === 0 ? undefined : `"${there.version}"`;
    const current = there.history.at(-1) ?? null;
    if ((base ?? undefined) !== etag)
      return alike(current, value)
        ? { is: 'received', etag }
        : { is: 'refused', problem: 'precondition-failed', current, currentEtag: etag };
    there.version += 1;
    there.history.push(value);
    return { is: 'received', etag: `"${there.version}"` };
  }
}

/** A device, the API, another device, and a person, one step at a time. */
class Field {
  readonly server = new Server();
  /** By item, of what was written here: all that the device said it keeps. */
  readonly kept = new Map<Item, number[]>();
  /** What the person let go for what somebody else wrote. */
  readonly letGo = new Set<number>();
  private nth = 0;
  private constructor(
    readonly store: DeviceStore,
    public queue: Queue,
  ) {}
  static async open(): Promise<Field> {
    const store = await freshStore();
    return new Field(store, await queueOn(store));
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'write') return this.write(one.item);
    if (one.do === 'other-device') return this.other(one.item);
    if (one.do === 'decide') return this.decide(one.item, one.mine);
    await this.send(one.fates);
  }

  async write(of: Item): Promise<void> {
    this.nth += 1;
    const { nth } = this;
    const heard = (await this.queue.known()).find(({ place }) => place === placeOf(of).name);
    await this.queue.write(placeOf(of), { by: 'here', nth }, heard?.etag ?? null);
    this.kept.set(of, [...(this.kept.get(of) ?? []), nth]);
  }

  other(of: Item): void {
    this.nth += 1;
    const { version } = this.server.at(placeOf(of).name);
    const base = version === 0 ? null : `"${version}"`;
    this.server.put(`other ${this.nth}`, placeOf(of).name, base, { by: 'other', nth: this.nth });
  }

  async decide(of: Item, mine: boolean): Promise<void> {
    const entry = (await this.queue.list()).find(
      ({ place, state }) => place === placeOf(of).name && state === 'needs-you',
    );
    if (!entry) return;
    if (mine || !entry.conflict) return this.queue.insist(entry.id);
    const { nth } = (await this.queue.bodyOf(entry.id)) as Value;
    await this.queue.drop(entry.id);
    this.letGo.add(nth);
  }

  async send(fates: readonly (readonly [Fate, Item | undefined])[]): Promise<void> {
    const script = [...fates];
    try {
      await sendAll(
        this.queue,
        (entry) => this.request(entry, script.shift() ?? ['no-line', undefined]),
        true,
      );
    } catch (error) {
      if (!(error instanceof TabDied)) throw error;
      this.queue = await queueOn(this.store);
      await this.queue.tidy();
    }
  }

  private async request(
    entry: Entry,
    [what, meanwhile]: readonly [Fate, Item | undefined],
  ): Promise<Outcome> {
    if (entry.kind !== 'fact') throw new Error('only facts here');
    await this.mustBeInTurn(entry);
    const value = (await this.queue.bodyOf(entry.id)) as Value;
    if (meanwhile) await this.write(meanwhile);
    if (what === 'no-line') return { is: 'not-now', problem: 'network', all: true };
    if (what === 'busy') return { is: 'not-now', problem: 'too-many-requests', all: true, waitMs: 1 };
    if (what === 'fault') return { is: 'not-now', problem: 'internal' };
    if (what === 'signed-out') return { is: 'signed-out', ended: false };
    if (what === 'refused' && !this.server.knows(entry.id)) return { is: 'refused', problem: 'validation' };
    if (what === 'dies-before') throw new TabDied();
    const answer = this.server.put(entry.id, entry.place, entry.base ?? null, value);
    if (what === 'dies-after') throw new TabDied();
    return what === 'lost' ? { is: 'not-now', problem: 'network', all: true } : answer;
  }

  /** Nothing overtakes what was written before it at the same place. */
  private async mustBeInTurn({ place, nr }: Entry): Promise<void> {
    const ahead = (await this.queue.list()).filter((one) => one.place === place && one.nr < nr);
    expect(ahead).toEqual([]);
  }

  /** What the device said it keeps is here, or there, or was let go by the person; only the latest of what waited counts. */
  async mustHaveAll(): Promise<void> {
    const entries = await this.queue.list();
    for (const of of PLACES) {
      const here = entries.filter(({ place }) => place === placeOf(of).name);
      const bodies = await Promise.all(here.map(({ id }) => this.queue.bodyOf(id)));
      const last = this.kept.get(of)?.at(-1);
      const { history } = this.server.at(placeOf(of).name);
      const there = history.filter(({ by }) => by === 'here').map(({ nth }) => nth);
      expect(there).toEqual([...there].sort((one, other) => one - other));
      if (last === undefined || this.letGo.has(last)) continue;
      const found = [...bodies.map((body) => (body as Value).nth), ...there];
      expect([of, found]).toEqual([of, expect.arrayContaining([last])]);
    }
    await this.mustAskOnlyAboutOthers(entries);
    await this.mustHaveNothingElse(entries);
  }

  /** Nobody is asked to decide between two things that they wrote themselves. */
  private async mustAskOnlyAboutOthers(entries: readonly Entry[]): Promise<void> {
    for (const { id, place, currentEtag } of entries.filter(({ conflict }) => conflict)) {
      const theirs = (await this.queue.theirsOf(id)) as Value;
      const version = Number(currentEtag?.replaceAll('"', ''));
      expect(theirs).toEqual(this.server.at(place).history[version - 1]);
      expect(theirs.by).toBe('other');
    }
  }

  private async mustHaveNothingElse(entries: readonly Entry[]): Promise<void> {
    const known = (await this.queue.known()).map(({ place }) => `known/${place}`);
    const theirs = entries.filter(({ conflict }) => conflict).map(({ id }) => `${id}/theirs`);
    const names = await this.store.getAllKeys('contents');
    expect([...names].sort()).toEqual([...entries.map(({ id }) => id), ...theirs, ...known].sort());
  }

  /** With a good line and a person who decides, everything comes to its end. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20 && (await this.queue.list()).length > 0; round += 1) {
      for (const of of PLACES) await this.decide(of, true);
      await this.send(Array.from({ length: 20 }, () => ['taken', undefined] as const));
    }
    expect(await this.queue.list()).toEqual([]);
    for (const of of PLACES) {
      const { history, version } = this.server.at(placeOf(of).name);
      const last = this.kept.get(of)?.at(-1);
      if (last === undefined || this.letGo.has(last)) continue;
      const [known] = (await this.queue.known()).filter(({ place }) => place === placeOf(of).name);
      const value = (await this.queue.knownOf(placeOf(of).name)) as Value;
      // What this device believes stands there did stand there under that version.
      expect(history[Number(known?.etag?.replaceAll('"', '')) - 1]).toEqual(value);
      if (known?.etag === `"${version}"`) expect(value).toEqual({ by: 'here', nth: last });
    }
  }
}

describe('however writing, sending, faults, refusals, another device and dying tabs follow each other', () => {
  it('nothing that was kept is lost, and each place is sent in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), async (steps) => {
        const field = await Field.open();
        for (const one of steps) {
          await field.take(one);
          await field.mustHaveAll();
        }
        await field.settle();
        await field.mustHaveAll();
        field.store.close();
      }),
      { numRuns: 100 },
    );
  });
});
