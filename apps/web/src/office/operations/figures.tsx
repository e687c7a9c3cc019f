import type { EventBacklogView, OperationsView } from '#client';
import { Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import './operations.css';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly isInOrder: boolean;
}

/** No more cases are counted that wait to be anchored. */
const MOST_COUNTED = 1000;
/** The worker anchors far more often: something is wrong when nothing was anchored for so long and something waits. */
const ANCHOR_MS = 60 * 60_000;
/** Events are given to their readers within a second or two. */
const BACKLOG_S = 60;

interface FiguresProps {
  readonly of: OperationsView;
  /** Absent for whom it is not told to. */
  readonly backlog?: EventBacklogView | undefined;
}

function useFigures({ of, backlog }: FiguresProps): readonly Figure[] {
  const { events, commands, journal, screeningLists, holidays, officeTasks } = of;
  const say = useSay();
  const { number, moment, list } = useForms();
  const tasks = Object.values(officeTasks).reduce((sum, count) => sum + count, 0);
  const unsettled = screeningLists.filter(({ settledAt }) => settledAt === null);
  const waits = journal.waiting >= MOST_COUNTED ? `${number(MOST_COUNTED)}+` : number(journal.waiting);
  const late = journal.lastAnchorAt === null || Date.now() - Date.parse(journal.lastAnchorAt) > ANCHOR_MS;
  const anchored = journal.lastAnchorAt
    ? say('office.operations.anchored', {
        waiting: waits,
        lines: journal.anchoredLines === null ? '–' : number(journal.anchoredLines),
        at: moment(journal.lastAnchorAt),
      })
    : say('office.operations.never-anchored');
  return [
    { name: 'tasks', value: number(tasks), isInOrder: tasks === 0 },
    ...(backlog
      ? [
          {
            name: 'backlog',
            value: number(backlog.waiting),
            isInOrder: backlog.waiting === 0 || backlog.oldestSeconds < BACKLOG_S,
          },
        ]
      : []),
    { name: 'events', value: number(events.parked), isInOrder: events.parked === 0 },
    {
      name: 'commands',
      value: commands.oldestAt
        ? say('office.operations.oldest', { count: commands.waiting, at: moment(commands.oldestAt) })
        : number(commands.waiting),
      isInOrder: commands.waiting === 0,
    },
    {
      name: 'journal',
      value: anchored,
      isInOrder: !late || (journal.waiting === 0 && !!journal.lastAnchorAt),
    },
    {
      name: 'lists',
      value: say('office.operations.lists', { loaded: screeningLists.length, unsettled: unsettled.length }),
      isInOrder: screeningLists.length > 0 && unsettled.length === 0,
    },
    {
      name: 'holidays',
      value:
        holidays.missing.length > 0
          ? say('office.operations.missing', { years: list(holidays.missing.map(String)) })
          : say('office.operations.loaded', { years: list(holidays.loaded.map(String)) }),
      isInOrder: holidays.missing.length === 0,
    },
  ];
}

/** How the service stands: each figure with what it means, and what to do where it is not as it should be. */
export function Figures(props: FiguresProps) {
  const say = useSay();
  const figures = useFigures(props);
  return (
    <ul className="figures">
      {figures.map(({ name, value, isInOrder }) => {
        const Icon = isInOrder ? CircleCheck : TriangleAlert;
        return (
          <li key={name} className="figure" data-in-order={isInOrder}>
            <Text fw={600}>{say(`office.operations.figure.${name}`)}</Text>
            <Text className="due">
              <Icon aria-hidden size={20} className="figure-icon" />{' '}
              <span>
                <strong>{say(isInOrder ? 'office.operations.in-order' : 'office.operations.look')}</strong> ·{' '}
                {value}
              </span>
            </Text>
            <Text size="sm" className="office-quiet">
              {say(`office.operations.means.${name}`)}
            </Text>
            {!isInOrder && <Text size="sm">{say(`office.operations.do.${name}`)}</Text>}
          </li>
        );
      })}
    </ul>
  );
}
