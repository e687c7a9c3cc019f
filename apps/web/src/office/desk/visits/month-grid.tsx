import type { AuditVisitView } from '#client';
import { useForms } from '../../../words/forms.js';
import { useSay } from '../../../words/words.js';
import { weeksOf } from './month.js';
import { VisitLink } from './visit-link.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

export interface MonthProps {
  readonly month: string;
  readonly today: string;
  readonly visits: ReadonlyMap<string, readonly AuditVisitView[]>;
  readonly holidays: ReadonlySet<string>;
}

/** A month as a table: a row a week, a column a day of it. */
export function MonthGrid({ month, today, visits, holidays }: MonthProps) {
  const say = useSay();
  const forms = useForms();
  return (
    <table className="month-grid">
      <caption>{say('office.visits.caption', { month: forms.month(month) })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {say(`office.visits.weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, nth) => (
          <tr key={nth}>
            {week.map((day, place) =>
              day ? (
                <td key={day} data-today={day === today} data-holiday={holidays.has(day) || place > 4}>
                  <time
                    dateTime={day}
                    className="month-day"
                    aria-current={day === today ? 'date' : undefined}
                  >
                    {forms.dayOfMonth(day)}
                  </time>
                  {day === today && <span className="month-word">{say('office.visits.today')}</span>}
                  {holidays.has(day) && <span className="month-word">{say('office.visits.holiday')}</span>}
                  <Visits of={visits.get(day) ?? []} />
                </td>
              ) : (
                <td key={place} className="month-none" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** So many are seen at once; the others when somebody asks for them. */
const MOST_SHOWN = 3;

function Visits({ of }: { readonly of: readonly AuditVisitView[] }) {
  const say = useSay();
  const more = of.slice(MOST_SHOWN);
  return (
    <>
      <VisitList of={of.slice(0, MOST_SHOWN)} />
      {more.length > 0 && (
        <details className="fold">
          <summary>{say('office.visits.more', { count: more.length })}</summary>
          <VisitList of={more} />
        </details>
      )}
    </>
  );
}

function VisitList({ of }: { readonly of: readonly AuditVisitView[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="month-visits">
      {of.map((one) => (
        <li key={one.qualificationId}>
          <VisitLink of={one} />
        </li>
      ))}
    </ul>
  );
}
