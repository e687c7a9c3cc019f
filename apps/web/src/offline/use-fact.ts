import { useEffect, useRef, useState } from 'react';
import type { Entry, Place } from './entry.js';
import { useDevice, useQueue } from './use-device.js';

const TYPING_MS = 600;

/** How what somebody wrote at a place stands. */
export interface FactState {
  readonly state: 'none' | 'typing' | 'here' | 'sending' | 'received' | 'needs-you';
  /** When it was received, or kept here; in milliseconds. */
  readonly at?: number;
  readonly entry?: Entry;
}
interface Fact<T> {
  readonly value: T;
  /**
   * Writes a change: kept on this device at once, sent when there is a line.
   * @param held it is not whole yet: it is kept here, and not sent
   */
  readonly change: (value: T, held?: boolean) => void;
  /** Lets go of what was typed: what stands there, or waits here, is shown again. */
  readonly forget: () => void;
  readonly saved: FactState;
  /**
   * False while what waits here from an earlier visit is being read, and while `read` is older than what was sent from here: nobody
   * may write on top of that.
   */
  readonly ready: boolean;
}
/** What stands at a place, as it was read. */
export interface Read<T> {
  readonly content: T;
  /** Null when nothing was there. */
  readonly etag: string | null;
}

interface Pending<T> {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly value: T;
  readonly held: boolean;
}

/**
 * A fact that saves itself: what the person writes is put into the queue of this device when they pause, when they leave the
 * field or the page, and sent from there. What waits here goes before what was read.
 * @param read what the API has; null while it is being read
 */
export function useFact<T>(place: Place, read: Read<T>): Fact<T> {
  const device = useDevice();
  const { entries, receipts } = useQueue();
  const [typed, setTyped] = useState<{ readonly value: T; readonly written: boolean }>();
  const pending = useRef<Pending<T> | undefined>(undefined);
  const entry = entries.findLast(({ place: name }) => name === place.name);
  const receipt = receipts.findLast(({ place: name }) => name === place.name);
  const waitingId = typed ? undefined : entry?.id;
  const kept = useKept<T>(waitingId);

  const isOld = receipt?.etag !== undefined && newer(receipt.etag, read.etag);
  const base = isOld ? receipt.etag : read.etag;
  const write = useRef<(value: T, held: boolean) => Promise<void>>(undefined);
  write.current = async (value, held) => {
    await device.queue.write(place, value, base ?? null, held);
    setTyped((now) => (now?.value === value ? { value, written: true } : now));
    void device.send();
  };
  const flush = () => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const { value, held } = pending.current;
    pending.current = undefined;
    void write.current?.(value, held);
  };
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, []);

  const change = (value: T, held = false) => {
    if (pending.current) clearTimeout(pending.current.timer);
    setTyped({ value, written: false });
    pending.current = { value, held, timer: setTimeout(flush, TYPING_MS) };
  };
  const forget = () => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = undefined;
    setTyped(undefined);
  };
  const saved: FactState =
    typed && !typed.written
      ? { state: 'typing' }
      : entry
        ? { state: entry.state, at: entry.at, entry }
        : receipt
          ? { state: 'received', at: receipt.at }
          : { state: 'none' };
  const ready = typed !== undefined || (waitingId === undefined ? !isOld : kept !== undefined);
  return { value: typed?.value ?? (kept ? kept.body : read.content), change, forget, saved, ready };
}

/** What waits here from an earlier visit; undefined while it is being read, and when nothing waits. */
function useKept<T>(waitingId: string | undefined): { readonly body: T } | undefined {
  const device = useDevice();
  const [kept, setKept] = useState<{ readonly id: string; readonly body: T }>();
  useEffect(() => {
    if (!waitingId) return;
    void device.queue.bodyOf(waitingId).then((body) => setKept({ id: waitingId, body: body as T }));
  }, [device, waitingId]);
  return kept && kept.id === waitingId ? kept : undefined;
}

/** Whether one version came after another: versions are numbers in quotes. */
export const newer = (etag: string, than: string | null): boolean => versionOf(etag) > versionOf(than);
const versionOf = (etag: string | null): number => (etag === null ? 0 : Number(etag.replaceAll('"', '')));
