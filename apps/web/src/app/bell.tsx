import { getNotificationSummary } from '#client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { told } from '../server/told.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';

export const summaryQuery = queryOptions({
  queryKey: ['notifications', 'summary'],
  queryFn: () => told(getNotificationSummary()),
});

/** How much somebody has not read yet, and the way to it. */
export function Bell() {
  const say = useSay();
  const { number } = useForms();
  const { data } = useQuery(summaryQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link to="/notifications" className="bell" aria-label={say('shell.bell', { unread })}>
      <BellIcon aria-hidden size={22} />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {number(Math.min(unread, 99))}
        </span>
      )}
    </Link>
  );
}
