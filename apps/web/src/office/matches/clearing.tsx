import type { ComplianceCheckView, QualificationView } from '#client';
import { CLEARING_REASONS } from '#domain';
import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useSay } from '../../words/words.js';
import { usePeople } from '../people.js';
import type { Hit } from './hit-names.js';

interface ClearingProps {
  readonly of: QualificationView;
  readonly check: ComplianceCheckView['kind'];
  readonly hit: Hit;
}

/** Whether the entry means somebody else: said by one officer, and by a second one where the name is much alike. */
export function Clearing(props: ClearingProps) {
  const say = useSay();
  const { of, check, hit } = props;
  const may = allowed(of, 'clear-hit', { check, hit: hit.id });
  if (hit.status === 'clearing-proposed') return <SecondWord {...props} />;
  return may ? <FirstWord {...props} /> : <Text>{say('office.matches.only-officers')}</Text>;
}

function FirstWord({ of, check, hit }: ClearingProps) {
  const say = useSay();
  const [reason, setReason] = useState<(typeof CLEARING_REASONS)[number]>();
  const [note, setNote] = useState('');
  const command = reason && ({ type: 'clear-hit', check, hit: hit.id, reason, note: note.trim() } as const);
  return (
    <Stack gap="sm" className="office-form">
      <NativeSelect
        label={say('office.matches.reason')}
        value={reason ?? ''}
        onChange={({ target }) => setReason(CLEARING_REASONS.find((one) => one === target.value))}
        data={[
          { value: '', label: say('office.choose') },
          ...CLEARING_REASONS.map((value) => ({ value, label: say(`office.matches.clear.${value}`) })),
        ]}
      />
      <Textarea
        label={say('office.matches.note')}
        description={say('office.matches.note.hint')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <AskButton
        of={of}
        command={command ?? { type: 'clear-hit', check, hit: hit.id, reason: 'other-person', note }}
        subject={{ check, hit: hit.id }}
        className="office-long-button"
        disabled={!command || !note.trim()}
      >
        {say(hit.officers > 1 ? 'office.matches.propose-clear' : 'office.matches.clear')}
      </AskButton>
      {hit.officers > 1 && (
        <Text size="sm" className="office-quiet">
          {say('office.matches.two')}
        </Text>
      )}
    </Stack>
  );
}

function SecondWord({ of, check, hit }: ClearingProps) {
  const say = useSay();
  const { person } = useMe();
  const by = hit.proposedBy?.personId ?? '';
  const called = usePeople(by);
  return (
    <Stack gap="xs">
      <Text>
        {say('office.matches.proposed', { who: called(by) })}{' '}
        {hit.reason && say(`office.matches.clear.${hit.reason}`)}
      </Text>
      {by === person.id ? (
        <Text>{say('office.matches.other-officer')}</Text>
      ) : allowed(of, 'confirm-clearing', { check, hit: hit.id }) ? (
        <AskButton
          of={of}
          command={{ type: 'confirm-clearing', check, hit: hit.id }}
          subject={{ check, hit: hit.id }}
          question={say('office.matches.confirm.sure')}
        >
          {say('office.matches.confirm')}
        </AskButton>
      ) : (
        <Text>{say('office.matches.only-officers')}</Text>
      )}
    </Stack>
  );
}
