import type { AskCommand, QualificationView } from '#client';
import { DECLINE_REASONS } from '#domain';
import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';

type Reason = (typeof DECLINE_REASONS)[number];

/** No to an approval, with a reason that the supplier is told, and a note that stays with the buyer. */
export function Decline({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  if (!allowed(of, 'decline-approval')) return null;
  const text = note.trim();
  const command: AskCommand = {
    type: 'decline-approval',
    reason: reason ?? 'other',
    ...(text && { note: text }),
  };
  return (
    <Fold title={say('buyer.decision.decline')}>
      <Stack gap="sm">
        <NativeSelect
          label={say('buyer.decline.reason')}
          description={say('buyer.decline.reason.hint')}
          value={reason ?? ''}
          onChange={({ target }) => setReason((target.value || undefined) as Reason | undefined)}
          data={[
            { value: '', label: say('buyer.choose') },
            ...DECLINE_REASONS.map((one) => ({ value: one, label: say(`buyer.decline.${one}`) })),
          ]}
        />
        <Textarea
          label={say('buyer.decline.note')}
          value={note}
          maxLength={4000}
          onChange={({ target }) => setNote(target.value)}
        />
        <AskButton
          of={of}
          command={command}
          color="red"
          variant="light"
          disabled={!reason}
          question={say('buyer.decision.decline.sure')}
        >
          {say('buyer.decision.decline')}
        </AskButton>
      </Stack>
    </Fold>
  );
}
