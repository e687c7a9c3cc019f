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
  /** Writes a change: kept on this device at once, sent when there is a line. */
  readonly change: (value: T) => void;
  readonly saved: FactState;
}
/** What stands at a place, as it was read. */
export interface Read<T> {
  readonly content: T;
  /** Null when nothing was there. */
  readonly etag: string | null;
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
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; value: T } | undefined>(undefined);
  const [kept, setKept] = useState<T>();
  const entry = entries.findLast(({ place: name }) => name === place.name);
  const receipt = receipts.findLast(({ place: name }) => name === place.name);

  // What waits here from an earlier visit.
  const waitingId = typed ? undefined : entry?.id;
  useEffect(() => {
    if (waitingId) void device.queue.bodyOf(waitingId).then((body) => setKept(body as T | undefined));
  }, [device, waitingId]);

  const base = receipt?.etag && newer(receipt.etag, read.etag) ? receipt.etag : read.etag;
  const write = useRef<(value: T) => Promise<void>>(undefined);
  write.current = async (value) => {
    await device.queue.write(place, value, base);
    setTyped((now) => (now?.value === value ? { value, written: true } : now));
    void device.send();
  };
  const flush = () => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    const { value } = pending.current;
    pending.current = undefined;
    void write.current?.(value);
  };
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, []);

  const change = (value: T) => {
    if (pending.current) clearTimeout(pending.current.timer);
    setTyped({ value, written: false });
    pending.current = { value, timer: setTimeout(flush, TYPING_MS) };
  };
  const saved: FactState =
    typed && !typed.written
      ? { state: 'typing' }
      : entry
        ? { state: entry.state, at: entry.at, entry }
        : receipt
          ? { state: 'received', at: receipt.at }
          : { state: 'none' };
  return { value: typed?.value ?? (entry && kept !== undefined ? kept : read.content), change, saved };
}

/** Whether one version came after another: versions are numbers in quotes. */
const newer = (etag: string, than: string | null): boolean => versionOf(etag) > versionOf(than);
const versionOf = (etag: string | null): number => (etag === null ? 0 : Number(etag.replaceAll('"', '')));
