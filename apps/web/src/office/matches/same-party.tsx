import type { ComplianceCheckView, QualificationView } from '#client';
import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Fold } from '../../ui/fold.js';
import { useSay, useSayCode } from '../../words/words.js';
import { usePeople } from '../people.js';

interface SamePartyProps {
  readonly of: QualificationView;
  readonly check: ComplianceCheckView['kind'];
}
/** That a list means this supplier: one officer lets the check fail, a second one confirms it. */
export function SameParty({ of, check }: SamePartyProps) {
  const by = of.checks[check]?.failureProposedBy;
  return by ? <Second of={of} check={check} by={by.personId} /> : <First of={of} check={check} />;
}

function First({ of, check }: SamePartyProps) {
  const say = useSay();
  const [note, setNote] = useState('');
  if (!allowed(of, 'resolve-check', { check })) return null;
  return (
    <Fold title={say('office.matches.same')}>
      <Stack gap="sm" className="office-form">
        <Text size="sm">{say('office.matches.same.how')}</Text>
        <Textarea
          label={say('office.matches.same.note')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <AskButton
          of={of}
          command={{ type: 'resolve-check', check, verdict: 'FAIL', note: note.trim() }}
          subject={{ check }}
          disabled={!note.trim()}
          color="red"
          variant="light"
          question={say('office.matches.same.sure')}
        >
          {say('office.matches.same.propose')}
        </AskButton>
      </Stack>
    </Fold>
  );
}

function Second({ of, check, by }: SamePartyProps & { readonly by: string }) {
  const say = useSay();
  const sayCode = useSayCode();
  const called = usePeople(by);
  const { person } = useMe();
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {say('office.matches.same.proposed', { who: called(by), check: sayCode('names.check', check) })}
      </Text>
      {by === person.id && <Text>{say('office.matches.other-officer')}</Text>}
      <AskButton
        of={of}
        command={{ type: 'confirm-check-failure', check }}
        subject={{ check }}
        color="red"
        question={say('office.matches.same.confirm.sure')}
      >
        {say('office.matches.same.confirm')}
      </AskButton>
    </Stack>
  );
}
