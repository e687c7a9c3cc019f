import type { PilotOrderList, QualificationView } from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { pilotOrdersQuery } from '../../server/case-parts.js';
import { AskButton } from '../../ui/ask-button.js';
import { Due } from '../../ui/due.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useBuyerName } from './buyers.js';
import { Lot } from './lot.js';
import { OrderTerms } from './order-terms.js';
import { Samples } from './samples.js';

export type Pilot = PilotOrderList['items'][number];
const OPEN = ['placed', 'running', 'inspection'];

/** Orders on trial: what was ordered, until when, what the inspector will count, and what came of it. */
export function Pilots({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const there = Object.keys(of.pilots).length > 0;
  const { data, error } = useQuery({ ...pilotOrdersQuery(of.id), enabled: there });
  if (!there) return null;
  const sorted = (data ?? []).toSorted((one, other) =>
    (one.placedAt ?? '') < (other.placedAt ?? '') ? 1 : -1,
  );
  return (
    <Section id="pilots" title={say('supplier.pilots.title')}>
      {error && <ProblemText error={error} />}
      {!data && !error && <Loading />}
      {sorted.map((pilot) => (
        <Order key={pilot.id} of={of} pilot={pilot} />
      ))}
    </Section>
  );
}

interface OrderProps {
  readonly of: QualificationView;
  readonly pilot: Pilot;
}
function Order({ of, pilot }: OrderProps) {
  const say = useSay();
  const buyer = useBuyerName()(pilot.buyerId);
  const { id: pilotId, phase } = pilot;
  return (
    <Stack gap="sm" component="article" aria-labelledby={`pilot-${pilotId}`}>
      <Title order={3} id={`pilot-${pilotId}`}>
        {say('supplier.pilot.by', { buyer })}
      </Title>
      <Text fw={600}>{say(`supplier.pilot-phase.${phase}`)}</Text>
      {OPEN.includes(phase) && <Due at={pilot.dueAt} />}
      <OrderTerms pilot={pilot} />
      {phase === 'placed' && <Text>{say('supplier.pilot.before-confirm')}</Text>}
      <AskButton of={of} command={{ type: 'confirm-pilot', pilotId }} subject={{ pilotId }}>
        {say('supplier.pilot.confirm')}
      </AskButton>
      <Samples of={of} pilot={pilot} />
      <AskButton
        of={of}
        command={{ type: 'start-production', pilotId }}
        subject={{ pilotId }}
        variant="default"
      >
        {say('supplier.pilot.start')}
      </AskButton>
      {pilot.lots.map((lot) => (
        <Lot key={lot.lot} of={of} pilot={pilot} lot={lot} />
      ))}
      {pilot.cancelled && <Text>{say(`supplier.cancel-reason.${pilot.cancelled.reason}`)}</Text>}
    </Stack>
  );
}
