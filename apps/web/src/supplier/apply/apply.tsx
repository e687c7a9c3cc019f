import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useCase } from '../../server/cases.js';
import { Due } from '../../ui/due.js';
import { SavedLine } from '../../ui/saved.js';
import { useSay, useSayCode } from '../../words/words.js';
import { CaseName } from '../case-name.js';
import { gapsIn, gapsOf, minutesLeft, STEPS } from './steps.js';
import { StepRow } from './step-row.js';
import { useWritten } from './use-written.js';
import { isDrafting } from './writable.js';

const SUBMIT = ['submit-application', 'resubmit-application'];
/** What the API says is missing from the application as it has it. */
export const missingOf = ({ allowedCommands }: ReturnType<typeof useCase>): readonly string[] =>
  allowedCommands.find(({ type }) => SUBMIT.includes(type))?.missing ?? [];

/** The application as a short list of steps: what is done, what is left, and how long that takes. */
export function Apply() {
  const say = useSay();
  const sayCode = useSayCode();
  const { id } = useParams({ from: '/qualifications/$id/apply' });
  const one = useCase(id);
  const { written } = useWritten(id);
  const gaps = gapsOf(written, missingOf(one));
  const drafting = isDrafting(one);
  const next = STEPS.find((step) => gapsIn(step, gaps).length > 0) ?? STEPS.at(-1);
  const due = one.ballHolders.find(({ role }) => role === 'supplier')?.dueAt;
  return (
    <Stack>
      <Title order={1}>{say('supplier.apply.title')}</Title>
      <CaseName of={one} />
      {drafting && due && <Due at={due} />}
      {drafting ? (
        <>
          <Text>
            {gaps.length > 0
              ? say('supplier.apply.left', { minutes: minutesLeft(gaps) })
              : say('supplier.apply.complete')}
          </Text>
          <Group>
            <Button component={Link} to={`/qualifications/${id}/apply/${next?.id}`}>
              {say(gaps.length > 0 ? 'supplier.apply.go-on' : 'supplier.apply.send')}
            </Button>
          </Group>
        </>
      ) : (
        <Text>{sayCode('shell.place', `${one.stage}.${one.substate}`)}</Text>
      )}
      <ol className="plain-list">
        {STEPS.map((step, nth) => (
          <li key={step.id}>
            <StepRow
              caseId={id}
              step={step}
              name={say('supplier.apply.step', { nth: nth + 1, name: say(`supplier.step.${step.id}`) })}
              gaps={drafting ? gapsIn(step, gaps).length : undefined}
            />
          </li>
        ))}
      </ol>
      <SavedLine />
    </Stack>
  );
}
