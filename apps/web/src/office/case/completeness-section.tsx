import type { CompletenessView, DocumentView, QualificationView } from '#client';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { allowed } from '../../ui/ask-button.js';
import { Mark } from '../../ui/mark.js';
import { SectionContent } from '../../ui/section-content.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { AskAbout } from './ask-about.js';
import { documentsFor } from './evidence/editions.js';
import { Evidence } from './evidence/evidence.js';
import { InOrder } from './in-order.js';
import type { Questions } from './questions.js';

export type SectionState = CompletenessView['sections'][number];

interface CompletenessSectionProps {
  readonly of: QualificationView;
  readonly section: SectionState;
  readonly content: Readonly<Record<string, unknown>>;
  /** All documents of the case. */
  readonly documents: readonly DocumentView[];
  readonly questions: Questions;
}
/** One section of an application beside what proves it, with the officer's tick. */
export function CompletenessSection({
  of,
  section,
  content,
  documents,
  questions,
}: CompletenessSectionProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment, list } = useForms();
  const { section: name, writtenAt, onBehalf, gaps, asked } = section;
  const papers = documentsFor(documents, 'section', name);
  const own = name === 'certificates' ? documents.filter((one) => isOfCertificate(one)) : [];
  const labels = (paths: readonly string[]) =>
    list(paths.map((path) => sayCode('application.label', path.slice(path.indexOf('.') + 1))));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`section-${name}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2} id={`section-${name}`}>
            {capitalised(sayCode('application.section', name))}
          </Title>
          <State of={section} />
        </Group>
        <Text size="sm" c="var(--frame-quiet)">
          {writtenAt
            ? say(onBehalf ? 'office.completeness.written-by-office' : 'office.completeness.written', {
                at: moment(writtenAt),
              })
            : say('office.completeness.empty')}
        </Text>
        {gaps.length > 0 && <Text>{say('office.completeness.gaps', { fields: labels(gaps) })}</Text>}
        {asked.length > 0 && (
          <Text>
            {say('office.completeness.asked', {
              fields: list(
                asked.map((path) => (path.includes('.') ? labels([path]) : say('office.ask.whole'))),
              ),
            })}
          </Text>
        )}
        <div className="side-by-side">
          <SectionContent content={content} />
          <Stack gap="xs">
            <Title order={3} size="h4">
              {say('office.completeness.papers')}
            </Title>
            <Evidence documents={[...papers, ...own]} all={documents} />
          </Stack>
        </div>
        <Group align="flex-start">
          <InOrder caseId={of.id} section={section} />
          {allowed(of, 'request-information') && (
            <AskAbout
              section={name}
              fields={[...new Set([...gaps.map(fieldIn), ...Object.keys(content)])]}
              questions={questions}
            />
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
const fieldIn = (path: string): string => path.slice(path.indexOf('.') + 1);
const isOfCertificate = ({ links, replacedById }: DocumentView): boolean =>
  !replacedById && links.some(({ target, endedAt }) => target === 'certificate' && !endedAt);

/** Whether somebody found it in order, and whether that still counts. */
function State({ of: { check, gaps, asked } }: { readonly of: SectionState }) {
  const say = useSay();
  const { moment } = useForms();
  if (asked.length > 0) return <Mark stands="attention">{say('office.completeness.state.asked')}</Mark>;
  if (check && !check.current)
    return <Mark stands="attention">{say('office.completeness.state.anew', { at: moment(check.at) })}</Mark>;
  if (check)
    return (
      <Mark stands="good">
        {say('office.completeness.state.in-order', { who: check.by.name, at: moment(check.at) })}
      </Mark>
    );
  if (gaps.length > 0) return <Mark stands="stop">{say('office.completeness.state.gaps')}</Mark>;
  return <Mark>{say('office.completeness.state.open')}</Mark>;
}
