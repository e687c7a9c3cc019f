import type { PersonView, TaskView } from '#client';
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../../server/me.js';
import { ProblemText } from '../../../ui/problem-text.js';
import { useForms } from '../../../words/forms.js';
import { useSay, useSayCode } from '../../../words/words.js';
import { peopleQuery } from '../../people.js';
import '../../../ui/more-styles.js';

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}
/** Others of the same organisation who may hold at least one of these tasks. */
function colleaguesFor(tasks: readonly TaskView[], people: readonly PersonView[], own: string, here: string) {
  const wanted = new Set(tasks.map(({ role }) => role));
  return people.flatMap(({ id, name, memberships }): Colleague[] => {
    const roles = memberships.find(({ organisationId }) => organisationId === here)?.roles ?? [];
    return id !== own && roles.some((role) => wanted.has(role)) ? [{ id, name, roles }] : [];
  });
}

interface GiveDialogProps {
  readonly tasks: readonly TaskView[];
  readonly onClose: () => void;
  readonly onGive: (personId: string) => void;
}
/** Asks to whom these tasks go. */
export function GiveDialog({ tasks, onClose, onGive }: GiveDialogProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { aside, list } = useForms();
  const { person, organisation } = useMe();
  const [chosen, setChosen] = useState('');
  const { data, error } = useQuery(peopleQuery(organisation.id));
  const colleagues = colleaguesFor(tasks, data ?? [], person.id, organisation.id);
  const called = ({ name, roles }: Colleague): string =>
    aside(name, list(roles.map((role) => sayCode('shell.role', role))));
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('office.inbox.give-title', { count: tasks.length })}
      closeButtonProps={{ 'aria-label': say('office.close'), size: 44 }}
    >
      <Stack>
        {error && <ProblemText error={error} />}
        {data && colleagues.length === 0 ? (
          <Text>{say('office.inbox.no-colleague')}</Text>
        ) : (
          <NativeSelect
            label={say('office.inbox.colleague')}
            data-autofocus
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
            data={[
              { value: '', label: say('office.inbox.choose') },
              ...colleagues.map((one) => ({ value: one.id, label: called(one) })),
            ]}
          />
        )}
        <Group>
          <Button disabled={!chosen} onClick={() => onGive(chosen)}>
            {say('office.inbox.give-now')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('office.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
