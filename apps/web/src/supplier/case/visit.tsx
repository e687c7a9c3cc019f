import type { QualificationView } from '#client';
import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useAsk } from '../../server/ask.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';

/** Dates for the visit to answer; or the date that stands. */
export function Visit({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day } = useForms();
  const { phase, visitDate } = of.audit;
  if (phase === 'visit-proposed' && allowed(of, 'accept-visit')) return <Choose of={of} />;
  if (!visitDate || phase === 'submitted') return null;
  return (
    <Section id="visit" title={say('supplier.visit.title')}>
      <Text className="due" fw={600}>
        <CalendarCheck aria-hidden size={20} /> {day(visitDate)}
      </Text>
      <Text>{say('supplier.visit.prepare')}</Text>
      <AskButton
        of={of}
        command={{ type: 'refuse-visit' }}
        question={say('supplier.visit.refuse-question')}
        variant="default"
      >
        {say('supplier.visit.cannot')}
      </AskButton>
    </Section>
  );
}

function Choose({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day } = useForms();
  const [date, setDate] = useState<string>();
  const ask = useAsk(of.id);
  return (
    <Section id="visit" title={say('supplier.visit.choose')}>
      <Radio.Group label={say('supplier.visit.which')} value={date ?? null} onChange={setDate}>
        <Stack gap={0}>
          {of.audit.proposedDates.map((one) => (
            <Radio key={one} value={one} label={day(one)} className="big-tick" />
          ))}
        </Stack>
      </Radio.Group>
      <Group align="flex-start">
        <Button
          disabled={!date}
          loading={ask.isPending}
          onClick={() => date && ask.mutate({ type: 'accept-visit', date })}
        >
          {say('supplier.visit.accept')}
        </Button>
        <AskButton
          of={of}
          command={{ type: 'refuse-visit' }}
          question={say('supplier.visit.refuse-question')}
          variant="default"
        >
          {say('supplier.visit.none')}
        </AskButton>
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </Section>
  );
}
