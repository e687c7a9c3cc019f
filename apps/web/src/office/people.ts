import { listPeople } from '#client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMe } from '../server/me.js';
import { told } from '../server/told.js';
import { useSay } from '../words/words.js';

/** More people than an office has. */
const MOST = 200;

/** Who works for an organisation. */
export const peopleQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['people', organisationId],
    queryFn: () => told(listPeople({ query: { organisationId, limit: MOST } })),
    staleTime: 5 * 60_000,
  });

/** How the office's own people are called; "you" who reads. */
export function usePeople(): (personId: string) => string {
  const say = useSay();
  const { person, organisation } = useMe();
  const { data } = useQuery(peopleQuery(organisation.id));
  return (personId) =>
    personId === person.id
      ? say('office.person.you')
      : (data?.items.find(({ id }) => id === personId)?.name ?? say('office.person.other'));
}
