import { Filters, useFilters, type Filter } from './filters.js';
import { useSay } from '../words/words.js';
import { Fold } from './fold.js';

/** The filters of a list that has many: folded on a phone, open on a desk. */
export function FilterBox({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useSay();
  const count = Object.values(useFilters(filters)).filter(Boolean).length;
  return (
    <Fold title={say('shell.filter.title', { count })} isOpenOnDesk className="filter-box">
      <Filters filters={filters} />
    </Fold>
  );
}
