import { listAccesses, type AccessView } from '#client';
import { Text } from '@mantine/core';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';

/** Every reading by somebody of another organisation: who, what and in which hour. */
export function Accesses({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const list = useList<AccessView>(['case', caseId, 'accesses'], (cursor) =>
    listAccesses({ path: { id: caseId }, query: { cursor } }),
  );
  return (
    <Section id="accesses" title={say('supplier.accesses.title')}>
      <Text>{say('supplier.accesses.hint')}</Text>
      <List
        list={list}
        keyOf={({ at, organisation, operation, item }) => `${at} ${organisation.id} ${operation} ${item}`}
        row={(access) => <Access of={access} />}
        empty={<Text>{say('supplier.accesses.none')}</Text>}
      />
    </Section>
  );
}

const HOUR_MS = 3_600_000;
const hourAfter = (at: string): string => new Date(Date.parse(at) + HOUR_MS).toISOString();

function Access({ of: { at, organisation, operation, item } }: { readonly of: AccessView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment, time, aside } = useForms();
  const what = sayCode('supplier.access', operation);
  return (
    <>
      <Text>
        {say('supplier.accesses.read', { name: organisation.name, what: item ? aside(what, item) : what })}
      </Text>
      <Text size="sm" c="var(--frame-quiet)">
        {say('supplier.accesses.hour', { from: moment(at), until: time(hourAfter(at)) })}
      </Text>
    </>
  );
}
