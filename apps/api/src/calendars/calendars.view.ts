import { localDate, pathOfCase } from '#domain';
import { uuidFromParts } from '#platform';
import { dutyText, type Language } from '#wording';
import ical, { ICalCalendarMethod } from 'ical-generator';

export interface DueRow {
  readonly qualificationId: string;
  readonly caseNumber: string;
  readonly task: string;
  readonly what: string;
  readonly dueAt: Date;
  readonly openedAt: Date;
}

/** What is due, as calendar programs read it (RFC 5545): kind of duty and number of the case, and nobody's name. */
export function calendarText(rows: readonly DueRow[], language: Language, origin: string): string {
  const calendar = ical({
    prodId: { company: 'Selvedge', product: 'Qualification', language: language.toUpperCase() },
    name: 'Selvedge',
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const { qualificationId, caseNumber, task, what, dueAt, openedAt } of rows) {
    calendar.createEvent({
      id: `${uuidFromParts('calendar', qualificationId, task)}@selvedge`,
      // The day in Phnom Penh, wherever this runs.
      start: localDate(dueAt.toISOString()),
      allDay: true,
      stamp: openedAt,
      summary: `${dutyText(language, what)} · ${caseNumber}`,
      url: `${origin}${pathOfCase(qualificationId)}`,
    });
  }
  return calendar.toString();
}
