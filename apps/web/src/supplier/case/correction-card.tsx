import type { CorrectiveActionList, QualificationView } from '#client';
import { remedyOf } from '#domain';
import { Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { CircleAlert, CircleCheck, Hourglass, Wrench } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Due } from '../../ui/due.js';
import { Loading } from '../../ui/loading.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useItemWords } from '../../ui/item-words.js';
import { Note, useNotes } from './notes.js';
import { ResponseForm } from './response-form.js';

export type Action = CorrectiveActionList['items'][number];
const ICONS = { open: Wrench, rejected: CircleAlert, submitted: Hourglass, verified: CircleCheck } as const;
const COLOURS: Readonly<Record<string, string>> = { critical: 'red', major: 'orange', minor: 'gray' };

interface CorrectionCardProps {
  readonly of: QualificationView;
  readonly action: Action;
}
/** One finding to put right: what is wrong, how it is done, what proves it, and the answer to it. */
export function CorrectionCard({ of, action }: CorrectionCardProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { id, phase, severity, dueAt } = action;
  const { question } = useItemWords(of.id)(id);
  const [isOpen, setOpen] = useState(false);
  const toDo = phase === 'open' || phase === 'rejected';
  const Icon = ICONS[phase];
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`action-${id}`}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge tt="none" variant="light" size="lg" color={COLOURS[severity]}>
            {capitalised(sayCode('names.severity', severity))}
          </Badge>
          <Text size="sm" className="due">
            <Icon aria-hidden size={18} /> {say(`supplier.correction-phase.${phase}`)}
          </Text>
        </Group>
        <Title order={3} id={`action-${id}`}>
          {question}
        </Title>
        {toDo && <Due at={dueAt} />}
        {phase === 'rejected' && <Rejected caseId={of.id} actionId={id} />}
        {toDo && <HowTo of={of} action={action} />}
        {toDo && (
          <Group>
            <Button
              variant={isOpen ? 'default' : 'filled'}
              aria-expanded={isOpen}
              aria-label={`${say(isOpen ? 'supplier.correction.close' : 'supplier.correction.answer')}: ${question}`}
              onClick={() => setOpen(!isOpen)}
            >
              {say(isOpen ? 'supplier.correction.close' : 'supplier.correction.answer')}
            </Button>
          </Group>
        )}
        {isOpen && (
          <Suspense fallback={<Loading />}>
            <ResponseForm of={of} actionId={id} />
          </Suspense>
        )}
      </Stack>
    </Paper>
  );
}

/** Why the last answer was not enough, as the auditor says. */
function Rejected({ caseId, actionId }: { readonly caseId: string; readonly actionId: string }) {
  const say = useSay();
  const [note] = useNotes(caseId, 'reject-corrective-action').filter(
    ({ params }) => params['correctiveActionId'] === actionId,
  );
  return (
    <>
      <Text size="sm">{say('supplier.correction.once-more')}</Text>
      {note && <Note of={note} />}
    </>
  );
}

/** What is expected, examples of what proves it, what it takes and who can help. */
function HowTo({ of, action: { id, severity } }: CorrectionCardProps) {
  const say = useSay();
  const { number } = useForms();
  const { guidance, evidence } = useItemWords(of.id)(id);
  const { days, money, help } = remedyOf({ id, severity });
  return (
    <details>
      <summary className="summary">{say('supplier.correction.how')}</summary>
      <Stack gap="xs">
        {guidance && <Text>{guidance}</Text>}
        {evidence.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {say('supplier.correction.proof')}
            </Text>
            <List size="sm">
              {evidence.map((one) => (
                <List.Item key={one}>{one}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Text size="sm">
          {say('supplier.correction.effort', { days: number(days), cost: say(`supplier.money.${money}`) })}
        </Text>
        {help && (
          <Text size="sm">{say('supplier.correction.help', { who: say(`supplier.help.${help}`) })}</Text>
        )}
      </Stack>
    </details>
  );
}
