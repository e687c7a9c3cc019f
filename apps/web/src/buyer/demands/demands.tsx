import { listDemands, stateDemand, type DemandView } from '#client';
import { INPUT_CATEGORIES } from '#domain';
import { Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { useNames } from '../names.js';
import { isRequester } from '../one-page/decision-steps.js';
import { Demand } from './demand.js';
import { NEW_DEMAND, statedDemand, type DemandDraft } from './demand-draft.js';
import { DemandForm } from './demand-form.js';
import '../buyer.css';
import './demands.css';

/** Inputs that buyers want from nearer by; one's own can be changed, and show who could make them. */
export function Demands() {
  const say = useSay();
  const { category } = useNames();
  const filters: readonly Filter[] = [
    {
      name: 'category',
      label: say('buyer.filter.category'),
      options: INPUT_CATEGORIES.map(({ code }) => ({ value: code, label: category(code) })),
    },
  ];
  const query = useFilters(filters) as { category?: DemandDraft['category'] };
  const list = useList<DemandView>(['cases', 'demands', query], (cursor) =>
    listDemands({ query: { ...query, cursor } }),
  );
  return (
    <Stack>
      <Title order={1}>{say('buyer.demands.title')}</Title>
      <Text>{say('buyer.demands.how')}</Text>
      {isRequester(useMe()) ? <NewDemand /> : <Text size="sm">{say('buyer.demands.who')}</Text>}
      <Filters filters={filters} />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Demand of={one} />}
        empty={<Empty text={say('buyer.demands.empty')} />}
      />
    </Stack>
  );
}

function NewDemand() {
  const say = useSay();
  const { organisation } = useMe();
  const queries = useQueryClient();
  const [nth, setNth] = useState(0);
  const state = useMutation<unknown, Problem, DemandDraft>({
    mutationFn: async (draft) => {
      const body = statedDemand(draft);
      if (!body) return;
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      await told(stateDemand({ path: { organisationId: organisation.id }, body, headers }));
    },
    onSuccess: async () => {
      setNth(nth + 1);
      await queries.invalidateQueries({ queryKey: ['cases', 'demands'] });
    },
  });
  return (
    <Fold key={nth} title={say('buyer.demand.new')}>
      <DemandForm
        begin={NEW_DEMAND}
        isNew
        submit={say('buyer.demand.state')}
        onSubmit={(draft) => state.mutate(draft)}
        isPending={state.isPending}
        error={state.error}
      />
    </Fold>
  );
}
