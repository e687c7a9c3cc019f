import type { BallHolderView, MeView, QualificationSummary } from '#client';
import { Badge, Group, Text } from '@mantine/core';
import { CalendarClock, Hand, Hourglass } from 'lucide-react';
import { useMe } from '../server/me.js';
import { useForms } from '../words/forms.js';
import { capitalised, useSay, useSayCode } from '../words/words.js';
import { Due } from './due.js';
import { isLater } from './duty-time.js';
import { Stages } from './stages.js';

/** Whether a duty waits for this person, or for a role of theirs. */
export const isMine = ({ role, organisationId, personId }: BallHolderView, me: MeView): boolean =>
  me.roles.includes(role) &&
  (organisationId === undefined || organisationId === me.organisation.id) &&
  (personId === undefined || personId === me.person.id);

interface Grouped {
  /** The one that is due first. */
  readonly duty: BallHolderView;
  readonly count: number;
}
/** The same duty of the same holder is said once, with how many of it there are. */
function grouped(holders: readonly BallHolderView[]): readonly Grouped[] {
  const keyOf = ({ what, role, organisationId = '', personId = '' }: BallHolderView): string =>
    [what, role, organisationId, personId].join(' ');
  const byKey = new Map<string, BallHolderView[]>();
  for (const one of holders) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  return [...byKey.values()].flatMap((same) => {
    const [duty] = same.toSorted((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1));
    return duty ? [{ duty, count: same.length }] : [];
  });
}

function Duty({ of: { duty, count } }: { readonly of: Grouped }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { aside } = useForms();
  const own = isMine(duty, useMe());
  const later = own && isLater(duty);
  const mine = own && !later;
  const doing = capitalised(sayCode('duties.do', duty.what));
  const Icon = mine ? Hand : later ? CalendarClock : Hourglass;
  return (
    <li className="status-duty" data-mine={mine}>
      <Group gap="xs">
        <Badge
          size="lg"
          tt="none"
          color={mine ? 'teal' : later ? 'gray' : 'blue'}
          variant="light"
          leftSection={<Icon aria-hidden size={16} />}
        >
          {mine
            ? say('shell.turn.yours')
            : later
              ? say('shell.turn.later')
              : say('shell.turn.waiting', { who: sayCode('names.role', duty.role) })}
        </Badge>
      </Group>
      <Text>{count > 1 ? aside(doing, say('shell.turn.count', { count })) : doing}</Text>
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
          {grouped(ballHolders).map((one) => (
            <Duty key={`${one.duty.task} ${one.duty.subject}`} of={one} />
          ))}
        </ul>
      )}
    </div>
  );
}
