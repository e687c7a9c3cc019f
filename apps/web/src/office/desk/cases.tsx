import { listQualifications, type ListQualificationsData, type QualificationSummary } from '#client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.js';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { StatusLine } from '../../ui/status-line.js';
import { useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { linked } from '../linked.js';
import { useCaseFilters } from './case-filters.js';
import { SavedFilters } from './saved-filters.js';
import './desk.css';

type Query = NonNullable<ListQualificationsData['query']>;

/** Of one supplier: only where the address says so, which a search leads to. */
const OF_SUPPLIER: readonly Filter[] = [linked('supplierId')];

function Row({ of }: { readonly of: QualificationSummary }) {
  const say = useSay();
  const { category } = useGoods();
  const grade = of.grade && say('office.cases.graded', { grade: of.grade });
  return (
    <Link to="/qualifications/$id" params={{ id: of.id }} className="row-link">
      <Paper withBorder p="md" className="case-row">
        <Text fw={600}>{of.supplier.name}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {[of.caseNumber, category(of.category), of.site.name, grade].filter(Boolean).join(' · ')}
        </Text>
        <StatusLine of={of} />
      </Paper>
    </Link>
  );
}

/** All cases, newest first: where each stands, who has it, and until when. */
export function Cases() {
  const say = useSay();
  const filters = useCaseFilters();
  const chosen = { ...useFilters(filters), ...useFilters(OF_SUPPLIER) };
  const query = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) as Query;
  const list = useList<QualificationSummary>(['cases', 'all', query], (cursor) =>
    listQualifications({ query: { ...query, cursor } }),
  );
  const ofOne = query.supplierId && list.items[0]?.supplier.name;
  return (
    <Stack>
      <Title order={1}>{say('office.cases.title')}</Title>
      <FilterBox filters={filters} />
      {ofOne && (
        <Text>
          {say('office.cases.of-supplier', { supplier: ofOne })}{' '}
          <Link to="/cases" className="desk-inline-link">
            {say('office.cases.of-all')}
          </Link>
        </Text>
      )}
      <SavedFilters list="qualifications" query={query} />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Row of={one} />}
        empty={
          <Empty text={say(Object.keys(query).length > 0 ? 'office.cases.none-fit' : 'office.cases.empty')} />
        }
      />
    </Stack>
  );
}
