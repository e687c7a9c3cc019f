import type { BallHolderView, MeView, QualificationSummary } from '#client';
import { Badge, Group, Text } from '@mantine/core';
import { Hand, Hourglass } from 'lucide-react';
import { useMe } from '../server/me.js';
import { capitalised, useSay, useSayCode } from '../words/words.js';
import { Due } from './due.js';
import { Stages } from './stages.js';

/** Whether a duty waits for this person, or for a role of theirs. */
export const isMine = ({ role, organisationId, personId }: BallHolderView, me: MeView): boolean =>
  me.roles.includes(role) &&
  (organisationId === undefined || organisationId === me.organisation.id) &&
  (personId === undefined || personId === me.person.id);

function Duty({ duty }: { readonly duty: BallHolderView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const mine = isMine(duty, useMe());
  const Icon = mine ? Hand : Hourglass;
  return (
    <li className="status-duty" data-mine={mine}>
      <Group gap="xs">
        <Badge
          size="lg"
          tt="none"
          color={mine ? 'teal' : 'blue'}
          variant="light"
          leftSection={<Icon aria-hidden size={16} />}
        >
          {mine
            ? say('shell.turn.yours')
            : say('shell.turn.waiting', { who: sayCode('names.role', duty.role) })}
        </Badge>
      </Group>
      <Text>{capitalised(sayCode('duties.do', duty.what))}</Text>
      {duty.dueAt && <Due at={duty.dueAt} />}
      {duty.dueAt && (
        <Text size="sm" c="var(--frame-quiet)">
          {sayCode('duties.otherwise', duty.otherwise)}
        </Text>
      )}
    </li>
  );
}

interface StatusLineProps {
  readonly of: Pick<QualificationSummary, 'stage' | 'substate' | 'ballHolders' | 'validUntil'>;
}

/** Where a case stands, who has it, what they must do, until when, and what happens if not. The same wherever a case appears. */
export function StatusLine({ of: { stage, substate, ballHolders } }: StatusLineProps) {
  const say = useSay();
  const sayCode = useSayCode();
  return (
    <div className="status-line">
      <Stages stage={stage} />
      <Text fw={600}>{sayCode('shell.place', `${stage}.${substate}`)}</Text>
      {ballHolders.length === 0 ? (
        <Text c="var(--frame-quiet)">{say('shell.turn.nobody')}</Text>
      ) : (
        <ul className="plain-list">
          {ballHolders.map((duty) => (
            <Duty key={`${duty.task} ${duty.subject}`} duty={duty} />
          ))}
        </ul>
      )}
    </div>
  );
}
