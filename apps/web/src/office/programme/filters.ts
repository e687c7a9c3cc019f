import { SIZE_CLASSES } from '#domain';
import { useSearch } from '@tanstack/react-router';
import type { ChoiceFilter } from '../../ui/filters.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { isMonth, monthsUntil } from './cohort.js';
import { useNames } from './names.js';

const YEARS_BACK = 5;

/** What all figures are narrowed down to. A last month before the first one is none. */
export function useCohortFilters(): readonly ChoiceFilter[] {
  const say = useSay();
  const { month } = useForms();
  const { group } = useNames();
  const { filters: goods } = useGoods();
  const { from, to }: Record<string, unknown> = useSearch({ strict: false });
  const months = monthsUntil(new Date().toISOString(), YEARS_BACK * 12, from, to);
  const label = (name: string): string => say(`office.programme.filter.${name}`);
  const options = (values: readonly string[], called: (value: string) => string) =>
    values.map((value) => ({ value, label: called(value) }));
  return [
    ...goods,
    { name: 'size', label: label('size'), options: options(SIZE_CLASSES, (v) => group('size', v)) },
    {
      name: 'women',
      label: label('women'),
      options: [
        { value: 'yes', label: group('women-owned', 'true') },
        { value: 'no', label: group('women-owned', 'false') },
      ],
    },
    { name: 'from', label: label('from'), options: options(months, month) },
    {
      name: 'to',
      label: label('to'),
      options: options(
        months.filter((one) => !isMonth(from) || one >= from),
        month,
      ),
    },
  ];
}
