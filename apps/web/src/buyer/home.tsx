import { listBuyerCandidates, type BuyerCandidateView } from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { Empty } from '../ui/empty.js';
import { useFilters } from '../ui/filters.js';
import { List } from '../ui/list.js';
import { useList } from '../ui/pages.js';
import { useSay } from '../words/words.js';
import { Candidate } from './candidates/candidate.js';
import { candidateQuery } from './candidates/candidate-query.js';
import { CompareBar } from './candidates/compare-bar.js';
import { useCompared } from './candidates/compared.js';
import { FilterBox } from '../ui/filter-box.js';
import { useCandidateFilters } from './candidates/filters.js';
import './buyer.css';

/** Suppliers that opened a case to this buyer, by what they make, where, how good, and how much of it is free. */
export function BuyerHome() {
  const say = useSay();
  const filters = useCandidateFilters();
  const chosen = useFilters(filters);
  const query = candidateQuery(chosen);
  const compared = useCompared();
  const list = useList<BuyerCandidateView>(['cases', 'candidates', query], (cursor) =>
    listBuyerCandidates({ query: { ...query, cursor } }),
  );
  const isNarrowed = Object.keys(query).length > 0;
  const wantsUnit = Boolean(chosen['free']) !== Boolean(chosen['unit']);
  return (
    <Stack>
      <Title order={1}>{say('buyer.home.title')}</Title>
      <FilterBox filters={filters} />
      {wantsUnit && <Text role="status">{say('buyer.filter.free-and-unit')}</Text>}
      <List
        list={list}
        keyOf={({ qualificationId }) => qualificationId}
        row={(one) => (
          <Candidate
            of={one}
            compared={compared.ids.includes(one.qualificationId)}
            isFull={compared.isFull}
            onCompare={() => compared.toggle(one.qualificationId)}
          />
        )}
        empty={<Empty text={say(isNarrowed ? 'buyer.home.none-fit' : 'buyer.home.empty')} />}
      />
      <CompareBar ids={compared.ids} onClear={compared.clear} />
    </Stack>
  );
}
