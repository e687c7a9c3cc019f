import { CANCEL_REASONS } from '#domain';
import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCase } from '../../server/cases.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Due } from '../../ui/due.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { Fact, Facts } from '../facts.js';
import { Section } from '../section.js';
import { Figures } from './figures.js';
import { LotPart } from './lot.js';
import { Production } from './production.js';
import { useOrder, type Order } from './use-order.js';
import '../buyer.css';

/** One pilot order: what was agreed, where each lot stands, and what this person may do next. */
export function PilotOrder() {
  const say = useSay();
  const { named } = useForms();
  const { caseId, pilotId } = useParams({ from: '/pilots/$caseId/$pilotId' });
  const one = useCase(caseId);
  const order = useOrder(caseId, pilotId);
  const { phase, result, figures, lots, dueAt, inspectionReason } = order;
  const isOpen = ['placed', 'running', 'inspection'].includes(phase);
  return (
    <Stack>
      <Title order={1}>{say('buyer.pilot.title', { supplier: one.supplier.name })}</Title>
      <Link to="/qualifications/$id" params={{ id: caseId }} className="text-link">
        {say('buyer.pilot.to-case', { number: one.caseNumber })}
      </Link>
      <Text fw={600}>
        {[say(`buyer.pilot.phase.${phase}`), result && say(`buyer.pilot.result.${result}`)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {isOpen && (
        <Text>
          {named(say('buyer.pilot.delivery'), '')}
          <Due at={dueAt} />
        </Text>
      )}
      {order.cancelled && (
        <Text>{say('buyer.pilot.cancelled', { reason: say(`buyer.cancel.${order.cancelled.reason}`) })}</Text>
      )}
      {inspectionReason && <Text>{say(`buyer.inspection.reason.${inspectionReason}`)}</Text>}
      <Section title={say('buyer.pilot.lots')}>
        {lots.map((lot) => (
          <LotPart key={lot.lot} of={lot} order={order} one={one} />
        ))}
      </Section>
      <Production of={order} one={one} />
      <Terms of={order} />
      {figures && figures.lots > 0 && (
        <Section title={say('buyer.pilot.figures')}>
          <Figures of={figures} />
        </Section>
      )}
      <Cancel of={order} one={one} />
    </Stack>
  );
}

function Terms({ of }: { readonly of: Order }) {
  const say = useSay();
  const { money, day, list } = useForms();
  const { terms } = of;
  if (!terms) return null;
  return (
    <Section title={say('buyer.pilot.terms')}>
      <Facts>
        <Fact name={say('buyer.terms.valueUsd')}>{money(terms.valueUsd)}</Fact>
        <Fact name={say('buyer.terms.unitPrice')}>
          {terms.unitPrice !== undefined && money(terms.unitPrice, terms.currency)}
        </Fact>
        <Fact name={say('buyer.terms.deliveryBy')}>{day(String(terms.deliveryBy))}</Fact>
        <Fact name={say('buyer.terms.earlyDays')}>
          {terms.earlyDays !== undefined && say('buyer.days', { days: terms.earlyDays })}
        </Fact>
        <Fact name={say('buyer.terms.incoterm')}>{say(`buyer.incoterm.${terms.incoterm}`)}</Fact>
        <Fact name={say('buyer.terms.tolerancePercent')}>
          {say('buyer.percent', { value: String(terms.tolerancePercent) })}
        </Fact>
        <Fact name={say('buyer.terms.paymentDays')}>{say('buyer.days', { days: terms.paymentDays })}</Fact>
        <Fact name={say('buyer.terms.specVersion')}>{terms.specVersion}</Fact>
        <Fact name={say('buyer.terms.samples')}>
          {list(terms.samples.map((kind) => say(`buyer.sample.${kind}`)))}
        </Fact>
      </Facts>
    </Section>
  );
}

interface CancelProps {
  readonly of: Order;
  readonly one: ReturnType<typeof useCase>;
}
/** A buyer may cancel without blame; the supplier is told why. */
function Cancel({ of: { id: pilotId }, one }: CancelProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const [reason, setReason] = useState<(typeof CANCEL_REASONS)[number]>();
  if (!allowed(one, 'cancel-pilot', { pilotId })) return null;
  return (
    <Fold title={say('buyer.pilot.cancel')}>
      <Stack gap="sm" align="flex-start">
        <NativeSelect
          label={say('buyer.pilot.cancel.reason')}
          value={reason ?? ''}
          onChange={({ target }) => setReason((target.value || undefined) as typeof reason)}
          data={[
            { value: '', label: say('buyer.choose') },
            ...CANCEL_REASONS.map((one) => ({ value: one, label: sayCode('buyer.cancel', one) })),
          ]}
        />
        <AskButton
          of={one}
          command={{ type: 'cancel-pilot', pilotId, reason: reason ?? 'other' }}
          subject={{ pilotId }}
          color="red"
          variant="light"
          disabled={!reason}
          question={say('buyer.pilot.cancel.sure')}
        >
          {say('buyer.pilot.cancel')}
        </AskButton>
      </Stack>
    </Fold>
  );
}
