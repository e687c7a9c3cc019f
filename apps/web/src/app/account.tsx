import { signOut, switchOrganisation } from '#client';
import { Button, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMe } from '../server/me.js';
import type { Problem } from '../server/problem.js';
import { told } from '../server/told.js';
import { leave as leaveHere, standBy, standbyHere } from '../offline/standby.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { ProblemText } from '../ui/problem-text.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { MorePages } from './more-pages.js';

/** Who one is here, in whose name, and the way out. Nobody leaves work behind unsent: it would be wiped. */
export function Account() {
  const say = useSay();
  const sayCode = useSayCode();
  const { list } = useForms();
  const { person, organisation, roles, organisations } = useMe();
  return (
    <Stack>
      <Title order={1}>{say('shell.account.title')}</Title>
      <Paper withBorder p="md">
        <Text fw={600}>{person.name}</Text>
        <Text>{organisation.name}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {list(roles.map((role) => sayCode('shell.role', role)))}
        </Text>
      </Paper>
      <MorePages />
      {organisations.length > 1 && <Organisations of={organisations} now={organisation.id} />}
      <SignOut />
    </Stack>
  );
}

interface OrganisationsProps {
  readonly of: ReturnType<typeof useMe>['organisations'];
  readonly now: string;
}
function Organisations({ of, now }: OrganisationsProps) {
  const say = useSay();
  const { entries } = useQueue();
  const change = useMutation<unknown, Problem, string>({
    mutationFn: (organisationId) => told(switchOrganisation({ body: { organisationId } })),
    onSuccess: () => location.assign('/app/'),
  });
  return (
    <>
      <NativeSelect
        label={say('shell.account.organisation')}
        value={now}
        // What waits here was written in the name of this one.
        disabled={entries.length > 0}
        onChange={({ target }) => change.mutate(target.value)}
        data={of.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {change.error && <ProblemText error={change.error} />}
    </>
  );
}

function SignOut() {
  const say = useSay();
  const device = useDevice();
  const { entries } = useQueue();
  const leave = useMutation<unknown, Problem>({
    mutationFn: async () => {
      const standby = await standbyHere();
      // First: whoever comes after a crash in between finds the app closed.
      leaveHere();
      try {
        await told(signOut());
      } catch (error) {
        if (standby) await standBy(device, standby);
        throw error;
      }
      await device.wipe();
      location.assign('/sign-in');
    },
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        loading={leave.isPending}
        disabled={entries.length > 0}
        onClick={() => leave.mutate()}
      >
        {say('shell.account.sign-out')}
      </Button>
      {entries.length > 0 && <Text size="sm">{say('shell.account.unsent', { count: entries.length })}</Text>}
      {leave.error && <ProblemText error={leave.error} />}
    </Stack>
  );
}
