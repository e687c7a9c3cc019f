import { localDate } from '#domain';
import { Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDevice, useQueue } from '../../offline/use-device.js';
import { SavedMark } from '../../ui/saved.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { DateField, NumberField } from '../fields.js';
import { Fold } from '../../ui/fold.js';
import { YesNo } from '../yes-no.js';
import {
  deliveryGaps,
  NEW_DELIVERY,
  recordOf,
  type DeliveryDraft,
  type DeliveryField,
} from './delivery-draft.js';

const COUNTS = ['ordered', 'delivered', 'inspected', 'defective', 'valueUsd'] as const;
const QUESTIONS = ['accepted', 'answeredInTime', 'priceKept'] as const;

/** One delivery, written down once it is whole; kept on this device until it was received. */
export function DeliveryForm({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const device = useDevice();
  const today = localDate(new Date().toISOString());
  const [draft, setDraft] = useState(NEW_DELIVERY);
  const [isTried, setTried] = useState(false);
  const [sent, setSent] = useState<string>();
  const gaps = deliveryGaps(draft, today);
  const set = (change: Partial<DeliveryDraft>) => setDraft({ ...draft, ...change });
  const wrong = (field: DeliveryField) =>
    isTried && gaps.includes(field) ? say(`buyer.record.wrong.${field}`) : undefined;
  const keep = async () => {
    const record = recordOf(draft, today);
    setTried(!record);
    if (!record) return;
    await device.queue.write(placeOf(caseId, draft.number), record, null);
    setSent(draft.number);
    setDraft(NEW_DELIVERY);
    void device.send();
  };
  return (
    <Paper withBorder p="md">
      <Fold title={say('buyer.record.new')}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <Stack gap="sm" className="narrow-fields">
            <Text size="sm">{say('buyer.record.saved-where')}</Text>
            <Fields draft={draft} set={set} wrong={wrong} />
            <Button type="submit" className="align-start">
              {say('buyer.record.keep')}
            </Button>
          </Stack>
        </form>
      </Fold>
      {sent && <Sent caseId={caseId} number={sent} />}
    </Paper>
  );
}

const placeOf = (caseId: string, number: string) => ({
  name: `delivery/${caseId}/${number}`,
  caseId,
  url: `/v1/qualifications/${caseId}/deliveries/${number}`,
  method: 'PUT' as const,
});

/** Where the last one is; the list below has it once it was received. */
function Sent({ caseId, number }: { readonly caseId: string; readonly number: string }) {
  const say = useSay();
  const { named } = useForms();
  const queries = useQueryClient();
  const { entries, receipts } = useQueue();
  const { name } = placeOf(caseId, number);
  const entry = entries.findLast(({ place }) => place === name);
  const receipt = receipts.findLast(({ place }) => place === name);
  useEffect(() => {
    if (receipt) void queries.invalidateQueries({ queryKey: ['case', caseId] });
  }, [queries, caseId, receipt?.id]);
  const saved = entry
    ? { state: entry.state, at: entry.at, entry }
    : receipt
      ? ({ state: 'received', at: receipt.at } as const)
      : ({ state: 'none' } as const);
  return (
    <Text size="sm">
      {named(say('buyer.record.number', { number }), '')}
      <SavedMark saved={saved} />
      {entry?.state === 'needs-you' && ` ${say('buyer.record.not-taken')}`}
    </Text>
  );
}

interface FieldsProps {
  readonly draft: DeliveryDraft;
  readonly set: (change: Partial<DeliveryDraft>) => void;
  readonly wrong: (field: DeliveryField) => string | undefined;
}
function Fields({ draft, set, wrong }: FieldsProps) {
  const say = useSay();
  const label = (field: string): string => say(`buyer.record.field.${field}`);
  return (
    <>
      <TextInput
        label={label('number')}
        value={draft.number}
        error={wrong('number')}
        onChange={({ target }) => set({ number: target.value.trim() })}
      />
      {(['dueOn', 'deliveredOn'] as const).map((field) => (
        <DateField
          key={field}
          label={label(field)}
          value={draft[field]}
          error={wrong(field)}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
      {COUNTS.map((field) => (
        <NumberField
          key={field}
          label={label(field)}
          value={draft[field]}
          error={wrong(field)}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
      {QUESTIONS.map((field) => (
        <YesNo
          key={field}
          label={label(field)}
          value={draft[field]}
          error={wrong(field)}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
    </>
  );
}
