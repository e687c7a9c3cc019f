import type { AskCommand, QualificationView } from '#client';
import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Due } from '../../ui/due.js';
import { Facts } from '../../ui/facts.js';
import { historyLines } from '../../ui/history-lines.js';
import { journalQuery } from '../../ui/history.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';

/** What marks that a stage was reached. */
const MILESTONES = [
  'application-submitted',
  'application-accepted',
  'screening-cleared',
  'audit-submitted',
  'assessment-passed',
  'pilot-placed',
  'pilot-accepted',
  'qualification-granted',
] as const;

/** When each stage was reached, for the last time where it went back. */
export function Dates({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day, list } = useForms();
  const { data } = useInfiniteQuery(journalQuery(of.id));
  const lines = historyLines(data?.pages.flatMap(({ items }) => items) ?? []);
  const at = (type: string): string | undefined => lines.find((line) => line.type === type)?.at;
  const markets = list(of.endMarkets.map((code) => say(`office.market.${code}`)));
  return (
    <Section id="dates" title={say('office.case.dates')}>
      <Facts
        of={[
          [say('office.case.opened'), day(of.openedAt)],
          ...MILESTONES.map((type) => {
            const when = at(type);
            return [say(`office.case.milestone.${type}`), when && day(when)] as const;
          }),
          [say('office.case.visit'), of.audit.visitDate && day(of.audit.visitDate)],
          [say('office.case.valid-until'), of.validUntil && day(of.validUntil)],
          [say('office.case.grade'), of.grade],
          [say('office.case.markets'), markets],
          [say('office.case.profile'), say(`office.case.profile.${of.profile}`)],
        ]}
      />
    </Section>
  );
}

/** Until when what is waited for; an officer may give more time. */
export function Deadlines({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const running = of.deadlines
    .filter(({ kind }) => kind !== 'check-expiry')
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  if (running.length === 0) return null;
  return (
    <Section id="deadlines" title={say('office.case.deadlines')}>
      <ul className="plain-list">
        {running.map(({ key, kind, subject, dueAt, extended, calendarMissing }) => (
          <li key={key}>
            <Text>
              {[capitalised(sayCode('deadlines', kind)), aboutOf(subject, sayCode)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Due at={dueAt} />
            {extended && <Text size="sm">{say('office.case.extended')}</Text>}
            {calendarMissing && <Text size="sm">{say('office.case.calendar-missing')}</Text>}
            <CommandForm
              of={of}
              type={'extend-deadline' satisfies AskCommand['type']}
              subject={{ deadline: key }}
              about={sayCode('deadlines', kind)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
/** What a deadline is about: a check by its name, an item by its number; nothing of what only machines know. */
function aboutOf(subject: string, sayCode: (prefix: string, code: string) => string): string {
  if (/^[0-9a-f-]{36}/.test(subject) || subject === '') return '';
  return /^[A-Z]{2,4}-\d+$/.test(subject) ? subject : sayCode('names.check', subject);
}
