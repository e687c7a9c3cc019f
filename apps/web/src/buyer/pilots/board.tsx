import { listPilotBoard, type BoardOrderView } from '#client';
import { BOARD_COLUMNS, type BoardColumn } from '#domain';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Due } from '../../ui/due.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useNames } from '../names.js';
import './pilots.css';

const MOST = 20;

/** Every pilot order of this buyer, by where it stands; what is due first comes first. */
export function PilotBoard() {
  const say = useSay();
  return (
    <Stack>
      <Title order={1}>{say('buyer.board.title')}</Title>
      <Text>{say('buyer.board.how')}</Text>
      <div className="board">
        {BOARD_COLUMNS.map((column) => (
          <Column key={column} of={column} />
        ))}
      </div>
    </Stack>
  );
}

function Column({ of }: { readonly of: BoardColumn }) {
  const say = useSay();
  const list = useList<BoardOrderView>(['cases', 'board', of], (cursor) =>
    listPilotBoard({ query: { board: of, cursor, limit: MOST } }),
  );
  return (
    <section aria-labelledby={`board-${of}`} data-column={of}>
      <Title order={2} id={`board-${of}`}>
        {say(`buyer.board.${of}`)}
      </Title>
      <List
        list={list}
        keyOf={({ order }) => order.id}
        row={(one) => <Card of={one} />}
        empty={
          <Text size="sm" c="var(--frame-quiet)">
            {say(`buyer.board.${of}.empty`)}
          </Text>
        }
      />
    </section>
  );
}

function Card({ of }: { readonly of: BoardOrderView }) {
  const say = useSay();
  const { money, number } = useForms();
  const { category } = useNames();
  const { qualificationId: caseId, supplier, order, board } = of;
  const { id: pilotId, lots, terms, dueAt, result } = order;
  const units = lots.reduce((sum, { size }) => sum + size, 0);
  return (
    <Link to="/pilots/$caseId/$pilotId" params={{ caseId, pilotId }} className="row-link">
      <Paper withBorder p="sm">
        <Stack gap={4}>
          <Text fw={600}>{supplier.name}</Text>
          <Text size="sm">
            {[
              category(of.category),
              say('buyer.board.goods', { lots: lots.length, units: number(units) }),
              terms && money(terms.valueUsd),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {board === 'done' ? (
            <Text size="sm" fw={600}>
              {say(result ? `buyer.pilot.result.${result}` : `buyer.pilot.phase.${order.phase}`)}
            </Text>
          ) : (
            <Text size="sm">
              <Due at={dueAt} />
            </Text>
          )}
        </Stack>
      </Paper>
    </Link>
  );
}
