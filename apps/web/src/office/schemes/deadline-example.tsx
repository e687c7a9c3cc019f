import {
  DATED_BY_THE_CASE,
  deadlineRule,
  makeDeadline,
  type SchemeContent,
  type SchemeDeadlineKind,
} from '#domain';
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holidaysQuery } from '../../server/me.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay } from '../../words/words.js';

interface DeadlineExampleProps {
  readonly content: SchemeContent;
  readonly kind: SchemeDeadlineKind;
}
/** The days that a deadline would come to if it began now, public holidays counted. */
export function DeadlineExample({ content, kind }: DeadlineExampleProps) {
  const say = useSay();
  const { moment, named } = useForms();
  const { data: holidays = {} } = useQuery(holidaysQuery);
  const [now] = useState(() => new Date().toISOString());
  const { dueAt, steps } = makeDeadline(deadlineRule(content, kind), kind, '', now, { holidays });
  if (DATED_BY_THE_CASE.includes(kind)) return null;
  return (
    <Section id="example" title={say('office.schemes.deadline.example')}>
      <Text role="status">{say('office.schemes.deadline.due', { at: moment(dueAt) })}</Text>
      <List size="sm">
        {steps.map(({ at, step }, nth) => (
          <List.Item key={nth}>
            {named(capitalised(say(`office.schemes.step.${step}`)), moment(at))}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
