import type { GetFigureData } from '#client';
import type { Chosen } from '../../ui/filters.js';

/** Which cases a figure is about, as the API is asked for it. */
export type Cohort = Omit<NonNullable<GetFigureData['query']>, 'by'>;
export type Dimension = NonNullable<NonNullable<GetFigureData['query']>['by']>;

/** What the address says of the cohort, each of the values that `useCohortFilters` lets through. */
export function cohortOf({ province, category, size, women, from, to }: Chosen): Cohort {
  return {
    ...(province && { province: province as NonNullable<Cohort['province']> }),
    ...(category && { category: category as NonNullable<Cohort['category']> }),
    ...(size && { size: size as NonNullable<Cohort['size']> }),
    ...(women && { womenOwned: women === 'yes' ? ('true' as const) : ('false' as const) }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/;
export const isMonth = (text: unknown): text is string => typeof text === 'string' && MONTH.test(text);

/** Months as one chooses from them, newest first: this one and those before it, and what the address names beside. */
export function monthsUntil(today: string, count: number, ...named: readonly unknown[]): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const last = year * 12 + month - 1;
  const months = Array.from({ length: count }, (_, back) => {
    const at = last - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return [...new Set([...months, ...named.filter(isMonth)])].sort().reverse();
}

/** An address of the API with what is asked there. */
export function addressOf(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}
