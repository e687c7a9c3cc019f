import { Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { Cohort } from './cohort.js';
import { useNames } from './names.js';

/** Which cases the figures are about, in words: also on paper, where there are no filters. */
export function CohortLine({ cohort }: { readonly cohort: Cohort }) {
  const say = useSay();
  const { month } = useForms();
  const { group } = useNames();
  const { province, category, size, womenOwned, from, to } = cohort;
  const parts = [
    province && group('province', province),
    category && group('category', category),
    size && group('size', size),
    womenOwned && group('women-owned', womenOwned),
    from && say('office.programme.cohort.from', { month: month(from) }),
    to && say('office.programme.cohort.to', { month: month(to) }),
  ].filter(Boolean);
  return (
    <Text role="status">
      {parts.length === 0
        ? say('office.programme.cohort.all')
        : say('office.programme.cohort.some', { cohort: parts.join(' · ') })}
    </Text>
  );
}
