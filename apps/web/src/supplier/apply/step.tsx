import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useCase } from '../../server/cases.js';
import { SavedLine } from '../../ui/saved.js';
import { useSay } from '../../words/words.js';
import { CaseName } from '../case-name.js';
import { Chemicals } from './chemicals.js';
import { Papers } from './papers.js';
import { SectionForm } from './section-form.js';
import { Send } from './send.js';
import { ConsentNote, StepPhotos } from './step-photos.js';
import { isPaper, stepAfter, stepBefore, stepOf, STEPS, type Step } from './steps.js';
import { useWritten } from './use-written.js';
import { isWritable } from './writable.js';

/** A list of what is missing leads to a field by its id. */
function useFocusOnField(): void {
  useEffect(() => {
    const field = document.getElementById(location.hash.slice(1));
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, []);
}

/** One page of the application. Everything on it saves itself, so that it may be left at any field. */
export function ApplyStep() {
  const say = useSay();
  const { id, step: stepId } = useParams({ from: '/qualifications/$id/apply/$step' });
  const one = useCase(id);
  useWritten(id);
  useFocusOnField();
  const step = stepOf(stepId);
  if (!step) return <Text>{say('shell.not-found.title')}</Text>;
  const nth = STEPS.findIndex((other) => other.id === step.id) + 1;
  return (
    <Stack key={step.id}>
      <div>
        <Text size="sm" c="var(--frame-quiet)">
          {isPaper(step.id)
            ? say('supplier.step.papers')
            : say('supplier.apply.place', { nth, count: STEPS.length, minutes: step.minutes })}
        </Text>
        <Title order={1}>{say(`supplier.step.${step.id}`)}</Title>
        <CaseName of={one} />
      </div>
      <Text>{say(`supplier.step-hint.${step.id}`)}</Text>
      <Body of={one} step={step} />
      <Steps caseId={id} step={step} />
      <SavedLine />
    </Stack>
  );
}

function Body({ of, step }: { readonly of: ReturnType<typeof useCase>; readonly step: Step }) {
  if (step.id === 'papers') return <Papers of={of} />;
  if (step.id === 'send') return <Send of={of} />;
  if (step.id === 'chemicals') return <Chemicals of={of} />;
  return (
    <>
      {step.parts.map((part) => (
        <SectionForm
          key={part.section}
          caseId={of.id}
          category={of.category}
          part={part}
          readOnly={!isWritable(of, part.section)}
        />
      ))}
      <StepPhotos of={of} step={step} />
      {step.id === 'consent' && <ConsentNote caseId={of.id} />}
    </>
  );
}

function Steps({ caseId, step }: { readonly caseId: string; readonly step: Step }) {
  const say = useSay();
  const [before, after] = [stepBefore(step.id), stepAfter(step.id)];
  const to = (id: string | undefined): string => `/qualifications/${caseId}/apply${id ? `/${id}` : ''}`;
  return (
    <Group justify="space-between" mt="md">
      <Button
        component={Link}
        to={to(before)}
        variant="default"
        leftSection={<ArrowLeft aria-hidden size={18} />}
      >
        {say('supplier.apply.back')}
      </Button>
      {after && !isPaper(step.id) && (
        <Button component={Link} to={to(after)} rightSection={<ArrowRight aria-hidden size={18} />}>
          {say('supplier.apply.next')}
        </Button>
      )}
    </Group>
  );
}
