import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Entry } from '../../offline/entry.js';
import { useDevice, useQueue } from '../../offline/use-device.js';
import { sectionsQuery } from '../../server/case-parts.js';
import type { Content } from './fields.js';
import type { Written } from './steps.js';
import { sectionPlace, useFreshSections, useNewerSections } from './use-section.js';

/** All sections of a case as they were written: what is kept on this device before what the API has. */
export function useWritten(caseId: string): { readonly written: Written; readonly unsent: readonly Entry[] } {
  useFreshSections(caseId);
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const { entries } = useQueue();
  const here = useKeptSections(caseId);
  const received = Object.fromEntries(facts.map(({ item, content }) => [item, content as Content]));
  return {
    written: { ...received, ...here },
    unsent: entries.filter((entry) => entry.caseId === caseId),
  };
}

/** What this device keeps of the sections of a case: what waits, and what was received from here since they were read. */
function useKeptSections(caseId: string): Written {
  const { queue } = useDevice();
  const { entries } = useQueue();
  const [kept, setKept] = useState<Written>({});
  const prefix = sectionPlace(caseId, '').name;
  const waiting = entries.filter(({ place }) => place.startsWith(prefix));
  const known = useNewerSections(caseId).filter((place) => !waiting.some((entry) => entry.place === place));
  const wanted = [...waiting.map(({ id }) => id), ...known].join(' ');
  useEffect(() => {
    let left = false;
    const reads = [
      ...waiting.map(async ({ id, place }) => [place, await queue.bodyOf(id)] as const),
      ...known.map(async (place) => [place, await queue.knownOf(place)] as const),
    ];
    void Promise.all(reads).then((all) => {
      const there = all.filter(([, body]) => body !== undefined);
      if (!left)
        setKept(
          Object.fromEntries(there.map(([place, body]) => [place.slice(prefix.length), body as Content])),
        );
    });
    return () => void (left = true);
    // Read anew when something else is kept.
  }, [queue, wanted]);
  return kept;
}
