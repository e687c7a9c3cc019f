import { getResponse, type QualificationView } from '#client';
import { Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { told } from '../server/told.js';
import { allowed, AskButton } from '../ui/ask-button.js';
import { Documents, useDocuments } from '../ui/documents.js';
import { Due } from '../ui/due.js';
import { ProblemText } from '../ui/problem-text.js';
import { Facts } from '../ui/facts.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { Fold } from './fold.js';

type Action = QualificationView['correctiveActions'][string];

/** What the supplier did about findings and the auditor has to look at; below it what is still open. */
export function CorrectiveActions({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const actions = Object.entries(of.correctiveActions).sort(([, one], [, other]) =>
    one.phase === other.phase ? 0 : one.phase === 'submitted' ? -1 : 1,
  );
  if (actions.length === 0) return null;
  const toVerify = actions.some(([, { phase }]) => phase === 'submitted');
  return (
    <Fold title={say('auditor.action.title')} open={toVerify}>
      <ul className="plain-list">
        {actions.map(([id, action]) => (
          <Paper key={id} withBorder p="md" component="li">
            <ActionCard of={of} id={id} action={action} />
          </Paper>
        ))}
      </ul>
    </Fold>
  );
}

interface ActionProps {
  readonly of: QualificationView;
  readonly id: string;
  readonly action: Action;
}
function ActionCard({ of, id, action }: ActionProps) {
  const say = useSay();
  const sayCode = useSayCode();
  return (
    <Stack gap="xs">
      <Title order={3}>
        {id} · {sayCode('names.severity', action.severity)}
      </Title>
      <Text>{say(`auditor.action.phase.${action.phase}`)}</Text>
      {action.phase !== 'verified' && <Due at={action.dueAt} />}
      {action.phase === 'submitted' && <Submitted of={of} id={id} action={action} />}
    </Stack>
  );
}

function Submitted({ of, id }: ActionProps) {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ['case', of.id, 'response', id],
    queryFn: () => told(getResponse({ path: { id: of.id, actionId: id } })),
  });
  const place = { caseId: of.id, target: 'corrective-action' as const, item: id };
  const documents = useDocuments(place);
  const content = (data?.items[0]?.content ?? {}) as Readonly<Record<string, string | undefined>>;
  return (
    <>
      {error && <ProblemText error={error} />}
      <Facts
        of={[
          [say('auditor.action.cause'), content['rootCause']],
          [say('auditor.action.done'), content['action']],
        ]}
      />
      <Documents of={documents.items} place={place} />
      <Judge of={of} id={id} />
    </>
  );
}

function Judge({ of, id }: Pick<ActionProps, 'of' | 'id'>) {
  const say = useSay();
  const { number } = useForms();
  const [visitDate, setVisitDate] = useState('');
  const [note, setNote] = useState('');
  const subject = { correctiveActionId: id };
  if (!allowed(of, 'verify-corrective-action', subject)) return null;
  const visited = visitDate ? ({ method: 'on-site', visitDate } as const) : {};
  const why = note.trim() ? { note: note.trim() } : {};
  return (
    <Stack gap="xs" align="flex-start">
      <TextInput
        type="date"
        label={say('auditor.action.visited')}
        description={say('auditor.action.visited-hint')}
        value={visitDate}
        onChange={({ target }) => setVisitDate(target.value)}
      />
      <Textarea
        label={say('auditor.action.note')}
        value={note}
        maxLength={4000}
        description={say('auditor.action.note-hint', { most: number(4000) })}
        onChange={({ target }) => setNote(target.value)}
      />
      <Group>
        <AskButton
          of={of}
          subject={subject}
          command={{ type: 'verify-corrective-action', ...subject, ...visited }}
        >
          {say('auditor.action.verify')}
        </AskButton>
        <AskButton
          of={of}
          subject={subject}
          variant="default"
          command={{ type: 'reject-corrective-action', ...subject, ...why }}
        >
          {say('auditor.action.reject')}
        </AskButton>
      </Group>
    </Stack>
  );
}
