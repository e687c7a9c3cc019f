import type { DeviceStore } from './device-store.js';
import type { Entry, EntryState, FactEntry, PhotoEntry, Place, Receipt } from './entry.js';
import type { Vault } from './vault.js';

const KEPT_MS = 7 * 86_400_000;

/** A photo as it is handed to the queue. */
export type Photo = Omit<PhotoEntry, 'kind' | 'sentBytes' | 'uploadUrl'> & { readonly bytes: ArrayBuffer };

/**
 * What a person did on this device and the API has not confirmed yet. Nothing leaves it before its receipt, but by the
 * person's own will. Each change is one transaction of IndexedDB, so a tab that dies leaves no half of it.
 */
export class Queue {
  constructor(
    private readonly store: DeviceStore,
    private readonly vault: Vault,
    /** Told after each change. */
    private readonly changed: () => void,
  ) {}

  list = (): Promise<readonly Entry[]> => this.store.getAllFromIndex('queue', 'at');
  receipts = (): Promise<readonly Receipt[]> => this.store.getAllFromIndex('receipts', 'at');

  /** What a fact says; undefined when it is not here any more. */
  async bodyOf(id: string): Promise<unknown> {
    const sealed = await this.store.get('contents', id);
    return sealed && this.vault.open(sealed);
  }
  async bytesOf(id: string): Promise<ArrayBuffer | undefined> {
    const sealed = await this.store.get('contents', id);
    return sealed && this.vault.openBytes(sealed);
  }

  /**
   * Writes a fact. One that waits at the same place is replaced and keeps the version it was written on; one that is on
   * its way stays, and this follows it.
   * @param base the ETag that was read; null when nothing was there; undefined where no version is kept
   * @param held it is not whole yet, and stays here
   */
  async write(place: Place, body: unknown, base: string | null | undefined, held = false): Promise<string> {
    const sealed = await this.vault.seal(body);
    const id = crypto.randomUUID();
    const tx = this.store.transaction(['queue', 'contents'], 'readwrite');
    const before = await tx.objectStore('queue').index('place').getAll(place.name);
    const waiting = before.find(({ state }) => state !== 'sending');
    if (waiting) {
      await tx.objectStore('queue').delete(waiting.id);
      await tx.objectStore('contents').delete(waiting.id);
    }
    const { url, method, name, caseId } = place;
    const basis = waiting?.kind === 'fact' && waiting.current === undefined ? waiting.base : base;
    const fact: FactEntry = { kind: 'fact', url, method, base: basis };
    await tx.objectStore('contents').put(sealed, id);
    await tx.objectStore('queue').put(fresh({ ...fact, id, place: name, caseId, held }));
    await tx.done;
    this.changed();
    return id;
  }

  /** Keeps a photo. @throws DOMException `QuotaExceededError` when the device is full: then nothing was kept */
  async add(place: Pick<Place, 'name' | 'caseId'>, { bytes, ...photo }: Photo): Promise<string> {
    const sealed = await this.vault.sealBytes(bytes);
    const id = crypto.randomUUID();
    const tx = this.store.transaction(['queue', 'contents'], 'readwrite');
    await tx.objectStore('contents').put(sealed, id);
    await tx
      .objectStore('queue')
      .put(fresh({ ...photo, kind: 'photo', sentBytes: 0, id, place: place.name, caseId: place.caseId }));
    await tx.done;
    this.changed();
    return id;
  }

  /** Changes where an entry stands; nothing when it is not here any more. */
  async mark(id: string, change: Partial<Entry>): Promise<void> {
    const tx = this.store.transaction('queue', 'readwrite');
    const entry = await tx.store.get(id);
    if (entry) await tx.store.put({ ...entry, ...change } as Entry);
    await tx.done;
    this.changed();
  }

  /** It was received: only now it leaves the device. What was written on top of it meanwhile goes on from there. */
  async settle(entry: Entry, receipt: Pick<Receipt, 'etag' | 'documentId' | 'sha256'>): Promise<void> {
    const tx = this.store.transaction(['queue', 'contents', 'receipts'], 'readwrite');
    const queue = tx.objectStore('queue');
    for (const next of await queue.index('place').getAll(entry.place)) {
      if (next.id === entry.id || next.kind !== 'fact' || entry.kind !== 'fact') continue;
      if (next.base === entry.base && receipt.etag) await queue.put({ ...next, base: receipt.etag });
    }
    await queue.delete(entry.id);
    await tx.objectStore('contents').delete(entry.id);
    const { id, place, caseId, kind } = entry;
    await tx.objectStore('receipts').put({ id, place, caseId, kind, at: Date.now(), ...receipt });
    await tx.done;
    this.changed();
  }

  /** A person's decision on what was not taken: give it up. */
  async drop(id: string): Promise<void> {
    const tx = this.store.transaction(['queue', 'contents'], 'readwrite');
    await tx.objectStore('queue').delete(id);
    await tx.objectStore('contents').delete(id);
    await tx.done;
    this.changed();
  }

  /** A person's decision on what was not taken: send it all the same, on top of what stands there now. */
  async insist(id: string): Promise<void> {
    const tx = this.store.transaction(['queue', 'contents'], 'readwrite');
    const entry = await tx.objectStore('queue').get(id);
    const sealed = await tx.objectStore('contents').get(id);
    if (entry && sealed) {
      const { currentEtag } = entry;
      const renewed = { ...entry, id: crypto.randomUUID(), ...waitingAgain, ...NOT_REFUSED };
      const based = renewed.kind === 'fact' && currentEtag ? { ...renewed, base: currentEtag } : renewed;
      await tx.objectStore('queue').delete(id);
      await tx.objectStore('contents').delete(id);
      await tx.objectStore('contents').put(sealed, renewed.id);
      await tx.objectStore('queue').put(based);
    }
    await tx.done;
    this.changed();
  }

  /** What a tab left behind that died while sending waits again; old receipts go. */
  async tidy(now = Date.now()): Promise<void> {
    const tx = this.store.transaction(['queue', 'receipts'], 'readwrite');
    for (const entry of await tx.objectStore('queue').getAll())
      if (entry.state === 'sending') await tx.objectStore('queue').put({ ...entry, state: 'here' });
    const old = IDBKeyRange.upperBound(now - KEPT_MS);
    for (const id of await tx.objectStore('receipts').index('at').getAllKeys(old))
      await tx.objectStore('receipts').delete(id);
    await tx.done;
    this.changed();
  }
}

/** IndexedDB keeps a name with `undefined`; a place that was refused asks for `current`. */
const NOT_REFUSED = { current: undefined, currentEtag: undefined, problem: undefined, fields: undefined };
const waitingAgain = { state: 'here' as EntryState, tries: 0, nextAt: 0 };
type Unqueued<E = Entry> = E extends Entry ? Omit<E, 'at' | 'state' | 'tries' | 'nextAt'> : never;
const fresh = (entry: Unqueued): Entry => ({ ...entry, at: Date.now(), ...waitingAgain });
