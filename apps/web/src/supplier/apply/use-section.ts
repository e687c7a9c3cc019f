import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FactView } from '#client';
import { newer } from '../../offline/entry.js';
import { useFact, type FactState } from '../../offline/use-fact.js';
import { useQueue } from '../../offline/use-device.js';
import { sectionsQuery } from '../case-data.js';
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
  readonly forget: () => void;
}

/** One section of an application that saves itself; one with something wrong stays on this device until that is mended. */
export function useSection(caseId: string, section: FormSection): Section {
  const queries = useQueryClient();
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const fact = facts.find(({ item }) => item === section);
  const read = { content: (fact?.content ?? {}) as Content, etag: fact ? etagOf(fact) : null };
  const { value, change, forget, saved, ready } = useFact<Content>(sectionPlace(caseId, section), read);
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
    forget: () => {
      forget();
      void queries.invalidateQueries({ queryKey: sectionsQuery(caseId).queryKey });
    },
  };
}
const refusedOf = ({ pointer }: { readonly pointer: string }): Wrong => ({ pointer, code: 'refused' });

/** Reads the sections anew when one of them was received from here, so that what is shown next stands on it. */
export function useFreshSections(caseId: string): void {
  const queries = useQueryClient();
  const { data: facts } = useSuspenseQuery(sectionsQuery(caseId));
  const { receipts } = useQueue();
  const prefix = sectionPlace(caseId, '').name;
  const isOld = receipts.some(({ place, etag }) => {
    if (!place.startsWith(prefix) || !etag) return false;
    const fact = facts.find(({ item }) => item === place.slice(prefix.length));
    return newer(etag, fact ? etagOf(fact) : null);
  });
  const last = receipts.at(-1)?.id;
  useEffect(() => {
    if (isOld) void queries.invalidateQueries({ queryKey: ['case', caseId] });
  }, [isOld, last, queries, caseId]);
}
