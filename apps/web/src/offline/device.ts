import { deleteDB } from 'idb';
import { openDeviceStore, type DeviceStore } from './device-store.js';
import type { Entry, Receipt } from './entry.js';
import { Queue } from './queue.js';
import { sendTo } from './send.js';
import { sendAll } from './sender.js';
import { Vault } from './vault.js';

const SENDER = 'selvedge.sender';
const CHANGES = 'selvedge.queue';
const EVERY_MS = 60_000;

/** How the queue of this device stands, for the screens. */
export interface Snapshot {
  readonly ready: boolean;
  readonly entries: readonly Entry[];
  readonly receipts: readonly Receipt[];
  readonly sending: boolean;
}
const EMPTY: Snapshot = { ready: false, entries: [], receipts: [], sending: false };

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
    told = () => {
      device.channel.postMessage('changed');
      void device.look();
    };
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
    await navigator.locks.request(SENDER, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      this.set({ sending: true });
      try {
        await this.queue.tidy();
        await sendAll(this.queue, sendTo(this.queue), hurry);
      } finally {
        this.set({ sending: false });
      }
    });
  };

  /** What was read for work without a network. */
  async pack<T>(name: string): Promise<T | undefined> {
    const sealed = await this.store.get('packs', name);
    return sealed && this.vault.open<T>(sealed);
  }
  async keepPack(name: string, value: unknown): Promise<void> {
    await this.store.put('packs', await this.vault.seal(value), name);
    this.channel.postMessage('changed');
  }
  packNames = (): Promise<readonly string[]> => this.store.getAllKeys('packs');
  dropPack = (name: string): Promise<void> => this.store.delete('packs', name);

  /** Removes all of it, with the key. What was not sent is lost: whoever calls it has asked. */
  async wipe(): Promise<void> {
    this.close();
    await deleteDB(`selvedge.${this.personId}`);
  }

  close(): void {
    clearInterval(this.timer);
    removeEventListener('online', this.hurry);
    document.removeEventListener('visibilitychange', this.whenSeen);
    this.channel.close();
    this.store.close();
  }

  private readonly hurry = (): void => void this.send(true);
  private readonly whenSeen = (): void => void (document.visibilityState === 'visible' && this.send(true));

  private async look(): Promise<void> {
    const [entries, receipts] = await Promise.all([this.queue.list(), this.queue.receipts()]);
    this.set({ ready: true, entries, receipts });
  }

  private set(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
