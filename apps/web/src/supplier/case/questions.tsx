import type { QualificationView } from '#client';
import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { AskButton } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useMoreWords } from '../../words/more-words.js';
import { useSay, useSayCode, useSayIfAny } from '../../words/words.js';
import { isFormSection, type FormSection } from '../apply/forms.js';
import { SectionForm } from '../apply/section-form.js';
import { StepPhotos } from '../apply/step-photos.js';
import { stepFor, stepOf } from '../apply/steps.js';
import { useWritten } from '../apply/use-written.js';
import { Section } from '../../ui/section.js';
import { askedSections } from './asked.js';
import { Note, useNotes } from './notes.js';

/** Questions of the office, answered in place, and sent when all are. */
export function Questions({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { list } = useForms();
  const [note] = useNotes(of.id, 'request-information');
  if (of.substate !== 'information-requested') return null;
  const others = of.informationItems.filter((item) => !isFormSection(item.split('.')[0] ?? ''));
  return (
    <Section id="questions" title={say('supplier.questions.title', { count: of.informationItems.length })}>
      <Text>{say('supplier.questions.hint')}</Text>
      {note && <Note of={note} />}
      {askedSections(of.informationItems).map(([section, only]) => (
        <Asked key={section} of={of} section={section} only={only} />
      ))}
      {others.length > 0 && <Text>{say('supplier.questions.others', { items: list(others) })}</Text>}
      <SendAnswers of={of} />
    </Section>
  );
}

interface AskedProps {
  readonly of: QualificationView;
  readonly section: FormSection;
  readonly only: readonly string[] | undefined;
}
function Asked({ of, section, only }: AskedProps) {
  const say = useSay();
  const stepId = stepFor(only?.[0] ? `${section}.${only[0]}` : section);
  const step = stepOf(stepId);
  return (
    <Stack gap="sm" className="asked">
      <Anchor component={Link} to={`/qualifications/${of.id}/apply/${stepId}`} fw={600}>
        {say(`supplier.step.${stepId}`)}
      </Anchor>
      <Words of={of} section={section} />
      <SectionForm caseId={of.id} category={of.category} part={{ section, ...(only && { only }) }} />
      {step?.parts[0]?.section === section && <StepPhotos of={of} step={step} />}
    </Stack>
  );
}

/** What is asked about a section, in words: of all of it, or of one of its fields. */
function Words({ of, section }: Pick<AskedProps, 'of' | 'section'>) {
  const say = useSay();
  const sayIfAny = useSayIfAny();
  const sayCode = useSayCode();
  useMoreWords('case');
  const asked = Object.entries(of.informationQuestions).filter(([item]) => item.split('.')[0] === section);
  if (asked.length === 0) return null;
  return (
    <List>
      {asked.map(([item, question]) => {
        const words = sayCode('questions', question);
        const about = sayIfAny(`supplier.field.${item.replace('longitude', 'latitude')}`);
        return (
          <List.Item key={item}>
            {about ? say('supplier.questions.about', { field: about, question: words }) : words}
          </List.Item>
        );
      })}
    </List>
  );
}

function SendAnswers({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { unsent } = useWritten(of.id);
  if (unsent.length > 0)
    return <Text role="status">{say('supplier.send.unsent', { count: unsent.length })}</Text>;
  return (
    <AskButton of={of} command={{ type: 'resubmit-application' }}>
      {say('supplier.send.resubmit')}
    </AskButton>
  );
}
