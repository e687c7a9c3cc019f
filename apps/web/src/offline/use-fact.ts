import { useEffect, useRef, useState } from 'react';
import { isDeviceFull } from './device-store.js';
import { newer, type Entry, type Place } from './entry.js';
import { useDevice, useQueue } from './use-device.js';

export { newer } from './entry.js';

const TYPING_MS = 600;

/** How what somebody wrote at a place stands. `not-kept`: this device has no room; it is only on the screen. */
export interface FactState {
  readonly state: 'none' | 'typing' | 'here' | 'sending' | 'received' | 'needs-you' | 'not-kept';
  /** When it was received, or kept here; in milliseconds. */
  readonly at?: number;
  readonly entry?: Entry;
}
export interface Fact<T> {
  readonly value: T;
  /**
   * Writes a change: kept on this device at once, sent when there is a line.
   * @param held it is not whole yet: it is kept here, and not sent
   */
  readonly change: (value: T, held?: boolean) => void;
  /** Keeps what was changed at once: for what is chosen, not typed. */
  readonly keep: () => void;
  /** Lets go of what was typed: what stands there, or waits here, is shown again. */
  readonly forget: () => void;
  readonly saved: FactState;
  /** False while what is kept on this device of the place is being read: nobody may write on top of what they do not see. */
  readonly ready: boolean;
}
/** What stands at a place, as it was read. */
export interface Read<T> {
  readonly content: T;
  /** Null when nothing was there. */
  readonly etag: string | null;
}

interface Pending<T> {
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  readonly value: T;
  readonly held: boolean;
}

/**
 * A fact that saves itself: what the person writes is put into the queue of this device when they pause, when they leave the
 * field or the page, and sent from there. What waits here goes before what was received from here, and that before
 * what was read, unless it is older.
 * @param read what the API has, or had when it was read for work without a network
 */
export function useFact<T>(place: Place, read: Read<T>): Fact<T> {
  const device = useDevice();
  const { entries, known, writing: coming } = useQueue();
  const entry = entries.findLast(({ place: name }) => name === place.name);
  const heard = known.get(place.name);
  const isHeard = heard !== undefined && newer(heard.etag, read.etag);
  const base = isHeard ? heard.etag : read.etag;
  const { typed, ...writing } = useTyping<T>(entries.length, async (value, held) => {
    await device.write(place, value, base, held);
    void device.send();
  });
  const wanted = typed
    ? undefined
    : entry
      ? `entry ${entry.id}`
      : isHeard
        ? `known ${heard.etag}`
        : undefined;
  const kept = useKept<T>(wanted, () =>
    entry ? device.queue.bodyOf(entry.id) : device.queue.knownOf(place.name),
  );
  // Written in another form, or in this one before it was left and opened again.
  const isComing = !typed && coming.has(place.name);
  const saved: FactState =
    typed && typed.state !== 'written'
      ? { state: typed.state }
      : isComing
        ? { state: 'typing' }
        : entry
          ? { state: entry.state, at: entry.at, entry }
          : heard
            ? { state: 'received', at: heard.at }
            : { state: 'none' };
  const ready = typed !== undefined || isComing || wanted === undefined || kept !== undefined;
  const stands = isComing ? (coming.get(place.name) as T) : kept ? kept.body : read.content;
  return { value: typed?.value ?? stands, ...writing, saved, ready };
}

interface Typed<T> {
  readonly value: T;
  readonly state: 'typing' | 'not-kept' | 'written';
}
/**
 * What is being typed, until it is written: after a pause, and when the field or the page is left.
 * @param room changes when there may be room again on a device that was full
 */
function useTyping<T>(room: number, write: (value: T, held: boolean) => Promise<void>) {
  const [typed, setTyped] = useState<Typed<T>>();
  const pending = useRef<Pending<T> | undefined>(undefined);
  const writing = useRef(write);
  writing.current = write;

  const flush = async () => {
    const { current: last } = pending;
    if (!last) return;
    clearTimeout(last.timer);
    pending.current = undefined;
    const stands = (state: Typed<T>['state']) =>
      setTyped((now) => (now?.value === last.value ? { value: last.value, state } : now));
    try {
      await writing.current(last.value, last.held);
      stands('written');
    } catch (error) {
      // Nothing was kept, and nothing is lost as long as the page stays open.
      pending.current ??= { ...last, timer: undefined };
      stands('not-kept');
      if (!isDeviceFull(error)) throw error;
    }
  };
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && void flush();
    const leaving = () => void flush();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', leaving);
      void flush();
    };
  }, []);
  const isFull = typed?.state === 'not-kept';
  useEffect(() => {
    if (isFull) void flush();
  }, [room]);

  const change = (value: T, held = false) => {
    clearTimeout(pending.current?.timer);
    setTyped({ value, state: 'typing' });
    pending.current = { value, held, timer: setTimeout(() => void flush(), TYPING_MS) };
  };
  const forget = () => {
    clearTimeout(pending.current?.timer);
    pending.current = undefined;
    setTyped(undefined);
  };
  return { typed, change, keep: () => void flush(), forget };
}

/** What this device keeps of a place; undefined while it is being read, and when there is nothing. */
function useKept<T>(
  wanted: string | undefined,
  read: () => Promise<unknown>,
): { readonly body: T } | undefined {
  const [kept, setKept] = useState<{ readonly wanted: string; readonly body: T }>();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void read().then((body) => {
      if (!left && body !== undefined) setKept({ wanted, body: body as T });
    });
    return () => void (left = true);
  }, [wanted]);
  return kept && kept.wanted === wanted ? kept : undefined;
}
