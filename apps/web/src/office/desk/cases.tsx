import { listQualifications, type ListQualificationsData, type QualificationSummary } from '#client';
import { INPUT_CATEGORIES, STAGES } from '#domain';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.js';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { StatusLine } from '../../ui/status-line.js';
import { latinDigits } from '../../words/digits.js';
import { useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { SavedFilters } from './saved-filters.js';
import './desk.css';

const SEARCH = /^.{1,100}$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Query = NonNullable<ListQualificationsData['query']>;

function useCaseFilters(): readonly Filter[] {
  const say = useSay();
  const { category } = useGoods();
  return [
    {
      ...{ name: 'q', label: say('office.cases.q'), form: SEARCH, clean: latinDigits },
      wrong: say('office.cases.q-wrong'),
    },
    {
      name: 'stage',
      label: say('office.cases.stage'),
      options: STAGES.map((stage) => ({ value: stage, label: say(`office.stage.${stage}`) })),
    },
    {
      name: 'category',
      label: say('office.filter.category'),
      options: INPUT_CATEGORIES.map(({ code }) => ({ value: code, label: category(code) })),
    },
  ];
}

/** Of one supplier: only where the address says so, which a search leads to. */
const OF_SUPPLIER: readonly Filter[] = [
  { name: 'supplierId', label: '', form: ID, wrong: '', clean: (text) => text },
];

function Row({ of }: { readonly of: QualificationSummary }) {
  const { category } = useGoods();
  return (
    <Link to="/qualifications/$id" params={{ id: of.id }} className="row-link">
      <Paper withBorder p="md" className="case-row">
        <Text fw={600}>{of.supplier.name}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {[of.caseNumber, category(of.category), of.site.name].filter(Boolean).join(' · ')}
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
