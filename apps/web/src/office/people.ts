import { getPerson, listPeople } from '#client';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMe } from '../server/me.js';
import { told, toldAll } from '../server/told.js';
import { useSay } from '../words/words.js';

const FRESH_MS = 5 * 60_000;

/** Who works for an organisation. */
export const peopleQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['people', organisationId],
    queryFn: () => toldAll((page) => listPeople({ query: { organisationId, ...page } })),
    staleTime: FRESH_MS,
  });

const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: () => told(getPerson({ path: { id } })),
    staleTime: FRESH_MS,
  });

/** One person by their id; undefined while nobody is asked for, and while they are being read. */
export const usePerson = (id: string | undefined) =>
  useQuery({ ...personQuery(id ?? ''), enabled: Boolean(id) }).data;

/** How these people of the office are called; "you" who reads. */
export function usePeople(...ids: readonly (string | null | undefined)[]): (personId: string) => string {
  const say = useSay();
  const { person } = useMe();
  const others = [...new Set(ids)].filter((id): id is string => Boolean(id) && id !== person.id);
  const found = useQueries({ queries: others.map(personQuery) });
  return (personId) =>
    personId === person.id
      ? say('office.person.you')
      : (found.find(({ data }) => data?.id === personId)?.data?.name ?? say('office.person.other'));
}
