import { listEscalations, type EscalationView } from '#client';
import { CASE_ROLES } from '#domain';
import { Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Due } from '../../ui/due.js';
import { Empty } from '../../ui/empty.js';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';

type Query = NonNullable<NonNullable<Parameters<typeof listEscalations>[0]>['query']>;

/** What is past its due date in all cases, and whose turn it is; the longest overdue first. */
export function Escalations() {
  const say = useSay();
  const sayCode = useSayCode();
  const { filters: goods } = useGoods();
  const filters: readonly Filter[] = [
    {
      name: 'role',
      label: say('office.stuck.filter.role'),
      options: CASE_ROLES.map((value) => ({ value, label: sayCode('names.role', value) })),
    },
    ...goods,
  ];
  const query = useFilters(filters) as Query;
  const list = useList<EscalationView>(['tasks', 'escalations', query], (cursor) =>
    listEscalations({ query: { ...query, cursor } }),
  );
  return (
    <>
      <FilterBox filters={filters} />
      <List
        list={list}
        keyOf={({ qualificationId, task }) => `${qualificationId} ${task}`}
        row={(one) => <Row of={one} />}
        empty={<Empty text={say('office.stuck.late.empty')} />}
      />
    </>
  );
}

function Row({ of }: { readonly of: EscalationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { aside } = useForms();
  const { category, province } = useGoods();
  const who = of.person?.name ?? of.claimedByName;
  const turn = say('office.stuck.turn', {
    role: sayCode('names.role', of.role),
    holder: of.holder?.name ?? say('office.the-office'),
  });
  return (
    <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="row-link">
      <Paper withBorder p="md">
        <Stack gap={4}>
          <Text fw={600}>{capitalised(sayCode('duties.do', of.what))}</Text>
          <Due at={of.dueAt} />
          <Text>{who ? aside(turn, who) : turn}</Text>
          <Text size="sm">{sayCode('duties.otherwise', of.otherwise)}</Text>
          <Text size="sm" className="office-quiet">
            {[of.supplier.name, of.caseNumber, category(of.category), of.province && province(of.province)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
      </Paper>
    </Link>
  );
}
