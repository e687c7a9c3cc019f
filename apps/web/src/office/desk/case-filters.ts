import { GRADES, STAGES } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { buyersQuery } from '../../server/case-parts.js';
import type { ChoiceFilter, Filter } from '../../ui/filters.js';
import { useSay } from '../../words/words.js';
import { useCaseSearch } from '../case-search.js';
import { useGoods } from '../goods.js';
import { isId } from '../linked.js';

/** Buyers of the programme; the one that the address names also before they are read. */
function useBuyerFilter(): ChoiceFilter {
  const say = useSay();
  const { data = [] } = useQuery(buyersQuery);
  const { buyerId }: { buyerId?: unknown } = useSearch({ strict: false });
  const options = data
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const isNew = isId(buyerId) && !options.some(({ value }) => value === buyerId);
  const chosen = isNew ? [{ value: buyerId, label: say('office.cases.buyer-chosen') }] : [];
  return { name: 'buyerId', label: say('office.cases.buyer'), options: [...chosen, ...options] };
}

/** What the list of cases is narrowed to, under the names that the API has: so a filter can be kept. */
export function useCaseFilters(): readonly Filter[] {
  const say = useSay();
  const goods = useGoods();
  const search = useCaseSearch();
  const buyer = useBuyerFilter();
  return [
    search,
    {
      name: 'stage',
      label: say('office.cases.stage'),
      options: STAGES.map((stage) => ({ value: stage, label: say(`office.stage.${stage}`) })),
    },
    ...goods.filters,
    buyer,
    {
      name: 'grade',
      label: say('office.case.grade'),
      options: GRADES.map((grade) => ({ value: grade, label: grade })),
    },
  ];
}
