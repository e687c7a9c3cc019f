import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FactView } from '#client';
import { newer } from '../../offline/entry.js';
import { useFact, type FactState } from '../../offline/use-fact.js';
import { useQueue } from '../../offline/use-device.js';
import { sectionsQuery } from '../../server/case-parts.js';
import { wrongsIn, type Wrong } from './wrong.js';
import { withoutEmpty } from './content.js';
import type { Content } from './fields.js';
import { FORMS, type FormSection } from './forms.js';

const etagOf = ({ version }: FactView): string => `"${version}"`;
export const sectionPlace = (caseId: string, section: string) => ({
  ...{ name: `section/${caseId}/${section}`, caseId, method: 'PUT' as const },
  url: `/v1/qualifications/${caseId}/sections/${section}`,
});

export interface Section {
  readonly content: Content;
  /** Writes some fields; undefined takes one away. */
  readonly write: (change: Content) => void;
  /** What keeps it from being sent, and what the API did not take. */
  readonly wrongs: readonly Wrong[];
  readonly saved: FactState;
  readonly ready: boolean;
  /** Keeps on this device at once what was written: nothing more of it is coming. */
  readonly keep: () => void;
  readonly forget: () => void;
}

/** One section of an application that saves itself; one with something wrong stays on this device until that is mended. */
export function useSection(caseId: string, section: FormSection): Section {
  const queries = useQueryClient();
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const fact = facts.find(({ item }) => item === section);
  const read = { content: (fact?.content ?? {}) as Content, etag: fact ? etagOf(fact) : null };
  const { value, change, keep, forget, saved, ready } = useFact<Content>(sectionPlace(caseId, section), read);
  const refused = saved.state === 'needs-you' ? (saved.entry?.fields ?? []) : [];
  const known = wrongsIn(FORMS[section], value);
  return {
    content: value,
    write: (part) => {
      const next = withoutEmpty({ ...value, ...part });
      change(next, wrongsIn(FORMS[section], next).length > 0);
    },
    wrongs: [
      ...known,
      ...refused.filter(({ pointer }) => !known.some((one) => one.pointer === pointer)).map(refusedOf),
    ],
    saved,
    ready,
    keep,
    forget: () => {
      forget();
      void queries.invalidateQueries({ queryKey: sectionsQuery(caseId).queryKey });
    },
  };
}
const refusedOf = ({ pointer }: { readonly pointer: string }): Wrong => ({ pointer, code: 'refused' });

/** Sections of a case that this device knows better than what was read, by the name of their place. */
export function useNewerSections(caseId: string): readonly string[] {
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const { known } = useQueue();
  const prefix = sectionPlace(caseId, '').name;
  return [...known.values()].flatMap(({ place, etag }) => {
    const fact = facts.find(({ item }) => place === prefix + item);
    return place.startsWith(prefix) && newer(etag, fact ? etagOf(fact) : null) ? [place] : [];
  });
}

/** Reads the case anew when one of its sections was received from here: what is missing has changed. */
export function useFreshSections(caseId: string): void {
  const queries = useQueryClient();
  const stale = useNewerSections(caseId).join(' ');
  useEffect(() => {
    if (stale) void queries.invalidateQueries({ queryKey: ['case', caseId] });
  }, [stale, queries, caseId]);
}
