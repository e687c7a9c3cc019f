import { countTasks, type TaskCountsView } from '#client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { told } from '../../../server/told.js';
import type { InboxQuery } from './inbox-filters.js';

/** How much waits under some filters. */
export function useCounts(query: InboxQuery): TaskCountsView | undefined {
  const { data } = useQuery({
    queryKey: ['tasks', 'counts', query],
    queryFn: () => told(countTasks({ query })),
    placeholderData: keepPreviousData,
  });
  return data;
}
