import '../../ui/more-styles.js';
import { listPotentialMatches, type PotentialMatchView } from '#client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Due } from '../../ui/due.js';
import { Empty } from '../../ui/empty.js';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { Unbroken } from '../../ui/unbroken.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { linked } from '../linked.js';
import '../office.css';

/** Checks that compare names with lists. */
const CHECKS = ['sanctions', 'forced-labour'] as const;

type Query = NonNullable<NonNullable<Parameters<typeof listPotentialMatches>[0]>['query']>;

function useQueueFilters(): readonly Filter[] {
  const say = useSay();
  const sayCode = useSayCode();
  const { filters } = useGoods();
  return [
    {
      name: 'check',
      label: say('office.matches.filter.check'),
      options: CHECKS.map((value) => ({ value, label: sayCode('names.check', value) })),
    },
    ...filters,
    {
      name: 'claimed',
      label: say('office.filter.taken'),
      options: (['me', 'nobody', 'anyone'] as const).map((value) => ({
        value,
        label: say(`office.filter.taken.${value}`),
      })),
    },
    {
      name: 'overdue',
      label: say('office.filter.due'),
      options: [{ value: 'true', label: say('office.filter.due.over') }],
    },
  ];
}

/** Of one case: only where the address says so, which its checks link to. */
const OF_CASE: readonly Filter[] = [linked('qualificationId')];

/** Cases in which officers have to say whom a name means, soonest due first. */
export function MatchQueue() {
  const say = useSay();
  const filters = useQueueFilters();
  const chosen = useFilters(filters);
  const { qualificationId } = useFilters(OF_CASE);
  const query = { ...chosen, qualificationId } as Query;
  const list = useList<PotentialMatchView>(['tasks', 'matches', query], (cursor) =>
    listPotentialMatches({ query: { ...query, cursor } }),
  );
  return (
    <Stack>
      <Title order={1}>{say('office.matches.title')}</Title>
      <Text>{say('office.matches.what')}</Text>
      <FilterBox filters={filters} />
      {qualificationId && (
        <OfCase found={list.items.find((one) => one.qualificationId === qualificationId)} />
      )}
      <List
        list={list}
        keyOf={({ qualificationId, task }) => `${qualificationId} ${task}`}
        row={(one) => <Row of={one} />}
        empty={<NoNames caseId={qualificationId} isNarrowed={Object.values(chosen).some(Boolean)} />}
      />
    </Stack>
  );
}

/** Whose names alone are shown, and the way to all others. */
function OfCase({ found }: { readonly found: PotentialMatchView | undefined }) {
  const say = useSay();
  return (
    <Text>
      {found &&
        `${say('office.matches.of-case', { supplier: found.supplier.name, number: found.caseNumber })} `}
      <Link to="/matches" className="office-link">
        {say('office.matches.of-all')}
      </Link>
    </Text>
  );
}

interface NoNamesProps {
  readonly caseId: string | undefined;
  readonly isNarrowed: boolean;
}
/** That nothing waits: in this case, by these filters, or at all. */
function NoNames({ caseId, isNarrowed }: NoNamesProps) {
  const say = useSay();
  if (isNarrowed) return <Empty text={say('office.matches.none-fit')} />;
  if (!caseId) return <Empty text={say('office.matches.empty')} />;
  return (
    <Empty text={say('office.matches.empty-case')}>
      <Link to="/qualifications/$id" params={{ id: caseId }} className="office-link">
        {say('office.matches.to-case')}
      </Link>
    </Empty>
  );
}

function Row({ of }: { readonly of: PotentialMatchView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number, list } = useForms();
  const { category, province } = useGoods();
  const names = [...new Set(of.hits.flatMap(({ match }) => match?.asked?.name ?? []))];
  const best = Math.max(0, ...of.hits.flatMap(({ match }) => match?.score ?? []));
  return (
    <Link to="/matches/$id" params={{ id: of.qualificationId }} className="row-link">
      <Paper withBorder p="md">
        <Stack gap={4}>
          <Text fw={600}>{names.length > 0 ? list(names) : of.supplier.name}</Text>
          <Text>
            {capitalised(sayCode('names.check', of.check))} ·{' '}
            {say('office.matches.names', { count: of.hits.length })}
            {best > 0 && ` · ${say('office.matches.alike', { percent: number(best * 100) })}`}
          </Text>
          <Text fw={600}>{capitalised(sayCode('duties.do', of.what))}</Text>
          {of.dueAt && <Due at={of.dueAt} />}
          <Text size="sm" className="office-quiet">
            {of.supplier.name} · <Unbroken>{of.caseNumber}</Unbroken> ·{' '}
            {[
              category(of.category),
              of.province && province(of.province),
              of.claimedByName && say('office.taken-by', { name: of.claimedByName }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
      </Paper>
    </Link>
  );
}
