import { Text, Title } from '@mantine/core';
import { useForms } from '../../../words/forms.js';
import { useSay } from '../../../words/words.js';
import type { MonthProps } from './month-grid.js';
import { daysOf } from './month.js';
import { VisitLink } from './visit-link.js';

/** A month on a phone: only the days that somebody is visited on. */
export function DayList({ month, today, visits, holidays }: MonthProps) {
  const say = useSay();
  const { day: written } = useForms();
  return daysOf(month)
    .filter((day) => visits.has(day))
    .map((day) => (
      <section key={day}>
        <Title order={2}>{written(day)}</Title>
        {day === today && <Text>{say('office.visits.today')}</Text>}
        {holidays.has(day) && <Text>{say('office.visits.holiday')}</Text>}
        <ul className="plain-list">
          {visits.get(day)?.map((one) => (
            <li key={one.qualificationId}>
              <VisitLink of={one} />
            </li>
          ))}
        </ul>
      </section>
    ));
}
