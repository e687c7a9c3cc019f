import type { AskCommand, QualificationView } from '#client';
import { CLAIM_REASONS, localDate } from '#domain';
import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { DateField, NumberField } from '../fields.js';
import type { Lot, Order } from './use-order.js';

interface ReceiptProps {
  readonly of: Lot;
  readonly order: Order;
  readonly one: QualificationView;
}
type Claim = (typeof CLAIM_REASONS)[number];

/** What came in, as it was counted here, and what is wrong with it. */
export function Receipt({ of: { lot, quantity, size }, order: { id: pilotId }, one }: ReceiptProps) {
  const say = useSay();
  const today = localDate(new Date().toISOString());
  const [counted, setCounted] = useState<number | undefined>(quantity ?? size);
  const [date, setDate] = useState<string | undefined>(today);
  const [claim, setClaim] = useState<Claim>();
  const [units, setUnits] = useState<number>();
  const [usd, setUsd] = useState<number>();
  const subject = { pilotId, lot };
  if (!allowed(one, 'confirm-receipt', subject)) return null;
  const command: AskCommand = {
    ...{ type: 'confirm-receipt', ...subject, quantity: counted ?? 0, date: date ?? today },
    ...(claim && { claimReason: claim, claimUnits: units ?? 0, claimUsd: usd ?? 0 }),
  };
  return (
    <Fold title={say('buyer.receipt')}>
      <Stack gap="sm" align="flex-start">
        <NumberField label={say('buyer.receipt.quantity')} value={counted} onChange={setCounted} />
        <DateField label={say('buyer.receipt.date')} value={date} onChange={setDate} />
        <NativeSelect
          label={say('buyer.receipt.claim')}
          value={claim ?? ''}
          onChange={({ target }) => setClaim((target.value || undefined) as Claim | undefined)}
          data={[
            { value: '', label: say('buyer.receipt.claim.none') },
            ...CLAIM_REASONS.map((one) => ({ value: one, label: say(`buyer.claim.${one}`) })),
          ]}
        />
        {claim && (
          <>
            <NumberField label={say('buyer.receipt.units')} value={units} onChange={setUnits} />
            <NumberField label={say('buyer.receipt.usd')} value={usd} onChange={setUsd} />
          </>
        )}
        <AskButton
          of={one}
          command={command}
          subject={subject}
          disabled={counted === undefined || !Number.isInteger(counted) || !date || date > today}
          question={say('buyer.receipt.sure', { quantity: counted ?? 0 })}
        >
          {say('buyer.receipt.confirm')}
        </AskButton>
      </Stack>
    </Fold>
  );
}
