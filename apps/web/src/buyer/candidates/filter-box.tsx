import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { useSay } from '../../words/words.js';

/** The filters of a list that has many: folded on a phone, open on a desk. */
export function FilterBox({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useSay();
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const count = Object.values(useFilters(filters)).filter(Boolean).length;
  return (
    <details className="filter-box" open={isWide}>
      <summary>
        <Text span fw={600}>
          {say('buyer.filter.title', { count })}
        </Text>
      </summary>
      <Filters filters={filters} />
    </details>
  );
}
