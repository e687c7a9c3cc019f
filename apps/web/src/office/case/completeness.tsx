import { getCompleteness } from '#client';
import { List, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { documentsQuery, sectionsQuery } from '../../server/case-parts.js';
import { useCase } from '../../server/cases.js';
import { told } from '../../server/told.js';
import { StatusLine } from '../../ui/status-line.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { CaseHead } from './case-head.js';
import { CompletenessEnd } from './completeness-end.js';
import { CompletenessSection } from './completeness-section.js';
import { useQuestions } from './questions.js';

const completenessQuery = (id: string) => ({
  queryKey: ['case', id, 'completeness'],
  queryFn: () => told(getCompleteness({ path: { id } })),
});

/** An application section by section beside its documents: what is in order, what is asked, and whether it is complete. */
export function Completeness() {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const { id } = useParams({ from: '/qualifications/$id/completeness' });
  const one = useCase(id);
  const { data: whole } = useSuspenseQuery(completenessQuery(id));
  const { data: contents } = useSuspenseQuery(sectionsQuery(id));
  const { data: documents = [] } = useQuery(documentsQuery(id));
  const questions = useQuestions(id);
  const shown = whole.sections.filter(({ version, required }) => version > 0 || required);
  const others = whole.sections.filter((section) => !shown.includes(section));
  const done = shown.filter(({ check }) => check?.current).length;
  return (
    <Stack>
      <CaseHead of={one} page="/completeness" />
      <StatusLine of={one} />
      <Text role="status" fw={600}>
        {say('office.completeness.done', { done: number(done), all: number(shown.length) })}
      </Text>
      {shown.map((section) => (
        <CompletenessSection
          key={section.section}
          of={one}
          section={section}
          content={contents.find(({ item }) => item === section.section)?.content ?? {}}
          documents={documents}
          questions={questions}
        />
      ))}
      {others.length > 0 && (
        <div>
          <Text size="sm">{say('office.completeness.not-written')}</Text>
          <List size="sm">
            {others.map(({ section }) => (
              <List.Item key={section}>{sayCode('application.section', section)}</List.Item>
            ))}
          </List>
        </div>
      )}
      <CompletenessEnd
        of={one}
        questions={questions}
        loops={whole.informationLoops}
        left={shown.length - done}
      />
    </Stack>
  );
}
