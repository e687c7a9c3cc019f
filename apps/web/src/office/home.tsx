import { listTasks, type AssignTasks, type TaskView } from '#client';
import { Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Empty } from '../ui/empty.js';
import { FilterBox } from '../ui/filter-box.js';
import { useFilters } from '../ui/filters.js';
import { List } from '../ui/list.js';
import { useList } from '../ui/pages.js';
import { useSay } from '../words/words.js';
import { useAssign } from './desk/inbox/assign.js';
import { BulkBar } from './desk/inbox/bulk-bar.js';
import { useCounts } from './desk/inbox/counts.js';
import { GiveDialog } from './desk/inbox/give-dialog.js';
import { queryOf, useInboxFilters } from './desk/inbox/inbox-filters.js';
import { useKeysChoice } from './desk/inbox/keys-choice.js';
import { KeysDialog } from './desk/inbox/keys-dialog.js';
import { Outcome } from './desk/inbox/outcome.js';
import { Row } from './desk/inbox/row.js';
import { useRowKeys } from './desk/inbox/row-keys.js';
import { keyOf, useTicks } from './desk/inbox/ticks.js';
import { Views } from './desk/inbox/views.js';
import { SavedFilters } from './desk/saved-filters.js';
import './desk/desk.css';

/** What the address narrows the inbox to. The kinds that one may choose from are those that there are. */
function useInbox() {
  const { what, ...rest } = queryOf(useFilters(useInboxFilters([]).all));
  const kinds = useCounts(rest);
  const { fields } = useInboxFilters(kinds?.by.what.map(({ value }) => value) ?? []);
  return { query: what ? { ...rest, what } : rest, kinds, fields };
}

/** What waits for the office, soonest due first: what is stuck, and whose turn it is. */
export function OfficeHome() {
  const say = useSay();
  const navigate = useNavigate();
  const { query, kinds, fields } = useInbox();
  const list = useList<TaskView>(['tasks', 'inbox', query], (cursor) =>
    listTasks({ query: { ...query, cursor } }),
  );
  const ticks = useTicks(list.items);
  const assign = useAssign();
  const [asked, setAsked] = useState<readonly TaskView[]>([]);
  const [giving, setGiving] = useState<readonly TaskView[]>([]);
  const [isHelping, setHelping] = useState(false);
  const [hasKeys, setKeys] = useKeysChoice();
  const to = (who: AssignTasks['to'], tasks: readonly TaskView[]) => {
    setAsked(tasks);
    setGiving([]);
    ticks.clear();
    assign.mutate({ to: who, tasks: tasks.map(({ qualificationId, task }) => ({ qualificationId, task })) });
  };
  const at = (row: number): readonly TaskView[] => list.items.slice(row, row + 1);
  const rows = useRowKeys(hasKeys, {
    onTick: (row) => at(row).forEach(ticks.toggle),
    onOpen: (row) =>
      at(row).forEach(
        ({ qualificationId: id }) => void navigate({ to: '/qualifications/$id', params: { id } }),
      ),
    onGive: (row) => setGiving(ticks.tasks.length > 0 ? ticks.tasks : at(row)),
    onHelp: () => setHelping(true),
  });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{say('office.home.title')}</Title>
        <Button
          variant="subtle"
          className="keys-button"
          leftSection={<Keyboard aria-hidden size={20} />}
          aria-haspopup="dialog"
          onClick={() => setHelping(true)}
        >
          {say('office.inbox.keys.button')}
        </Button>
      </Group>
      <Views query={query} kinds={kinds} />
      <FilterBox filters={fields} />
      <SavedFilters list="tasks" query={query} />
      {list.items.length > 1 && (
        <Checkbox
          className="tick-all"
          label={say('office.inbox.tick-all')}
          checked={ticks.tasks.length > 0}
          indeterminate={ticks.tasks.length > 0 && ticks.tasks.length < list.items.length}
          onChange={ticks.toggleAll}
        />
      )}
      <div ref={rows}>
        <List
          list={list}
          keyOf={keyOf}
          row={(one) => (
            <Row
              of={one}
              isTicked={ticks.has(one)}
              isFull={ticks.isFull}
              onTick={() => ticks.toggle(one)}
              onAssign={(who) => to(who, [one])}
              onGive={() => setGiving([one])}
            />
          )}
          empty={
            <Empty
              text={say(Object.keys(query).length > 0 ? 'office.inbox.none-fit' : 'office.home.empty')}
            />
          }
        />
      </div>
      <div className="desk-bottom">
        <Outcome
          of={assign.data}
          error={assign.error}
          isPending={assign.isPending}
          tasks={asked}
          onClose={assign.reset}
        />
        <BulkBar
          ticks={ticks}
          onAssign={(who) => to(who, ticks.tasks)}
          onGive={() => setGiving(ticks.tasks)}
        />
      </div>
      {giving.length > 0 && (
        <GiveDialog tasks={giving} onClose={() => setGiving([])} onGive={(id) => to(id, giving)} />
      )}
      {isHelping && <KeysDialog isOn={hasKeys} onSwitch={setKeys} onClose={() => setHelping(false)} />}
    </Stack>
  );
}
