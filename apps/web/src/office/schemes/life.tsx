import { publishSchemeVersion, retireSchemeVersion, returnSchemeVersion, submitSchemeVersion } from '#client';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useSay } from '../../words/words.js';
import { SchemeProblems } from './problems.js';
import { useVersionAct, type Version } from './version-data.js';

interface LifeProps {
  readonly of: Version;
}
/** What may be done with a version now: handed in, sent back, published by another person, retired. */
export function Life({ of }: LifeProps) {
  const say = useSay();
  const { roles } = useMe();
  if (of.status === 'retired') return null;
  if (!roles.includes('officer')) return <Text>{say('office.schemes.only-officers')}</Text>;
  if (of.status === 'draft') return <HandIn of={of} />;
  if (of.status === 'in-review') return <Review of={of} />;
  return <Retire of={of} />;
}

function HandIn({ of }: LifeProps) {
  const say = useSay();
  const submit = useVersionAct<void>(of, (asked) => told(submitSchemeVersion(asked)));
  return (
    <Stack gap="xs" align="flex-start">
      <Button loading={submit.isPending} onClick={() => submit.mutate()}>
        {say('office.schemes.submit')}
      </Button>
      <Text size="sm" className="office-quiet">
        {say('office.schemes.submit.what')}
      </Text>
      {submit.error && <SchemeProblems of={of} error={submit.error} />}
    </Stack>
  );
}

function Review({ of }: LifeProps) {
  const say = useSay();
  const { person } = useMe();
  const [note, setNote] = useState('');
  const publish = useVersionAct<void>(of, (asked) => told(publishSchemeVersion(asked)));
  const sendBack = useVersionAct<string>(of, (asked, text) =>
    told(returnSchemeVersion({ ...asked, body: { note: text } })),
  );
  const own = [of.createdBy, of.submittedBy].includes(person.id);
  const error = publish.error ?? sendBack.error;
  return (
    <Stack gap="xs">
      {own ? (
        <Text>{say('office.schemes.other-publishes')}</Text>
      ) : (
        <Group>
          <SureButton
            loading={publish.isPending}
            question={say('office.schemes.publish.sure')}
            onYes={() => publish.mutate()}
          >
            {say('office.schemes.publish')}
          </SureButton>
        </Group>
      )}
      <Fold title={say('office.schemes.return')}>
        <Stack gap="sm" className="office-form" align="flex-start">
          <Textarea
            className="office-wide"
            label={say('office.schemes.return.note')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button
            variant="default"
            loading={sendBack.isPending}
            disabled={!note.trim()}
            onClick={() => sendBack.mutate(note.trim())}
          >
            {say('office.schemes.return.now')}
          </Button>
        </Stack>
      </Fold>
      {error && <ProblemText error={error} />}
    </Stack>
  );
}

function Retire({ of }: LifeProps) {
  const say = useSay();
  const retire = useVersionAct<void>(of, (asked) => told(retireSchemeVersion(asked)));
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" className="office-quiet">
        {say('office.schemes.published.what')}
      </Text>
      <SureButton
        variant="default"
        loading={retire.isPending}
        question={say('office.schemes.retire.sure')}
        onYes={() => retire.mutate()}
      >
        {say('office.schemes.retire')}
      </SureButton>
      {retire.error && <ProblemText error={retire.error} />}
    </Stack>
  );
}
