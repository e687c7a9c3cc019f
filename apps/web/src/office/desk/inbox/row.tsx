import type { AssignTasks, TaskView } from '#client';
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Hand, Hourglass, UserRound } from 'lucide-react';
import { useMe } from '../../../server/me.js';
import { Due } from '../../../ui/due.js';
import { useSay, useSayCode } from '../../../words/words.js';
import { useGoods } from '../../goods.js';
import { useDuty } from './inbox-filters.js';

/** Whose turn it is: of one person, or of anybody who has the role. */
function Taker({ of: { claimedBy, claimedByName, role } }: { readonly of: TaskView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const isMine = claimedBy === useMe().person.id;
  const Icon = isMine ? Hand : claimedBy ? UserRound : Hourglass;
  return (
    <Text span size="sm" fw={isMine ? 600 : undefined} className="due">
      <Icon aria-hidden size={16} />{' '}
      {isMine
        ? say('shell.turn.yours')
        : claimedBy
          ? say('office.inbox.taken-by', { name: claimedByName ?? '' })
          : say('office.inbox.for-any', { role: sayCode('shell.role', role) })}
    </Text>
  );
}

interface RowProps {
  readonly of: TaskView;
  readonly isTicked: boolean;
  /** As many are ticked as one request takes. */
  readonly isFull: boolean;
  readonly onTick: () => void;
  readonly onAssign: (to: AssignTasks['to']) => void;
  readonly onGive: () => void;
}
/** One task: of whose case, what is to do, whose turn it is, and until when. */
export function Row({ of, isTicked, isFull, onTick, onAssign, onGive }: RowProps) {
  const say = useSay();
  const duty = useDuty();
  const { category, province } = useGoods();
  const { supplierName, caseNumber, dueAt, claimedBy } = of;
  const isMine = claimedBy === useMe().person.id;
  const about = { supplier: supplierName, number: caseNumber, what: duty(of.what) };
  return (
    <div className="task-row" data-row data-ticked={isTicked}>
      <Checkbox
        className="task-tick"
        aria-label={say('office.inbox.tick', about)}
        checked={isTicked}
        disabled={isFull && !isTicked}
        onChange={onTick}
      />
      <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="task-link">
        <Text span fw={600}>
          {supplierName}
        </Text>
        <Text span size="sm" c="var(--frame-quiet)">
          {[caseNumber, category(of.category), of.province && province(of.province)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text span>{about.what}</Text>
      </Link>
      <div className="task-turn">
        <Taker of={of} />
        {dueAt && <Due at={dueAt} />}
      </div>
      {(isMine || !claimedBy) && (
        <Group gap="xs" className="task-actions">
          <Button
            variant="default"
            aria-label={say(isMine ? 'office.inbox.release-this' : 'office.inbox.take-this', about)}
            onClick={() => onAssign(isMine ? 'nobody' : 'me')}
          >
            {say(isMine ? 'office.inbox.release' : 'office.inbox.take')}
          </Button>
          <Button
            variant="subtle"
            aria-label={say('office.inbox.give-this', about)}
            aria-haspopup="dialog"
            onClick={onGive}
          >
            {say('office.inbox.give')}
          </Button>
        </Group>
      )}
    </div>
  );
}
