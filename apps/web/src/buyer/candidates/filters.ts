import { CERTIFICATION_SCHEMES, INPUT_CATEGORIES, PROVINCES } from '#domain';
import type { Filter } from '../../ui/filters.js';
import { latinDigits } from '../../words/digits.js';
import { useSay } from '../../words/words.js';
import { schemeName, UNITS, useNames } from '../names.js';

const HS = /^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/;
const AMOUNT = /^[1-9]\d{0,8}$/;
const STAGES = ['application', 'assessment', 'pilot-order', 'approval', 'qualified'] as const;
const GRADES = ['A', 'B', 'C', 'D'] as const;

/** What candidates are looked for by: what they make, where, how good, and how much of it is free. */
export function useCandidateFilters(): readonly Filter[] {
  const say = useSay();
  const { category, province, unit } = useNames();
  const label = (name: string): string => say(`buyer.filter.${name}`);
  const yes = [{ value: 'yes', label: say('buyer.filter.yes') }];
  const options = (values: readonly string[], called: (value: string) => string) =>
    values.map((value) => ({ value, label: called(value) }));
  return [
    {
      name: 'category',
      label: label('category'),
      options: options(
        INPUT_CATEGORIES.map(({ code }) => code),
        category,
      ),
    },
    { name: 'hs', label: label('hs'), form: HS, wrong: say('buyer.filter.hs-wrong'), clean: latinDigits },
    {
      name: 'province',
      label: label('province'),
      options: options(
        PROVINCES.map(({ iso }) => iso),
        province,
      ),
    },
    {
      name: 'grade',
      label: label('grade'),
      options: options(GRADES, (grade) => say('buyer.filter.grade-least', { grade })),
    },
    {
      name: 'stage',
      label: label('stage'),
      options: options(STAGES, (stage) => say(`buyer.stage.${stage}`)),
    },
    {
      name: 'free',
      label: label('free'),
      form: AMOUNT,
      wrong: say('buyer.filter.free-wrong'),
      clean: (text) => latinDigits(text).replaceAll(',', ''),
    },
    { name: 'unit', label: label('unit'), options: options(UNITS, unit) },
    { name: 'women', label: label('women'), options: yes },
    {
      name: 'certificate',
      label: label('certificate'),
      options: options(
        CERTIFICATION_SCHEMES.map(({ code }) => code),
        schemeName,
      ),
    },
    { name: 'watched', label: label('watched'), options: yes },
  ];
}
