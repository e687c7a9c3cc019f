import { listConsents, type ConsentView, type QualificationView } from '#client';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCase } from '../../server/cases.js';
import { told } from '../../server/told.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useBuyerName } from '../case/buyers.js';
import { buyersQuery } from '../../server/case-parts.js';
import { Section } from '../../ui/section.js';
import { GiveConsent } from './give-consent.js';

const consentsQuery = (id: string) => ({
  queryKey: ['case', id, 'consents'],
  queryFn: async () => (await told(listConsents({ path: { id } }))).items,
});

/** Buyers that may read a case, what of it and until when; taken back in two taps. */
export function Consents({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const one = useCase(caseId);
  const { data: consents } = useSuspenseQuery(consentsQuery(caseId));
  const { data: buyers = [] } = useQuery(buyersQuery);
  const [giving, setGiving] = useState(false);
  const inForce = consents.filter((consent) => consent.inForce);
  const others = buyers.filter(({ id }) => !inForce.some(({ buyerId }) => buyerId === id));
  return (
    <Section id="consents" title={say('supplier.consents.title')}>
      {inForce.length === 0 && <Text>{say('supplier.consents.none')}</Text>}
      <ul className="plain-list">
        {inForce.map((consent) => (
          <li key={consent.buyerId}>
            <Consent of={one} consent={consent} />
          </li>
        ))}
      </ul>
      {allowed(one, 'grant-consent') && others.length > 0 && !giving && (
        <Group>
          <Button onClick={() => setGiving(true)}>{say('supplier.consents.give')}</Button>
        </Group>
      )}
      {giving && <GiveConsent of={one} buyers={others} onDone={() => setGiving(false)} />}
    </Section>
  );
}

interface ConsentProps {
  readonly of: QualificationView;
  readonly consent: ConsentView;
}
function Consent({ of, consent: { buyerId, sections, validUntil, givenAt } }: ConsentProps) {
  const say = useSay();
  const { day, list } = useForms();
  const name = useBuyerName()(buyerId);
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Title order={3}>{name}</Title>
        <Text>{say('supplier.consents.until', { day: day(validUntil) })}</Text>
        <Text size="sm">
          {say('supplier.consents.sees', {
            sections: list(sections.map((section) => say(`supplier.consent-section.${section}`))),
          })}
        </Text>
        <Text size="sm" c="var(--frame-quiet)">
          {say('supplier.consents.given', { day: day(givenAt) })}
        </Text>
        <AskButton
          of={of}
          command={{ type: 'withdraw-consent', buyerId }}
          subject={{ buyerId }}
          question={say('supplier.consents.withdraw-question', { name })}
          variant="light"
          color="red"
        >
          {say('supplier.consents.withdraw')}
        </AskButton>
        {!allowed(of, 'withdraw-consent', { buyerId }) && (
          <Text size="sm">{say('supplier.consents.in-use')}</Text>
        )}
      </Stack>
    </Paper>
  );
}
