import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Entry } from '../../offline/entry.js';
import { useDevice, useQueue } from '../../offline/use-device.js';
import { sectionsQuery } from '../case-data.js';
import type { Content } from './fields.js';
import type { Written } from './steps.js';
import { sectionPlace, useFreshSections } from './use-section.js';

/** All sections of a case as they were written: what waits on this device before what the API has. */
export function useWritten(caseId: string): { readonly written: Written; readonly unsent: readonly Entry[] } {
  useFreshSections(caseId);
  const device = useDevice();
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const { entries } = useQueue();
  const [bodies, setBodies] = useState<Written>({});
  const unsent = entries.filter((entry) => entry.caseId === caseId);
  const prefix = sectionPlace(caseId, '').name;
  const ids = unsent.flatMap(({ id, place }) =>
    place.startsWith(prefix) ? [[place.slice(prefix.length), id] as const] : [],
  );
  const key = ids.map(([, id]) => id).join(' ');
  useEffect(() => {
    const read = ids.map(
      async ([section, id]) => [section, (await device.queue.bodyOf(id)) as Content] as const,
    );
    void Promise.all(read).then((all) =>
      setBodies(Object.fromEntries(all.filter(([, body]) => body !== undefined))),
    );
    // Read anew when other entries wait.
  }, [device, key]);
  const received = Object.fromEntries(facts.map(({ item, content }) => [item, content as Content]));
  return { written: { ...received, ...bodies }, unsent };
}
