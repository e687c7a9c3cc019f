import { listAuditorCandidates, type AuditorCandidateView, type QualificationView } from '#client';
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { CircleX, TriangleAlert } from 'lucide-react';
import { useCase } from '../../server/cases.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Empty } from '../../ui/empty.js';
import { Facts } from '../../ui/facts.js';
import { List } from '../../ui/list.js';
import { Mark } from '../../ui/mark.js';
import { useList } from '../../ui/pages.js';
import { Section } from '../../ui/section.js';
import { StatusLine } from '../../ui/status-line.js';
import { useForms } from '../../words/forms.js';
import { provinceName } from '../../words/places.js';
import { useLanguage, useSay, useSayCode } from '../../words/words.js';
import { usePerson } from '../people.js';
import { CaseHead } from './case-head.js';

/** Who might audit a case, with everything that speaks for and against each; the choice is made here. */
export function Assign() {
  const say = useSay();
  const language = useLanguage();
  const { id } = useParams({ from: '/qualifications/$id/assign' });
  const one = useCase(id);
  const list = useList<AuditorCandidateView>(['case', id, 'auditor-candidates', language], (cursor) =>
    listAuditorCandidates({ path: { id }, query: { cursor, language } }),
  );
  return (
    <Stack>
      <CaseHead of={one} page="/assign" />
      <StatusLine of={one} />
      <Audit of={one} />
      <Section id="candidates" title={say('office.assign.candidates')}>
        {!choiceOf(one) && <Text>{say('office.assign.not-now')}</Text>}
        <List
          list={list}
          keyOf={({ person, firm }) => `${person.id} ${firm.id}`}
          row={(candidate) => <Candidate of={one} candidate={candidate} />}
          empty={<Empty text={say('office.assign.nobody')} />}
        />
      </Section>
    </Stack>
  );
}

/** Which of the two commands this person may give now. */
const choiceOf = (of: QualificationView) =>
  (['assign-auditor', 'reassign-auditor'] as const).find((type) => allowed(of, type));

/** How the audit stands, who does it, and on which days they are or may be there. */
function Audit({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day, list } = useForms();
  const { phase, auditor, visitDate, proposedDates } = of.audit;
  // Not of the list below: whoever has a case more stands further down, maybe on no page that was loaded.
  const person = usePerson(auditor?.personId);
  return (
    <Section id="audit" title={say('office.assign.audit')}>
      <Facts
        of={[
          [say('office.assign.phase'), sayCode('office.audit-phase', phase)],
          [say('office.assign.auditor'), auditor && person?.name],
          [say('office.assign.visit-on'), visitDate && day(visitDate)],
          [say('office.assign.proposed'), visitDate ? '' : list(proposedDates.map(day))],
        ]}
      />
      <Anchor component={Link} to="/visits" className="way">
        {say('office.assign.visits')}
      </Anchor>
    </Section>
  );
}

interface CandidateProps {
  readonly of: QualificationView;
  readonly candidate: AuditorCandidateView;
}
function Candidate({
  of,
  candidate: { person, firm, skills, openCases, nextVisitOn, assigned, hints },
}: CandidateProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const language = useLanguage();
  const { day, list } = useForms();
  const refused = hints.some(({ blocks }) => blocks);
  const title = `candidate-${person.id}`;
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={title}>
      <Stack gap="sm">
        <Group gap="xs" justify="space-between">
          <Title order={3} id={title}>
            {person.name} · {firm.name}
          </Title>
          {assigned && <Mark stands="good">{say('office.assign.assigned')}</Mark>}
        </Group>
        <Facts
          of={[
            [
              say('office.assign.languages'),
              skills && list(skills.languages.map((one) => sayCode('office.language', one))),
            ],
            [
              say('office.assign.categories'),
              skills && list(skills.categories.map((one) => say(`office.category.${one}`))),
            ],
            [
              say('office.assign.provinces'),
              skills && list(skills.provinces.map((one) => provinceName(one, language))),
            ],
            [say('office.assign.load'), say('office.assign.cases', { count: openCases })],
            [say('office.assign.next-visit'), nextVisitOn !== null && day(String(nextVisitOn))],
          ]}
        />
        {hints.length > 0 && (
          <ul className="bare-list">
            {hints.map((hint) => (
              <li key={`${hint.code} ${hint.subject}`}>
                <Hint of={hint} />
              </li>
            ))}
          </ul>
        )}
        {!assigned &&
          (refused ? (
            <Text fw={600}>{say('office.assign.refused')}</Text>
          ) : (
            <Choose {...{ of, person, firm }} />
          ))}
      </Stack>
    </Paper>
  );
}

function Choose({
  of,
  person,
  firm,
}: { readonly of: QualificationView } & Pick<AuditorCandidateView, 'person' | 'firm'>) {
  const say = useSay();
  const type = choiceOf(of);
  if (!type) return null;
  return (
    <AskButton
      of={of}
      command={{ type, auditorId: person.id, firmId: firm.id }}
      question={type === 'reassign-auditor' ? say('office.assign.sure', { name: person.name }) : undefined}
      variant="light"
      aria-label={say(`office.assign.${type}-named`, { name: person.name })}
    >
      {say(`office.assign.${type}`)}
    </AskButton>
  );
}

/** What speaks against somebody: what the rules refuse, or what should be known. */
function Hint({ of: { blocks, words } }: { readonly of: AuditorCandidateView['hints'][number] }) {
  const Icon = blocks ? CircleX : TriangleAlert;
  return (
    <Text className="due" c={blocks ? 'red.8' : undefined}>
      <Icon aria-hidden size={18} /> {words}
    </Text>
  );
}
