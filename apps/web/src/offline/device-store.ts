import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Entry, Receipt } from './entry.js';

/** Bytes and their nonce; see `vault.ts`. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface DeviceSchema extends DBSchema {
  /** The one key of this person on this device. It cannot be exported. */
  keys: { key: 'key'; value: CryptoKey };
  /** What waits to be sent, without what it says. */
  queue: { key: string; value: Entry; indexes: { place: string; at: number } };
  /** What the entries say, and the bytes of photos, by the id of their entry. */
  contents: { key: string; value: Sealed };
  /** What was read for work without a network, by its own name: `audit/<case>` say. */
  packs: { key: string; value: Sealed };
  /** What was received, and as what; kept for a week. */
  receipts: { key: string; value: Receipt; indexes: { at: number } };
}
export type DeviceStore = IDBPDatabase<DeviceSchema>;

const nameOf = (personId: string): string => `selvedge.${personId}`;

/** What this device keeps of a person's work. Two people at one device do not see each other's. */
export const openDeviceStore = (personId: string): Promise<DeviceStore> =>
  openDB<DeviceSchema>(nameOf(personId), 1, {
    upgrade(db) {
      for (const name of ['keys', 'contents', 'packs'] as const) db.createObjectStore(name);
      const queue = db.createObjectStore('queue', { keyPath: 'id' });
      queue.createIndex('place', 'place');
      queue.createIndex('at', 'at');
      db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('at', 'at');
    },
    // Another tab wipes it, or brings a newer one: let go.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
