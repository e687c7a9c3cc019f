import { listAuditVisits, type AuditVisitView, type ListAuditVisitsData } from '#client';
import { localDate } from '#domain';
import { Button, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { holidaysQuery } from '../../../server/me.js';
import { Empty } from '../../../ui/empty.js';
import { FilterBox } from '../../../ui/filter-box.js';
import { useFilters } from '../../../ui/filters.js';
import { Loading } from '../../../ui/loading.js';
import { useList } from '../../../ui/pages.js';
import { ProblemText } from '../../../ui/problem-text.js';
import { useForms } from '../../../words/forms.js';
import { useSay } from '../../../words/words.js';
import { useGoods } from '../../goods.js';
import { DayList } from './day-list.js';
import { MonthGrid } from './month-grid.js';
import { daysOf, monthLater, monthOf } from './month.js';
import './visits.css';

/** More than one month has; where it has more, there is a next page. */
const PAGE = 200;
type Query = ListAuditVisitsData['query'];

function byDay(visits: readonly AuditVisitView[]): ReadonlyMap<string, readonly AuditVisitView[]> {
  const days = new Map<string, AuditVisitView[]>();
  for (const one of visits) {
    const on = String(one.on);
    days.set(on, [...(days.get(on) ?? []), one]);
  }
  return days;
}

function useVisits(month: string, narrowed: Pick<Query, 'province' | 'category'>) {
  const days = daysOf(month);
  const between = { from: days[0] ?? '', to: days.at(-1) ?? '' } as Pick<Query, 'from' | 'to'>;
  return useList<AuditVisitView>(['cases', 'visits', month, narrowed], (cursor) =>
    listAuditVisits({ query: { ...narrowed, ...between, cursor, limit: PAGE } }),
  );
}

/** Visits of audits in one month, as a calendar: who is where, and on which days nobody is. */
export function Visits() {
  const say = useSay();
  const forms = useForms();
  const isDesk = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const { filters } = useGoods();
  const today = localDate(new Date().toISOString());
  const { month: said }: { month?: unknown } = useSearch({ strict: false });
  const month = monthOf(said, today);
  const chosen = Object.fromEntries(Object.entries(useFilters(filters)).filter(([, value]) => value));
  const list = useVisits(month, chosen);
  const { data: holidays = {} } = useQuery(holidaysQuery);
  const shown = {
    ...{ month, today, visits: byDay(list.items) },
    holidays: new Set(holidays[month.slice(0, 4)] ?? []),
  };
  return (
    <Stack>
      <Title order={1}>{say('office.visits.title')}</Title>
      <FilterBox filters={filters} />
      <nav className="months" aria-label={say('office.visits.months')}>
        <Month to={monthLater(month, -1)}>
          <ChevronLeft aria-hidden size={20} />
          {say('office.visits.before')}
        </Month>
        <span className="months-now" role="status">
          {forms.month(month)}
        </span>
        <Month to={monthLater(month, 1)}>
          {say('office.visits.after')}
          <ChevronRight aria-hidden size={20} />
        </Month>
      </nav>
      {list.error && <ProblemText error={list.error} />}
      {list.isPending && <Loading />}
      {!list.isPending && !list.error && list.items.length === 0 && (
        <Empty text={say('office.visits.empty', { month: forms.month(month) })} />
      )}
      {!list.isPending && (isDesk ? <MonthGrid {...shown} /> : <DayList {...shown} />)}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('shell.more')}
        </Button>
      )}
    </Stack>
  );
}

const Month = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <Link
    to="."
    search={((before: object) => ({ ...before, month: to })) as never}
    className="month-link"
    resetScroll={false}
  >
    {children}
  </Link>
);
