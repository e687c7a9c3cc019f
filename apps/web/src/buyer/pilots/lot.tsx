import type { QualificationView } from '#client';
import { localDate } from '#domain';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { DateField } from '../fields.js';
import { Plan } from './plan.js';
import { Receipt } from './receipt.js';
import type { Lot, Order } from './use-order.js';

interface LotPartProps {
  readonly of: Lot;
  readonly order: Order;
  readonly one: QualificationView;
}

/** A lot: where it stands, the plan it is judged by, and what may be done with it now. */
export function LotPart({ of, order, one }: LotPartProps) {
  const say = useSay();
  const { number, day } = useForms();
  const { lot, size, phase, reworked, plan, quantity, readyAt, inspectionOn, deliveredAt, receipt } = of;
  const about = [
    quantity !== undefined && say('buyer.lot.quantity', { quantity: number(quantity) }),
    readyAt && say('buyer.lot.ready', { day: day(readyAt) }),
    inspectionOn && say('buyer.lot.booked', { day: day(String(inspectionOn)) }),
    deliveredAt && say('buyer.lot.delivered', { day: day(deliveredAt) }),
    receipt &&
      say('buyer.lot.received', { quantity: number(receipt.quantity), day: day(String(receipt.on)) }),
  ].filter(Boolean);
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Title order={3}>
          {[say('buyer.lot', { lot, size: number(size) }), say(`buyer.lot.phase.${phase}`)].join(' · ')}
        </Title>
        {reworked && <Text size="sm">{say('buyer.lot.reworked')}</Text>}
        {about.length > 0 && <Text size="sm">{about.join(' · ')}</Text>}
        {of.first && (
          <Text size="sm">
            {say(`buyer.lot.first.${of.first.accepted ? 'accepted' : 'rejected'}`, {
              inspected: number(of.first.inspected),
              defective: of.first.defective,
            })}
          </Text>
        )}
        {plan && <Plan plan={plan} />}
        <Actions of={of} order={order} one={one} />
        <Receipt of={of} order={order} one={one} />
      </Stack>
    </Paper>
  );
}

function Actions({ of, order, one }: LotPartProps) {
  const say = useSay();
  const subject = { pilotId: order.id, lot: of.lot };
  const { lot, size, quantity } = of;
  return (
    <>
      <Book of={of} order={order} one={one} />
      <AskButton
        of={one}
        command={{ type: 'start-inspection', ...subject }}
        subject={subject}
        question={say('buyer.lot.start.sure')}
      >
        {say('buyer.lot.start')}
      </AskButton>
      {of.phase === 'awaiting-inspection' && allowed(one, 'judge-lot', subject) && (
        <Link
          to="/pilots/$caseId/$pilotId/lots/$lot"
          params={{ caseId: one.id, pilotId: order.id, lot: String(lot) }}
          className="button-link"
        >
          {say('buyer.lot.inspect')}
        </Link>
      )}
      <Group gap="sm" align="flex-start">
        <AskButton
          of={one}
          command={{ type: 'deliver-lot', ...subject, quantity: quantity ?? size }}
          subject={subject}
          variant="default"
          question={say('buyer.lot.deliver.sure', { quantity: quantity ?? size })}
        >
          {say('buyer.lot.deliver')}
        </AskButton>
        <AskButton
          of={one}
          command={{ type: 'request-rework', ...subject }}
          subject={subject}
          question={say('buyer.lot.rework.sure')}
        >
          {say('buyer.lot.rework')}
        </AskButton>
        <AskButton
          of={one}
          command={{ type: 'reject-lot', ...subject }}
          subject={subject}
          color="red"
          variant="light"
          question={say('buyer.lot.reject.sure')}
        >
          {say('buyer.lot.reject')}
        </AskButton>
      </Group>
    </>
  );
}

/** The day on which an inspector comes to the supplier's. */
function Book({ of: { lot }, order: { id: pilotId }, one }: LotPartProps) {
  const say = useSay();
  const today = localDate(new Date().toISOString());
  const [date, setDate] = useState<string>();
  const subject = { pilotId, lot };
  if (!allowed(one, 'book-inspection', subject)) return null;
  return (
    <Group align="flex-end" gap="sm">
      <DateField label={say('buyer.lot.book.date')} value={date} onChange={setDate} />
      <AskButton
        of={one}
        command={{ type: 'book-inspection', ...subject, date: date ?? today }}
        subject={subject}
        variant="default"
        disabled={!date || date < today}
      >
        {say('buyer.lot.book')}
      </AskButton>
    </Group>
  );
}
