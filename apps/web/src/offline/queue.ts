import { bodyOf, knownOf, theirsOf, tidied } from './contents.js';
import { change, type DeviceStore, type QueueTx, type Sealed } from './device-store.js';
import {
  newer,
  type Entry,
  type FactEntry,
  type Known,
  type PhotoEntry,
  type Place,
  type Receipt,
} from './entry.js';
import type { Outcome } from './sender.js';
import type { Vault } from './vault.js';

const KEPT_MS = 7 * 86_400_000;

/** A photo as it is handed to the queue. */
export type Photo = Omit<PhotoEntry, 'kind' | 'sentBytes'> & { readonly bytes: ArrayBuffer };
type Received = Extract<Outcome, { is: 'received' }>;
type Refused = Extract<Outcome, { is: 'refused' }>;

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

  list = async (): Promise<readonly Entry[]> => (await this.store.getAll('queue')).sort(byNumber);
  receipts = async (): Promise<readonly Receipt[]> => (await this.store.getAll('receipts')).sort(byNumber);
  known = (): Promise<readonly Known[]> => this.store.getAll('known');

  /** What a fact says; undefined when it is not here any more. */
  bodyOf = (id: string): Promise<unknown> => this.opened(bodyOf(id));
  /** What stood there when a fact was not taken because of it. */
  theirsOf = (id: string): Promise<unknown> => this.opened(theirsOf(id));
  /** What a known place says; undefined for one that kept nothing here. */
  knownOf = (place: string): Promise<unknown> => this.opened(knownOf(place));
  async bytesOf(id: string): Promise<ArrayBuffer | undefined> {
    const sealed = await this.store.get('contents', bodyOf(id));
    return sealed && this.vault.openBytes(sealed);
  }

  /**
   * Writes a fact. One that waits at the same place and cannot have arrived is replaced, and keeps the version it was
   * written on; one that may have arrived stays, and this follows it.
   * @param base the ETag that was read; null when nothing was there; undefined where no version is kept
   * @param held it is not whole yet, and stays here
   * @throws DOMException `QuotaExceededError` when the device is full: then everything is as it was before
   */
  async write(place: Place, body: unknown, base: string | null | undefined, held = false): Promise<string> {
    const sealed = await this.vault.seal(tidied(body));
    const id = crypto.randomUUID();
    const { url, method, name, caseId, gate, secret } = place;
    await this.change(async (tx) => {
      const there = (await tx.objectStore('queue').index('place').getAll(name)).sort(byNumber);
      const before = there.filter(({ kind }) => kind === 'fact');
      const ahead = before.filter(mayHaveArrived).at(-1);
      const replaced = before.filter((entry) => !mayHaveArrived(entry));
      const last = replaced.at(-1);
      const theirs = last?.conflict ? await tx.objectStore('contents').get(theirsOf(last.id)) : undefined;
      for (const entry of replaced) await remove(tx, entry.id);
      // What was received from here since the page was drawn is what this is written on.
      const heard = await tx.objectStore('known').get(name);
      const stood = heard && base !== undefined && newer(heard.etag, base) ? heard.etag : base;
      const fact: FactEntry = { kind: 'fact', url, method, gate, secret, base: baseOf(ahead ?? last, stood) };
      const fresh = { ...fact, ...(await number(tx)), id, place: name, caseId, held };
      await tx.objectStore('contents').put(sealed, bodyOf(id));
      if (theirs) await tx.objectStore('contents').put(theirs, theirsOf(id));
      await tx.objectStore('queue').put(theirs && last ? { ...fresh, ...standing(last) } : fresh);
    });
    return id;
  }

  /**
   * Keeps a photo; it becomes the document of the id that is returned.
   * @throws DOMException `QuotaExceededError` when the device is full: then nothing was kept
   */
  async add(place: Pick<Place, 'name' | 'caseId'>, { bytes, ...photo }: Photo): Promise<string> {
    const sealed = await this.vault.sealBytes(bytes);
    const id = crypto.randomUUID();
    const { name, caseId } = place;
    await this.change(async (tx) => {
      await tx.objectStore('contents').put(sealed, bodyOf(id));
      const fresh = { ...photo, ...(await number(tx)), kind: 'photo' as const, sentBytes: 0 };
      await tx.objectStore('queue').put({ ...fresh, id, place: name, caseId });
    });
    return id;
  }

  /** Changes where an entry stands; nothing when it is not here any more. */
  mark = (id: string, marks: Partial<Entry>): Promise<void> =>
    this.change(async (tx) => {
      const entry = await tx.objectStore('queue').get(id);
      if (entry) await tx.objectStore('queue').put({ ...entry, ...marks } as Entry);
    });

  /** It was received: only now it leaves the queue. What was written on top of it meanwhile goes on from there. */
  settle = (entry: Entry, { etag, documentId, sha256 }: Omit<Received, 'is'>): Promise<void> =>
    this.change(async (tx) => {
      const { id, nr, place, caseId, kind } = entry;
      const said = await tx.objectStore('contents').get(bodyOf(id));
      await remove(tx, id);
      const at = Date.now();
      await tx.objectStore('receipts').put({ id, nr, place, caseId, kind, at, etag, documentId, sha256 });
      if (kind !== 'fact' || etag === undefined) return;
      if (said && !entry.secret) await know(tx, { place, caseId, etag, at }, said);
      for (const next of await later(tx, entry)) await tx.objectStore('queue').put({ ...next, base: etag });
    });

  /**
   * It was not taken: a person decides. What they wrote after it at the same place is their decision already: it is tried in
   * its stead, on the version that this was written on.
   */
  async refuse(entry: Entry, { problem, fields, current, currentEtag }: Omit<Refused, 'is'>): Promise<void> {
    const conflict = current !== undefined;
    const theirs = conflict ? await this.vault.seal(current) : undefined;
    await this.change(async (tx) => {
      const stands = await tx.objectStore('queue').get(entry.id);
      if (!stands) return;
      if ((await later(tx, stands)).length > 0) return remove(tx, stands.id);
      if (theirs) await tx.objectStore('contents').put(theirs, theirsOf(entry.id));
      const refused = { problem, fields, conflict, currentEtag: currentEtag ?? null };
      await tx.objectStore('queue').put({ ...stands, state: 'needs-you', ...refused } as Entry);
    });
  }

  /** A person's decision on what was not taken: give it up. What stands there now is known here from then on. */
  drop = (id: string): Promise<void> =>
    this.change(async (tx) => {
      const entry = await tx.objectStore('queue').get(id);
      const theirs = await tx.objectStore('contents').get(theirsOf(id));
      await remove(tx, id);
      if (!entry || !theirs) return;
      const { place, caseId, currentEtag: etag = null } = entry;
      await know(tx, { place, caseId, etag, at: Date.now() }, theirs);
    });

  /**
   * A person's decision on what was not taken: send it all the same, on top of what stands there now. A fact is a new
   * request then, in its old turn; a photo stays the document that it was announced as.
   */
  insist = (id: string): Promise<void> =>
    this.change(async (tx) => {
      const entry = await tx.objectStore('queue').get(id);
      const said = await tx.objectStore('contents').get(bodyOf(id));
      if (!entry || !said) return;
      const base = entry.kind === 'fact' && entry.conflict ? { base: entry.currentEtag ?? null } : {};
      const again = entry.kind === 'photo' ? id : crypto.randomUUID();
      await remove(tx, id);
      await tx.objectStore('contents').put(said, bodyOf(again));
      const renewed = { ...entry, ...NOT_REFUSED, ...base, ...WAITING, id: again };
      await tx.objectStore('queue').put(renewed as Entry);
    });

  /** What a tab left behind that died while sending waits again; old receipts go. */
  tidy = (now = Date.now()): Promise<void> =>
    this.change(async (tx) => {
      for (const entry of await tx.objectStore('queue').getAll())
        if (entry.state === 'sending') await tx.objectStore('queue').put({ ...entry, state: 'here' });
      for (const { id, at } of await tx.objectStore('receipts').getAll())
        if (at < now - KEPT_MS) await tx.objectStore('receipts').delete(id);
    });

  /** What was read anew goes before what was known: it is forgotten, unless it is newer. */
  forget = (places: readonly string[]): Promise<void> =>
    this.change(async (tx) => {
      for (const place of places) {
        await tx.objectStore('known').delete(place);
        await tx.objectStore('contents').delete(knownOf(place));
      }
    });

  private async opened(name: string): Promise<unknown> {
    const sealed = await this.store.get('contents', name);
    return sealed && this.vault.open(sealed);
  }
  private async change(work: (tx: QueueTx) => Promise<void>): Promise<void> {
    await change(this.store, work);
    this.changed();
  }
}

const byNumber = (one: { readonly nr: number }, other: { readonly nr: number }): number => one.nr - other.nr;
/** It is on its way, or was before and nobody heard what became of it. What was refused did not arrive. */
const mayHaveArrived = ({ state, tries }: Entry): boolean =>
  state === 'sending' || (state === 'here' && tries > 0);
const baseOf = (before: Entry | undefined, base: string | null | undefined): string | null | undefined =>
  before?.kind === 'fact' ? before.base : base;
/** Of a conflict that a person has not decided: what they wrote since is still held against the same. */
const standing = ({ problem, conflict, currentEtag }: Entry) => ({
  ...{ state: 'needs-you' as const, problem, conflict, currentEtag },
});
/** IndexedDB keeps a name with `undefined`. */
const NOT_REFUSED = { problem: undefined, fields: undefined, conflict: undefined, currentEtag: undefined };

const WAITING = { state: 'here' as const, tries: 0, nextAt: 0 };

/** The next number, and where a new entry stands. */
async function number(tx: QueueTx) {
  const nr = (await tx.objectStore('numbers').get('next')) ?? 1;
  await tx.objectStore('numbers').put(nr + 1, 'next');
  return { nr, at: Date.now(), ...WAITING };
}
async function remove(tx: QueueTx, id: string): Promise<void> {
  await tx.objectStore('queue').delete(id);
  for (const name of [bodyOf(id), theirsOf(id)]) await tx.objectStore('contents').delete(name);
}
async function know(tx: QueueTx, known: Known, said: Sealed): Promise<void> {
  await tx.objectStore('known').put(known);
  await tx.objectStore('contents').put(said, knownOf(known.place));
}
/** Facts that were written at the same place after this one. */
const later = async (tx: QueueTx, { place, nr }: Entry): Promise<readonly (Entry & FactEntry)[]> =>
  (await tx.objectStore('queue').index('place').getAll(place)).filter(
    (entry): entry is Entry & FactEntry => entry.kind === 'fact' && entry.nr > nr,
  );
