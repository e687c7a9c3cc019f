import { INPUT_CATEGORIES, PROVINCES } from '#domain';
import type { ChoiceFilter } from '../ui/filters.js';
import { useLanguage, useSay, useSayCode } from '../words/words.js';

/** What supplies are called, and where they come from. */
export function useGoods() {
  const say = useSay();
  const sayCode = useSayCode();
  const language = useLanguage();
  const names = { en: 'nameEn', km: 'nameKm', zh: 'nameZhDraft' } as const;
  const category = (code: string): string => sayCode('office.category', code);
  const provinces = PROVINCES.map((one) => ({ value: one.iso, label: one[names[language]] }));
  const province = (iso: string): string => provinces.find(({ value }) => value === iso)?.label ?? iso;
  const filters: readonly ChoiceFilter[] = [
    {
      name: 'category',
      label: say('office.filter.category'),
      options: INPUT_CATEGORIES.map(({ code }) => ({ value: code, label: category(code) })),
    },
    { name: 'province', label: say('office.filter.province'), options: provinces },
  ];
  return { category, province, filters };
}
