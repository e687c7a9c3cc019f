import { addWorkingDays, localDate, localDaysBetween } from '#domain';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, TriangleAlert } from 'lucide-react';
import { holidaysQuery } from '../server/me.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';

/** Beyond it days are counted instead. */
const MOST_COUNTED = 30;
/** Beyond it months are, about. */
const MOST_DAYS = 90;
const DAYS_OF_MONTH = 30.4;

type Holidays = Readonly<Record<string, readonly string[]>>;
/** How many working days are left before the close of business of the day; undefined beyond thirty. */
function workingDaysLeft(now: string, due: string, holidays: Holidays): number | undefined {
  for (let n = 0; n <= MOST_COUNTED; n += 1)
    if (localDate(addWorkingDays(now, n, { holidays }).at) >= localDate(due)) return n;
  return undefined;
}

interface DueProps {
  /** An instant. */
  readonly at: string;
}

/** Until when, as a date and as what is left; that it is overdue is said, not only coloured. */
export function Due({ at }: DueProps) {
  const say = useSay();
  const { day } = useForms();
  const { data: holidays = {} } = useQuery(holidaysQuery);
  const now = new Date().toISOString();
  const late = Date.parse(at) < Date.now();
  const days = localDaysBetween(now, at);
  const left = late ? undefined : workingDaysLeft(now, at, holidays);
  const told = late
    ? say('shell.due.overdue', { days: Math.abs(days) })
    : left === undefined
      ? days > MOST_DAYS
        ? say('shell.due.months', { months: Math.round(days / DAYS_OF_MONTH) })
        : say('shell.due.days', { days })
      : say('shell.due.working-days', { days: left });
  const Icon = late ? TriangleAlert : CalendarClock;
  return (
    <Text span c={late ? 'red.8' : undefined} fw={late ? 600 : undefined} className="due">
      <Icon aria-hidden size={16} />{' '}
      <time dateTime={at}>{say('shell.due.until', { day: day(at), told })}</time>
    </Text>
  );
}
