import { getPilotTerms, type QualificationView } from '#client';
import { AQL_DEFAULTS, localDate, lotPlan } from '#domain';
import { Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCase } from '../../server/cases.js';
import { useMe } from '../../server/me.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Empty } from '../../ui/empty.js';
import { Conflict, SavedMark } from '../../ui/saved.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { isReceived, useOwnFact } from '../own-fact.js';
import { Section } from '../section.js';
import { Plan } from './plan.js';
import { Suggestion } from './suggestion.js';
import { isLotSize, termsGaps, type TermsDraft } from './terms-draft.js';
import { TermsFields } from './terms-fields.js';
import { nextInspection } from './usual-plan.js';
import '../buyer.css';

/** The terms of a pilot order, with the plan that its lots are judged by; placing it freezes them. */
export function PlacePilot() {
  const say = useSay();
  const { id } = useParams({ from: '/qualifications/$id/pilot-order' });
  const one = useCase(id);
  return (
    <Stack>
      <Title order={1}>{say('buyer.terms.title', { supplier: one.supplier.name })}</Title>
      <Link to="/qualifications/$id" params={{ id }} className="text-link">
        {say('buyer.pilot.to-case', { number: one.caseNumber })}
      </Link>
      {allowed(one, 'place-pilot') ? <TermsForm one={one} /> : <Empty text={say('buyer.terms.not-now')} />}
    </Stack>
  );
}

function TermsForm({ one }: { readonly one: QualificationView }) {
  const say = useSay();
  const { list } = useForms();
  const navigate = useNavigate();
  const [pilotId] = useState(() => crypto.randomUUID());
  const place = {
    name: `pilot-terms/${one.id}`,
    caseId: one.id,
    url: `/v1/qualifications/${one.id}/pilot-orders/terms`,
    method: 'PUT',
  } as const;
  const own = useOwnFact<TermsDraft>(place, () => getPilotTerms({ path: { id: one.id } }));
  const today = localDate(new Date().toISOString());
  const draft = own.value;
  const gaps = termsGaps(draft, today);
  const set = (change: TermsDraft) => {
    const next = { ...draft, ...change };
    own.change(next, termsGaps(next, today).length > 0);
  };
  if (!own.ready) return null;
  return (
    <>
      <Suggestion caseId={one.id} onTake={set} />
      <Section title={say('buyer.pilot.terms')}>
        <Text size="sm">{say('buyer.terms.saved-where')}</Text>
        <TermsFields
          draft={draft}
          set={set}
          gaps={own.saved.state === 'none' && !draft.lots ? [] : gaps}
          usual={AQL_DEFAULTS[one.category]}
        />
        <SavedMark saved={own.saved} />
        <Conflict saved={own.saved} mine={draft} show={(terms) => <Short of={terms} />} />
      </Section>
      <Plans draft={draft} one={one} />
      {gaps.length > 0 && (
        <Text role="status">
          {say('buyer.terms.missing', { fields: list(gaps.map((gap) => say(`buyer.terms.${gap}`))) })}
        </Text>
      )}
      <AskButton
        of={one}
        command={{ type: 'place-pilot', pilotId }}
        disabled={gaps.length > 0 || !isReceived(own)}
        question={say('buyer.terms.place.sure')}
        said={gaps.length > 0 ? ['pilot-terms-missing'] : []}
        onDone={() => void navigate({ to: '/pilots/$caseId/$pilotId', params: { caseId: one.id, pilotId } })}
      >
        {say('buyer.terms.place')}
      </AskButton>
    </>
  );
}

/** Terms in one line, to tell two versions apart. */
function Short({ of: { lots = [], valueUsd, deliveryBy } }: { readonly of: TermsDraft }) {
  const { money, number, day } = useForms();
  const sizes = lots.map(({ size }) => (size === undefined ? '?' : number(size))).join(' + ');
  return (
    <Text>
      {[sizes, valueUsd && money(valueUsd), deliveryBy && day(deliveryBy)].filter(Boolean).join(' · ')}
    </Text>
  );
}

interface PlansProps {
  readonly draft: TermsDraft;
  readonly one: QualificationView;
}
/** The plan of each lot, as it would be frozen now. */
function Plans({ draft: { lots = [], aql }, one }: PlansProps) {
  const say = useSay();
  const { number } = useForms();
  const { organisation } = useMe();
  const inspection = nextInspection(one, organisation.id);
  const sized = lots.flatMap(({ lot, size }) => (isLotSize(size) ? [{ lot, size }] : []));
  if (sized.length === 0) return null;
  return (
    <Section title={say('buyer.terms.plan')}>
      <Text size="sm">{say('buyer.terms.plan.how')}</Text>
      {sized.map(({ lot, size }) => (
        <Stack key={lot} gap={4}>
          <Title order={3}>{say('buyer.lot', { lot, size: number(size) })}</Title>
          <Plan plan={lotPlan(one.category, size, inspection, aql)} />
        </Stack>
      ))}
    </Section>
  );
}
