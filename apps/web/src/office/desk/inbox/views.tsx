import type { TaskCountsView } from '#client';
import { useSay } from '../../../words/words.js';
import { Chips, type Chip } from '../chips.js';
import { useCounts } from './counts.js';
import { useDuty, type InboxQuery } from './inbox-filters.js';

/** So many kinds are one touch away; the others are among the filters. */
const MOST_KINDS = 6;
const NONE = { claimed: undefined, overdue: undefined };

/** Whose tasks, which are late, and of which kind: each with how many there are. */
export function Views({ query, kinds }: { readonly query: InboxQuery; readonly kinds?: TaskCountsView }) {
  const say = useSay();
  const duty = useDuty();
  const { claimed, overdue, ...rest } = query;
  const counts = useCounts(rest);
  const view = (key: string, count: number | undefined, isOn: boolean, change: object): Chip => ({
    ...{ key, count, isOn, text: say(`office.inbox.view.${key}`) },
    change: { ...NONE, ...change },
  });
  const ofKind = (kinds?.by.what ?? []).slice(0, MOST_KINDS).map(({ value, tasks }): Chip => {
    const isOn = query.what === value;
    return { key: value, text: duty(value), count: tasks, isOn, change: { what: isOn ? undefined : value } };
  });
  return (
    <>
      <Chips
        label={say('office.inbox.views')}
        of={[
          view('all', counts?.tasks, !claimed && !overdue, {}),
          view('mine', counts?.mine, claimed === 'me', { claimed: 'me' }),
          view('taken', counts && counts.tasks - counts.unclaimed, claimed === 'anyone', {
            claimed: 'anyone',
          }),
          view('nobody', counts?.unclaimed, claimed === 'nobody', { claimed: 'nobody' }),
          view('overdue', counts?.overdue, Boolean(overdue), { overdue: 'true' }),
        ]}
      />
      {ofKind.length > 1 && (
        <div className="kinds">
          <Chips label={say('office.inbox.kinds')} of={ofKind} />
        </div>
      )}
    </>
  );
}
