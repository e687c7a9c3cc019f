import type { ListTasksData } from '#client';
import { CASE_ROLES, ROLE_HOME } from '#domain';
import { useSearch } from '@tanstack/react-router';
import { useMe } from '../../../server/me.js';
import type { ChoiceFilter, Chosen } from '../../../ui/filters.js';
import { capitalised, useSay, useSayCode } from '../../../words/words.js';
import { useGoods } from '../../goods.js';

export type InboxQuery = NonNullable<ListTasksData['query']>;

const KIND = /^[a-z][a-z-]{1,60}$/;
const ROLES = CASE_ROLES.filter((role) => ROLE_HOME[role] === 'programme-office');
const WITHIN = ['1', '7', '30'] as const;

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

/** What the chips above the list choose: whether it is late, and who has taken it. */
const CHIPS: readonly ChoiceFilter[] = [
  ['overdue', 'true'],
  ['claimed', 'me', 'nobody', 'anyone'],
].map(([name = '', ...values]) => ({
  name,
  label: '',
  options: values.map((value) => ({ value, label: '' })),
}));

export interface InboxFilters {
  /** Fields that one chooses in. */
  readonly fields: readonly ChoiceFilter[];
  /** These, and what the chips choose. */
  readonly all: readonly ChoiceFilter[];
}
/**
 * What the inbox is narrowed to, under the names that the API has: so a filter can be kept.
 * @param kinds of tasks that there are now
 */
export function useInboxFilters(kinds: readonly string[]): InboxFilters {
  const say = useSay();
  const sayCode = useSayCode();
  const duty = useDuty();
  const goods = useGoods();
  const { roles } = useMe();
  const own = ROLES.filter((one) => roles.includes(one));
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
  const role = choice('role', ROLES, (one) => capitalised(sayCode('shell.role', one)));
  const fields = [
    choice('what', what, duty),
    // Whoever has one role sees the tasks of that one.
    ...(own.length > 1 ? [role] : []),
    ...goods.filters,
    choice('dueWithin', WITHIN, (days) => say('office.inbox.within', { days: Number(days) })),
  ];
  return { fields, all: [...fields, ...CHIPS] };
}

/** What the address says, without what it does not say. */
export const queryOf = (chosen: Chosen): InboxQuery =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as InboxQuery;
