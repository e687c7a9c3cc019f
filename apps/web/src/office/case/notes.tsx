import { listNotes, type NoteView } from '#client';
import { NOTES_TO_SUPPLIER, type CommandType } from '#domain';
import { Paper, Stack, Text } from '@mantine/core';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { useMe } from '../../server/me.js';
import { useSay, useSayCode } from '../../words/words.js';
import { usePeople } from '../people.js';

/** What was written beside decisions, and for whom. */
export function Notes({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const list = useList<NoteView>(['case', caseId, 'notes'], (cursor) =>
    listNotes({ path: { id: caseId }, query: { cursor } }),
  );
  return (
    <Section id="notes" title={say('office.case.notes')}>
      <Text size="sm">{say('office.case.notes-how')}</Text>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(note) => <Note of={note} />}
        empty={<Text>{say('office.case.no-notes')}</Text>}
      />
    </Section>
  );
}

function Note({ of: { text, command, occurredAt, by } }: { readonly of: NoteView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const me = useMe();
  const own = by.organisation.id === me.organisation.id;
  const people = usePeople(own ? by.personId : undefined);
  const forSupplier = NOTES_TO_SUPPLIER.includes(command as CommandType);
  const who = own ? people(by.personId) : by.organisation.name;
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text className="note-text">{text ?? say('office.case.note-erased')}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {[who, sayCode('office.command', command), moment(occurredAt)].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm">
          {say(`office.case.note-for.${forSupplier ? 'supplier' : own ? 'office' : 'sender'}`)}
        </Text>
      </Stack>
    </Paper>
  );
}
