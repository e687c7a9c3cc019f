import { listOfficeTasks, settleOfficeTask, type OfficeTaskView } from '#client';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useAct } from './use-act.js';

/** What no single case can hold: somebody of the office looks at it. */
export function OfficeTasks() {
  const say = useSay();
  const list = useList<OfficeTaskView>(['operations', 'office-tasks'], (cursor) =>
    listOfficeTasks({ query: { cursor } }),
  );
  return (
    <Section id="office-tasks" title={say('office.operations.tasks')}>
      <Text size="sm">{say('office.operations.tasks.what')}</Text>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Task of={one} />}
        empty={<Empty text={say('office.operations.tasks.empty')} />}
      />
    </Section>
  );
}

function Task({ of: { id, kind, about, byHand, openedAt } }: { readonly of: OfficeTaskView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const settle = useAct(() =>
    told(settleOfficeTask({ path: { id }, headers: { 'Idempotency-Key': crypto.randomUUID() } })),
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text fw={600}>{capitalised(sayCode('duties.do', kind))}</Text>
        <Text size="sm" className="office-quiet">
          {say('office.operations.since', { at: moment(openedAt) })}
        </Text>
        <Group gap="md" align="flex-start">
          {byHand && (
            <SureButton
              variant="default"
              loading={settle.isPending}
              question={say('office.operations.task.sure')}
              onYes={() => settle.mutate()}
            >
              {say('office.operations.task.settle')}
            </SureButton>
          )}
          {about?.what === 'case' && about.id && (
            <Link to="/qualifications/$id" params={{ id: about.id }} className="office-link">
              {say('office.operations.its-case')}
            </Link>
          )}
        </Group>
        {!byHand && <Text size="sm">{say('office.operations.task.by-itself')}</Text>}
        {settle.error && <ProblemText error={settle.error} />}
      </Stack>
    </Paper>
  );
}
