import { restartQualification, type AskCommand, type StuckCaseView } from '#client';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { caseQuery } from '../../server/cases.js';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';

interface UnblockProps {
  readonly of: StuckCaseView;
}

/** Where what is stuck is looked after on another page. */
const ELSEWHERE: Readonly<Partial<Record<StuckCaseView['reason'], string>>> = {
  'event-parked': 'events',
  'holidays-missing': 'holidays',
  'document-not-examined': 'office-tasks',
  'document-bytes-missing': 'office-tasks',
};

/** What somebody can do about it here. */
export function Unblock({ of }: UnblockProps) {
  const say = useSay();
  const { roles } = useMe();
  const elsewhere = ELSEWHERE[of.reason];
  if (!roles.includes('officer')) return null;
  return (
    <>
      {elsewhere && (
        <Link to="/operations" hash={elsewhere} className="office-link">
          {say(`office.stuck.elsewhere.${elsewhere}`)}
        </Link>
      )}
      {of.reason === 'workflow-missing' && <Restart of={of} />}
      {of.reason === 'check-error' && (
        <Command
          of={of}
          command={{ type: 'rerun-check', check: of.subject as 'sanctions' }}
          subject={{ check: of.subject }}
          text={say('office.stuck.rerun')}
        />
      )}
      {of.reason === 'holidays-missing' && (
        <Command of={of} command={{ type: 'recompute-deadlines' }} text={say('office.stuck.recompute')} />
      )}
    </>
  );
}

/** A lost process is started from what is kept; nothing of the case changes. */
function Restart({ of: { qualificationId: id } }: UnblockProps) {
  const say = useSay();
  const queries = useQueryClient();
  const restart = useMutation<unknown, Problem>({
    mutationFn: () => told(restartQualification({ path: { id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  return (
    <Stack gap="xs">
      <Button variant="default" loading={restart.isPending} onClick={() => restart.mutate()}>
        {say('office.stuck.restart')}
      </Button>
      {restart.error && <ProblemText error={restart.error} />}
    </Stack>
  );
}

interface CommandProps extends UnblockProps {
  readonly command: AskCommand;
  readonly subject?: Readonly<Record<string, string>>;
  readonly text: string;
}
/** A command of the case. Whether it may be given is asked only when somebody wants to: a list does not read every case. */
function Command({ of, command, subject, text }: CommandProps) {
  const say = useSay();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isPending } = useQuery({ ...caseQuery(of.qualificationId), enabled: isWanted });
  if (!isWanted)
    return (
      <Button variant="default" onClick={() => setWanted(true)}>
        {say('office.stuck.do')}
      </Button>
    );
  if (isPending) return <Loading />;
  if (error) return <ProblemText error={error} />;
  return allowed(data, command.type, subject) ? (
    <AskButton of={data} command={command} subject={subject}>
      {text}
    </AskButton>
  ) : (
    <Text role="status">{say('office.stuck.nothing')}</Text>
  );
}
