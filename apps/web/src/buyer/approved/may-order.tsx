import { askApproval, type ApprovedSupplierView, type OrderAnswerView } from '#client';
import { Button, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { latinDigits } from '../../words/digits.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { DateField, NumberField } from '../fields.js';
import { Fold } from '../../ui/fold.js';
import { MARKETS, useNames } from '../names.js';
import { questionOf, type QuestionDraft } from './order-question.js';

interface MayOrderProps {
  readonly suppliers: readonly ApprovedSupplierView[];
}

/** May we order these goods from this firm, on this day, and how much? Nothing is ordered by asking. */
export function MayOrder({ suppliers }: MayOrderProps) {
  const say = useSay();
  const [draft, setDraft] = useState<QuestionDraft>({});
  const ask = useMutation<OrderAnswerView, Problem, NonNullable<ReturnType<typeof questionOf>>>({
    mutationFn: (query) => told(askApproval({ query })),
  });
  const set = (change: QuestionDraft) => {
    // An answer is to the question that was asked.
    ask.reset();
    setDraft({ ...draft, ...change });
  };
  const question = questionOf(draft, suppliers);
  return (
    <Paper withBorder p="md">
      <Fold title={say('buyer.may-order')} isOpenOnDesk>
        <Text size="sm">{say('buyer.may-order.how')}</Text>
        <form
          className="question"
          onSubmit={(event) => {
            event.preventDefault();
            if (question) ask.mutate(question);
          }}
        >
          <Fields draft={draft} set={set} suppliers={suppliers} />
          <Button type="submit" loading={ask.isPending} disabled={!question}>
            {say('buyer.may-order.ask')}
          </Button>
        </form>
        {ask.error && <ProblemText error={ask.error} />}
        {ask.data && <Answer of={ask.data} />}
      </Fold>
    </Paper>
  );
}

interface FieldsProps extends MayOrderProps {
  readonly draft: QuestionDraft;
  readonly set: (change: QuestionDraft) => void;
}
function Fields({ draft, set, suppliers }: FieldsProps) {
  const say = useSay();
  const { category, market } = useNames();
  const choose = { value: '', label: say('buyer.choose') };
  const any = { value: '', label: say('buyer.may-order.any') };
  return (
    <>
      <NativeSelect
        label={say('buyer.may-order.supplier')}
        value={draft.of ?? ''}
        onChange={({ target }) => set({ of: target.value || undefined })}
        data={[
          choose,
          ...suppliers.map((one) => ({
            value: one.qualificationId,
            label: `${one.supplier.name} · ${category(one.category)}`,
          })),
        ]}
      />
      <TextInput
        label={say('buyer.may-order.hs')}
        value={draft.hsLine ?? ''}
        onChange={({ target }) => set({ hsLine: latinDigits(target.value).trim() || undefined })}
      />
      <NativeSelect
        label={say('buyer.may-order.market')}
        value={draft.endMarket ?? ''}
        onChange={({ target }) => set({ endMarket: target.value || undefined })}
        data={[any, ...MARKETS.map((code) => ({ value: code, label: market(code) }))]}
      />
      <NumberField
        label={say('buyer.may-order.usd')}
        value={draft.amountUsd}
        onChange={(amountUsd) => set({ amountUsd })}
      />
      <NumberField
        label={say('buyer.may-order.units')}
        value={draft.units}
        onChange={(units) => set({ units })}
      />
      <DateField label={say('buyer.may-order.on')} value={draft.on} onChange={(on) => set({ on })} />
    </>
  );
}

function Answer({ of: { mayOrder, reasons, upTo, approvals } }: { readonly of: OrderAnswerView }) {
  const say = useSay();
  const { money, number } = useForms();
  const Icon = mayOrder ? CircleCheck : CircleX;
  const conditions = approvals.flatMap(({ scope, mayOrder: may }) => (may ? (scope?.conditions ?? []) : []));
  return (
    <Paper withBorder p="sm" role="status">
      <Stack gap={4}>
        <Text className="due" fw={600}>
          <Icon aria-hidden size={20} /> {say(mayOrder ? 'buyer.may-order.yes' : 'buyer.may-order.no')}
        </Text>
        {reasons.map((reason) => (
          <Text key={reason}>{say(`buyer.order-reason.${reason}`)}</Text>
        ))}
        <Text size="sm">
          {say('buyer.may-order.up-to', { usd: money(upTo.usd), units: number(upTo.units) })}
        </Text>
        {conditions.length > 0 && (
          <Text size="sm">{say('buyer.may-order.conditions', { conditions: conditions.join('; ') })}</Text>
        )}
      </Stack>
    </Paper>
  );
}
