import { deleteDB } from 'idb';
import { change, nameOf, openDeviceStore, type DeviceStore } from './device-store.js';
import type { Entry, Known, Receipt } from './entry.js';
import { Queue } from './queue.js';
import { sendTo } from './send.js';
import { sendAll, type Round } from './sender.js';
import { Vault } from './vault.js';

const SENDER = 'selvedge.sender';
const CHANGES = 'selvedge.queue';
const EVERY_MS = 60_000;
/** Nothing is tried again sooner than this. */
const SOON_MS = 1_000;

/** How the queue of this device stands, for the screens. */
export interface Snapshot {
  readonly ready: boolean;
  readonly entries: readonly Entry[];
  readonly receipts: readonly Receipt[];
  /** What stands at the places that were written from here, by place. */
  readonly known: ReadonlyMap<string, Known>;
  /** What is on its way into the queue, by place: newer than all that is seen of it so far. */
  readonly writing: ReadonlyMap<string, unknown>;
  readonly sending: boolean;
  /** How the last round of sending ended. */
  readonly round: Round;
}
const EMPTY: Snapshot = {
  ...{ ready: false, entries: [], receipts: [], known: new Map(), writing: new Map() },
  ...{ sending: false, round: 'done' },
};

const byPlace = (known: readonly Known[]) => new Map(known.map((one) => [one.place, one]));

/**
 * The work of one person on this device: what they read for work without a network, and what waits to be sent. One tab sends at a
 * time; all see the same. It sends when the app opens, when the line comes back, when the page is looked at, each
 * minute, after each change, and when somebody says so.
 */
export class Device {
  private snapshot: Snapshot = EMPTY;
  private readonly listeners = new Set<() => void>();
  private readonly channel = new BroadcastChannel(CHANGES);
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly writes = new Map<string, Promise<void>>();
  private soon: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private again = false;
  private looks = 0;
  private seen = 0;

  private constructor(
    private readonly personId: string,
    private readonly store: DeviceStore,
    private readonly vault: Vault,
    readonly queue: Queue,
  ) {
    this.channel.onmessage = () => void this.look();
    this.timer = setInterval(() => void this.send(), EVERY_MS);
    addEventListener('online', this.hurry);
    document.addEventListener('visibilitychange', this.whenSeen);
  }

  static async of(personId: string): Promise<Device> {
    const store = await openDeviceStore(personId);
    const vault = await Vault.of(store);
    let told: () => void = () => undefined;
    const device: Device = new Device(personId, store, vault, new Queue(store, vault, () => told()));
    told = () => device.changed();
    // Kept even when the device runs short of room, where the browser lets us.
    void navigator.storage?.persist?.();
    await device.look();
    void device.send(true);
    return device;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  read = (): Snapshot => this.snapshot;

  /** Sends what waits. @param hurry also what was put off */
  send = async (hurry = false): Promise<void> => {
    if (this.closed) return;
    // What came while a round was under way is not left for the next minute.
    if (this.snapshot.sending) return void (this.again = true);
    await navigator.locks.request(SENDER, { ifAvailable: true }, async (lock) => {
      if (lock && !this.closed) await this.sendRound(hurry);
    });
    const more = this.again;
    this.again = false;
    if (more && this.snapshot.round === 'done') await this.send();
    this.planNext();
  };

  /**
   * Keeps what somebody wrote, after what they wrote there before. It is done when the queue is seen with it: until then it would
   * look as what stood there before, and somebody who went on elsewhere would write on top of that.
   * @throws as `Queue.write`
   */
  async write(...[place, body, base, held]: Parameters<Queue['write']>): Promise<void> {
    const keep = async (): Promise<void> => {
      await this.queue.write(place, body, base, held);
      await this.look();
    };
    const write = this.writes.get(place.name)?.then(keep, keep) ?? keep();
    this.writes.set(place.name, write);
    this.set({ writing: new Map(this.snapshot.writing).set(place.name, body) });
    try {
      await write;
    } finally {
      if (this.writes.get(place.name) === write) this.written(place.name);
    }
  }
  private written(place: string): void {
    this.writes.delete(place);
    const writing = new Map(this.snapshot.writing);
    writing.delete(place);
    this.set({ writing });
  }

  /** What was read for work without a network. */
  async pack<T>(name: string): Promise<T | undefined> {
    const sealed = await this.store.get('packs', name);
    return sealed && this.vault.open<T>(sealed);
  }
  /** @throws DOMException `QuotaExceededError` when the device is full: then the former one is still there */
  async keepPack(name: string, value: unknown): Promise<void> {
    await this.store.put('packs', await this.vault.seal(value), name);
    this.channel.postMessage('changed');
  }
  packNames = (): Promise<readonly string[]> => this.store.getAllKeys('packs');
  dropPack = (name: string): Promise<void> => this.store.delete('packs', name);

  /**
   * Somebody ended the session. All that was read goes; what was not sent stays sealed until the same person signs in
   * here again: it may be the only record of what was found.
   */
  async revoke(): Promise<void> {
    await this.store.clear('packs');
    await change(this.store, async (tx) => {
      for (const place of await tx.objectStore('known').getAllKeys())
        await tx.objectStore('contents').delete(`known/${place}`);
      await tx.objectStore('known').clear();
      await tx.objectStore('receipts').clear();
    });
    this.channel.postMessage('changed');
  }

  /** Removes all of it, with the key. What was not sent is lost: whoever calls it has asked. */
  async wipe(): Promise<void> {
    this.close();
    await deleteDB(nameOf(this.personId));
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.soon);
    removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.whenSeen);
    this.channel.close();
    this.store.close();
  }

  private async sendRound(hurry: boolean): Promise<void> {
    this.set({ sending: true });
    try {
      await this.queue.tidy();
      this.set({ round: await sendAll(this.queue, sendTo(this.queue), hurry) });
    } finally {
      this.set({ sending: false });
    }
  }

  /** What was put off for a moment need not wait for the minute. */
  private planNext(): void {
    clearTimeout(this.soon);
    const next = Math.min(
      ...this.snapshot.entries
        .filter(({ state }) => state === 'here')
        .map(({ nextAt }) => nextAt || Infinity),
    );
    const wait = Math.max(SOON_MS, next - Date.now());
    if (wait < EVERY_MS) this.soon = setTimeout(() => void this.send(), wait);
  }

  private readonly hurry = (): void => void this.send(true);
  private readonly whenSeen = (): void => void (document.visibilityState === 'visible' && this.send(true));

  private changed(): void {
    if (this.closed) return;
    this.channel.postMessage('changed');
    void this.look();
  }

  /** Reads how the queue stands: the snapshot is not older than this when it is done. */
  async look(): Promise<void> {
    if (this.closed) return;
    this.looks += 1;
    const nth = this.looks;
    const [entries, receipts, known] = await Promise.all([
      this.queue.list(),
      this.queue.receipts(),
      this.queue.known(),
    ]);
    // Who looked later saw more.
    if (nth < this.seen) return;
    this.seen = nth;
    this.set({ ready: true, entries, receipts, known: byPlace(known) });
  }

  private set(changes: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const listener of this.listeners) listener();
  }
}
