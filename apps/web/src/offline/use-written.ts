import { useEffect, useRef, useState } from 'react';
import { newer, type Entry, type Known } from './entry.js';
import { useDevice, useQueue } from './use-device.js';

/** What this device holds of a place: written here and not received yet, or the latest that it heard of. */
export interface Written {
  readonly body: unknown;
  /** Absent while it waits here. */
  readonly etag?: string | null;
}

/**
 * What this device holds of all places whose names begin so, by name; as the places change. Undefined until it was read for the
 * first time.
 */
export function useWritten(prefix: string): ReadonlyMap<string, Written> | undefined {
  const { queue } = useDevice();
  const { entries, known } = useQueue();
  const read = useRef(new Map<string, Written>());
  const [written, setWritten] = useState<ReadonlyMap<string, Written>>();
  useEffect(() => {
    let left = false;
    const wanted = latest(prefix, entries, known);
    const opened = [...wanted].map(async ([place, { key, entry, etag }]) => {
      const there = read.current.get(key);
      const body = there?.body ?? (entry ? await queue.bodyOf(entry.id) : await queue.knownOf(place));
      return [place, key, entry ? { body } : { body, etag }] as const;
    });
    void Promise.all(opened).then((all) => {
      if (left) return;
      // What was opened once is not opened again, as long as it is wanted.
      read.current = new Map(all.map(([, key, one]) => [key, one]));
      setWritten(
        new Map(all.filter(([, , { body }]) => body !== undefined).map(([place, , one]) => [place, one])),
      );
    });
    return () => void (left = true);
  }, [prefix, entries, known, queue]);
  return written;
}

interface Wanted {
  readonly key: string;
  readonly entry?: Entry;
  readonly etag?: string | null;
}
function latest(prefix: string, entries: readonly Entry[], known: ReadonlyMap<string, Known>) {
  const wanted = new Map<string, Wanted>();
  for (const { place, etag } of known.values())
    if (place.startsWith(prefix)) wanted.set(place, { key: `${place} ${etag}`, etag });
  for (const entry of entries)
    if (entry.kind === 'fact' && entry.place.startsWith(prefix))
      wanted.set(entry.place, { key: entry.id, entry });
  return wanted;
}

interface Fact {
  readonly item: string;
  readonly content: unknown;
  readonly version: number;
}
/** Contents by item: what was read, and over it what this device holds, unless that is older. */
export function merged<T>(
  facts: readonly Fact[],
  prefix: string,
  written: ReadonlyMap<string, Written>,
): Readonly<Record<string, T | undefined>> {
  const versions = new Map(facts.map(({ item, version }) => [item, `"${version}"`]));
  const over = [...written].flatMap(([place, { body, etag }]) => {
    const item = place.slice(prefix.length);
    const old = etag !== undefined && !newer(etag, versions.get(item) ?? null);
    return old ? [] : [[item, body as T] as const];
  });
  return Object.fromEntries([...facts.map(({ item, content }) => [item, content as T] as const), ...over]);
}
