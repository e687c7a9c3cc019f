import {
  DATED_BY_THE_CASE,
  certificateLapse,
  deadlineRule,
  makeDeadline,
  type InputCategory,
  type SchemeDeadlineKind,
} from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holidaysQuery } from '../../server/me.js';
import { Facts } from '../../ui/facts.js';
import { Fold } from '../../ui/fold.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { LotExample } from './lot-example.js';
import { DEADLINES, samplingOf } from './terms.js';
import { useTermsText } from './terms-text.js';
import type { Version } from './version-data.js';

interface PreviewTermsProps {
  readonly of: Version;
  readonly category: InputCategory;
}
/** What a site of a category is held to beside the questions: grades, lots and, counted from now, days. */
export function PreviewTerms({ of, category }: PreviewTermsProps) {
  const say = useSay();
  const { grade: told } = useTermsText();
  const { checklist, validityMonths } = of.content;
  const months: Readonly<Record<string, number>> = validityMonths;
  const valid = (grade: string): string => {
    const count = months[grade];
    return count === undefined ? '' : say('office.schemes.valid', { count });
  };
  return (
    <Section id="held-to" title={say('office.schemes.held-to')}>
      <Facts
        of={[
          ...checklist.scoring.grades.map(
            (rule) =>
              [
                say('office.schemes.grade', { grade: rule.grade }),
                [told(rule), valid(rule.grade)].filter(Boolean).join(' · '),
              ] as const,
          ),
          [
            say('office.schemes.lapsed'),
            say(`office.schemes.lapse.${certificateLapse(of.content, category)}`),
          ],
        ]}
      />
      <LotExample category={category} terms={samplingOf(of.content)[category]} />
      <Fold title={say('office.schemes.deadlines.example')}>
        <Days of={of} />
      </Fold>
    </Section>
  );
}

const COUNTED = DEADLINES.filter((kind) => !DATED_BY_THE_CASE.includes(kind));
function Days({ of }: Pick<PreviewTermsProps, 'of'>) {
  const sayCode = useSayCode();
  const { moment } = useForms();
  const { data: holidays = {} } = useQuery(holidaysQuery);
  const [now] = useState(() => new Date().toISOString());
  const due = (kind: SchemeDeadlineKind): string =>
    moment(makeDeadline(deadlineRule(of.content, kind), kind, '', now, { holidays }).dueAt);
  return <Facts of={COUNTED.map((kind) => [capitalised(sayCode('deadlines', kind)), due(kind)] as const)} />;
}
