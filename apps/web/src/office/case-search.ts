import type { TextFilter } from '../ui/filters.js';
import { latinDigits } from '../words/digits.js';
import { useSay } from '../words/words.js';

const SEARCH = /^.{1,100}$/;

/** Finds cases by the beginning of their number or of their supplier's name. */
export function useCaseSearch(): TextFilter {
  const say = useSay();
  return {
    ...{ name: 'q', label: say('office.cases.q'), form: SEARCH, clean: latinDigits },
    wrong: say('office.cases.q-wrong'),
  };
}
