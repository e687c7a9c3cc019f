import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Entry, Known, Receipt } from './entry.js';

/** Bytes and their nonce; see `vault.ts`. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface DeviceSchema extends DBSchema {
  /** The one key of this person on this device. It cannot be exported. */
  keys: { key: 'key'; value: CryptoKey };
  /** The number that the next entry gets. Clocks go back; this does not. */
  numbers: { key: 'next'; value: number };
  /** What waits to be sent, without what it says. */
  queue: { key: string; value: Entry; indexes: { place: string } };
  /** What entries and known places say, and the bytes of photos. Names are made by `contents.ts`. */
  contents: { key: string; value: Sealed };
  /** What was read for work without a network, by its own name: `audit/<case>` say. */
  packs: { key: string; value: Sealed };
  /** What was received, and as what; kept for a week. */
  receipts: { key: string; value: Receipt };
  /** The latest that is known of each place that was written from here. */
  known: { key: string; value: Known };
}
export type DeviceStore = IDBPDatabase<DeviceSchema>;
/** All that one change of the queue may touch. */
const QUEUE_STORES = ['queue', 'contents', 'numbers', 'receipts', 'known'] as const;
export type QueueTx = IDBPTransaction<DeviceSchema, typeof QUEUE_STORES, 'readwrite'>;

export const nameOf = (personId: string): string => `selvedge.${personId}`;

/** What this device keeps of a person's work. Two people at one device do not see each other's. */
export const openDeviceStore = (personId: string): Promise<DeviceStore> =>
  openDB<DeviceSchema>(nameOf(personId), 1, {
    upgrade(db) {
      for (const name of ['keys', 'numbers', 'contents', 'packs'] as const) db.createObjectStore(name);
      db.createObjectStore('queue', { keyPath: 'id' }).createIndex('place', 'place');
      db.createObjectStore('receipts', { keyPath: 'id' });
      db.createObjectStore('known', { keyPath: 'place' });
    },
    // Another tab wipes it, or brings a newer one: let go.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });

/**
 * All of a change, or nothing of it: whatever goes wrong in between, a full disk too, undoes the rest.
 * @throws what went wrong
 */
export async function change<T>(store: DeviceStore, work: (tx: QueueTx) => Promise<T>): Promise<T> {
  const tx = store.transaction(QUEUE_STORES, 'readwrite');
  const done = tx.done;
  // Heard below; a transaction that fails twice must not fail unheard.
  done.catch(() => undefined);
  try {
    const result = await work(tx);
    await done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has come to its end already.
    }
    throw await done.then(
      () => error,
      (why: unknown) => (isDeviceFull(why) ? why : error),
    );
  }
}

/** The device has no room for more. What was there before is still there. */
export const isDeviceFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'QuotaExceededError';
