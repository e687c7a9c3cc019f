import { getResponse, type QualificationView } from '#client';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { documentsQuery } from '../../server/case-parts.js';
import { told } from '../../server/told.js';
import { Due } from '../../ui/due.js';
import { Facts } from '../../ui/facts.js';
import { useItemWords } from '../../ui/item-words.js';
import { Mark } from '../../ui/mark.js';
import { ProblemText } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';
import { documentsFor } from './evidence/editions.js';
import { Evidence } from './evidence/evidence.js';

type Action = QualificationView['correctiveActions'][string];
const ORDER = ['submitted', 'open', 'rejected', 'verified'];
const STANDS = { critical: 'stop', major: 'attention', minor: 'open' } as const;
const COMMANDS = [
  'verify-corrective-action',
  'accept-corrective-action-partly',
  'reject-corrective-action',
  'set-verification',
] as const;

/** What has to be put right, what waits to be verified first, with what the supplier handed in. */
export function Corrections({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const actions = Object.entries(of.correctiveActions).sort(
    ([, one], [, other]) =>
      ORDER.indexOf(one.phase) - ORDER.indexOf(other.phase) || (one.dueAt < other.dueAt ? -1 : 1),
  );
  if (actions.length === 0) return null;
  return (
    <Section id="corrections" title={say('office.case.corrections')}>
      <CommandForm of={of} type="accept-corrective-plan" />
      <ul className="plain-list">
        {actions.map(([id, action]) => (
          <li key={id}>
            <Card of={of} id={id} action={action} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface CardProps {
  readonly of: QualificationView;
  readonly id: string;
  readonly action: Action;
}
function Card({ of, id, action }: CardProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { severity, phase, dueAt, verifiedBy } = action;
  const { question } = useItemWords(of.id)(id);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Mark stands={STANDS[severity]}>{capitalised(sayCode('names.severity', severity))}</Mark>
          <Text size="sm">
            {id.startsWith('pilot:') ? '' : `${id} · `}
            {say(`office.correction.${phase}`)}
          </Text>
        </Group>
        <Title order={3}>{question}</Title>
        {phase !== 'verified' && <Due at={dueAt} />}
        {verifiedBy && <Text size="sm">{say(`office.choice.${verifiedBy.method}`)}</Text>}
        {phase === 'submitted' && <Response of={of} id={id} />}
        <Group align="flex-start" gap="xs">
          {COMMANDS.map((type) => (
            <CommandForm key={type} of={of} type={type} subject={{ correctiveActionId: id }} about={id} />
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}

/** What the supplier did, and what shows it. */
function Response({ of, id }: Pick<CardProps, 'of' | 'id'>) {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ['case', of.id, 'response', id],
    queryFn: () => told(getResponse({ path: { id: of.id, actionId: id } })),
  });
  const { data: documents = [] } = useQuery(documentsQuery(of.id));
  const content = (data?.items[0]?.content ?? {}) as Readonly<Record<string, string | undefined>>;
  return (
    <>
      {error && <ProblemText error={error} />}
      <Facts
        of={[
          [say('office.correction.cause'), content['rootCause']],
          [say('office.correction.action'), content['action']],
        ]}
      />
      <Evidence documents={documentsFor(documents, 'corrective-action', id)} all={documents} />
    </>
  );
}
