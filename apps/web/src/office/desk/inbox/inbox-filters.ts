import type { ListTasksData } from '#client';
import { CASE_ROLES, ROLE_HOME } from '#domain';
import { useSearch } from '@tanstack/react-router';
import type { ChoiceFilter, Chosen } from '../../../ui/filters.js';
import { capitalised, useSay, useSayCode } from '../../../words/words.js';
import { useGoods } from '../../goods.js';

export type InboxQuery = NonNullable<ListTasksData['query']>;

const KIND = /^[a-z][a-z-]{1,60}$/;
const ROLES = CASE_ROLES.filter((role) => ROLE_HOME[role] === 'programme-office');
const WITHIN = ['1', '7', '30'] as const;
const TAKERS = ['me', 'nobody', 'anyone'] as const;

/** The kind of task that the address asks for: it may be one that nobody has now. */
function useKindInAddress(): readonly string[] {
  const { what }: { what?: unknown } = useSearch({ strict: false });
  return typeof what === 'string' && KIND.test(what) ? [what] : [];
}

/** What tasks are called. */
export function useDuty(): (what: string) => string {
  const sayCode = useSayCode();
  return (what) => capitalised(sayCode('duties.do', what));
}

/**
 * What the inbox is narrowed to, under the names that the API has: so a filter can be kept.
 * @param kinds of tasks that there are now
 */
export function useInboxFilters(kinds: readonly string[]): readonly ChoiceFilter[] {
  const say = useSay();
  const sayCode = useSayCode();
  const duty = useDuty();
  const goods = useGoods();
  const what = [...new Set([...kinds, ...useKindInAddress()])];
  const choice = (
    name: string,
    values: readonly string[],
    called: (value: string) => string,
  ): ChoiceFilter => ({
    name,
    label: say(`office.inbox.filter.${name}`),
    options: values.map((value) => ({ value, label: called(value) })),
  });
  return [
    choice('what', what, duty),
    choice('role', ROLES, (role) => capitalised(sayCode('shell.role', role))),
    ...goods.filters,
    choice('dueWithin', WITHIN, (days) => say('office.inbox.within', { days: Number(days) })),
    choice('overdue', ['true'], () => say('office.inbox.only-overdue')),
    choice('claimed', TAKERS, (taker) => say(`office.inbox.claimed.${taker}`)),
  ];
}

/** What the address says, without what it does not say. */
export const queryOf = (chosen: Chosen): InboxQuery =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as InboxQuery;
