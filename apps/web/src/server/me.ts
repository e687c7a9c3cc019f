import { getMe, listHolidays, type MeView } from '#client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { told } from './told.js';

const DAY_MS = 86_400_000;

/** Who is signed in, and in whose name. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => told(getMe()),
  staleTime: 5 * 60_000,
});
export const useMe = (): MeView => useSuspenseQuery(meQuery).data;

/** Public holidays by year, to tell how many working days are left. */
export const holidaysQuery = queryOptions({
  queryKey: ['holidays'],
  queryFn: async () => {
    const { items } = await told(listHolidays());
    return Object.fromEntries(items.map(({ year, dates }) => [String(year), dates as readonly string[]]));
  },
  staleTime: DAY_MS,
});
