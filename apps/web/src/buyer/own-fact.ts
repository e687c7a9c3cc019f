import type { FactList } from '#client';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Place } from '../offline/entry.js';
import { useFact } from '../offline/use-fact.js';
import { told } from '../server/told.js';

/**
 * The one fact of a paper of this buyer, as a form that saves itself reads and writes it.
 * @param load reads the paper
 */
export function useOwnFact<T extends object>(place: Place, load: () => Parameters<typeof told<FactList>>[0]) {
  const queries = useQueryClient();
  const { data, refetch } = useSuspenseQuery({
    queryKey: ['case', place.caseId, 'own', place.name],
    queryFn: () => told(load()),
  });
  const [fact] = data.items;
  const read = { content: (fact?.content ?? {}) as T, etag: fact ? `"${fact.version}"` : null };
  const own = useFact<T>(place, read);
  // What was sent from here is newer than what was read.
  useEffect(() => {
    if (!own.ready) void refetch();
  }, [own.ready, refetch]);
  // What may be decided depends on what stands there; no event tells of facts.
  const receivedAt = own.saved.state === 'received' ? own.saved.at : undefined;
  useEffect(() => {
    if (receivedAt !== undefined) void queries.invalidateQueries({ queryKey: ['case', place.caseId] });
  }, [queries, place.caseId, receivedAt]);
  return own;
}

/** Whether all that somebody wrote was received: a decision relies on what stands there, not on what waits here. */
export const isReceived = ({ saved }: Pick<ReturnType<typeof useFact>, 'saved'>): boolean =>
  saved.state === 'received' || saved.state === 'none';
