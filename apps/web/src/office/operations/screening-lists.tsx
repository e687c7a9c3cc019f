import { listScreeningLists, type ScreeningListView } from '#client';
import { Paper, Stack, Text } from '@mantine/core';
import { CircleCheck, History, RefreshCw } from 'lucide-react';
import { Empty } from '../../ui/empty.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';

/** Editions of the lists that names are compared with. */
export function ScreeningLists() {
  const say = useSay();
  const list = useList<ScreeningListView>(['operations', 'screening-lists'], (cursor) =>
    listScreeningLists({ query: { cursor } }),
  );
  return (
    <Section id="lists" title={say('office.operations.screening')}>
      <Text size="sm">{say('office.operations.screening.what')}</Text>
      <List
        list={list}
        keyOf={({ list: name, sha256 }) => `${name} ${sha256}`}
        row={(one) => <Edition of={one} />}
        empty={<Empty text={say('office.operations.screening.empty')} />}
      />
    </Section>
  );
}

function Edition({ of }: { readonly of: ScreeningListView }) {
  const say = useSay();
  const { moment, number } = useForms();
  const { list, version, entries, changes, loadedAt, settledAt, screened, concerned, inForce } = of;
  const stands = inForce ? 'in-force' : settledAt ? 'earlier' : 'being-screened';
  const Icon = inForce ? CircleCheck : settledAt ? History : RefreshCw;
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text fw={600}>
          {list} · {version}
        </Text>
        <Text className="due">
          <Icon aria-hidden size={18} /> {say(`office.operations.edition.${stands}`)}
        </Text>
        <Text size="sm">
          {say('office.operations.edition.changes', {
            entries: number(entries),
            added: number(changes.added),
            changed: number(changes.changed),
            removed: number(changes.removed),
          })}
        </Text>
        <Text size="sm" className="office-quiet">
          {[
            say('office.operations.edition.loaded', { at: moment(loadedAt) }),
            settledAt &&
              say('office.operations.edition.settled', {
                at: moment(settledAt),
                screened: number(screened ?? 0),
                concerned: number(concerned ?? 0),
              }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Stack>
    </Paper>
  );
}
