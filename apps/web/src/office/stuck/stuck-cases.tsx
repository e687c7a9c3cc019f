import { listStuckCases, type StuckCaseView } from '#client';
import { STUCK_REASONS } from '#domain';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { useLanguage, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { Unblock } from './unblock.js';

/** Cases that do not go on: why, since when, and what helps. One case may be here for several reasons. */
export function StuckCases() {
  const say = useSay();
  const language = useLanguage();
  const filters: readonly Filter[] = [
    {
      name: 'reason',
      label: say('office.stuck.filter.reason'),
      options: STUCK_REASONS.map((value) => ({ value, label: say(`office.stuck.reason.${value}`) })),
    },
  ];
  const query = useFilters(filters) as { reason?: StuckCaseView['reason'] };
  const list = useList<StuckCaseView>(['tasks', 'stuck', language, query], (cursor) =>
    listStuckCases({ query: { ...query, language, cursor } }),
  );
  return (
    <>
      <Filters filters={filters} />
      <List
        list={list}
        keyOf={({ qualificationId, reason, subject }) => `${qualificationId} ${reason} ${subject}`}
        row={(one) => <Row of={one} />}
        empty={<Empty text={say('office.stuck.empty')} />}
      />
    </>
  );
}

/** What of the case is stuck, where a reason is about a part of it that people know by a name. */
function useSubject(): (of: StuckCaseView) => string | undefined {
  const say = useSay();
  const sayCode = useSayCode();
  return ({ reason, subject }) => {
    if (reason === 'check-error') return sayCode('names.check', subject);
    if (reason === 'holidays-missing') return say('office.stuck.year', { year: subject });
    return undefined;
  };
}

function Row({ of }: { readonly of: StuckCaseView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const { category } = useGoods();
  const subject = useSubject()(of);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Text fw={600} className="due">
          <TriangleAlert aria-hidden size={18} />{' '}
          {[say(`office.stuck.reason.${of.reason}`), subject].filter(Boolean).join(': ')}
        </Text>
        <Text>{of.words}</Text>
        <Text size="sm" className="office-quiet">
          {[
            of.supplier.name,
            category(of.category),
            sayCode('shell.place', `${of.stage}.${of.substate}`),
            of.since && say('office.stuck.since', { at: moment(of.since) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group gap="md" align="flex-start">
          <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="office-link">
            {say('office.to-case', { number: of.caseNumber })}
          </Link>
          <Unblock of={of} />
        </Group>
      </Stack>
    </Paper>
  );
}
