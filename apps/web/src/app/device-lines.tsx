import { Alert, Button, Group } from '@mantine/core';
import { Clock, LogIn } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useQueue } from '../offline/use-device.js';
import { clock } from '../server/clock.js';
import { Problem } from '../server/problem.js';
import { sessionIsOver, toSignIn } from '../server/session.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { signedOut } from './signed-out.js';

/** What somebody must know of this device: that they are signed out and what waits, and that its clock is wrong. */
export function DeviceLines() {
  return (
    <>
      <SignedOutLine />
      <ClockLine />
    </>
  );
}

function SignedOutLine() {
  const say = useSay();
  const { entries, round } = useQueue();
  const told = useSyncExternalStore(signedOut.subscribe, signedOut.read);
  // Photos go another way than questions: what they are told of the session counts as well.
  useEffect(() => {
    if (round === 'session-ended') sessionIsOver(new Problem('session-ended', 401));
  }, [round]);
  if (!told && (round !== 'signed-out' || entries.length === 0)) return null;
  return (
    <Alert className="page-line" color="yellow" icon={<LogIn aria-hidden />} role="status">
      <Group justify="space-between">
        {say('shell.signed-out.text', { count: entries.length })}
        <Button variant="light" onClick={toSignIn}>
          {say('shell.signed-out.sign-in')}
        </Button>
      </Group>
    </Alert>
  );
}

function ClockLine() {
  const say = useSay();
  const { number } = useForms();
  const minutes = useSyncExternalStore(clock.subscribe, clock.minutesBehind);
  if (minutes === 0) return null;
  return (
    <Alert className="page-line" color="yellow" icon={<Clock aria-hidden />} role="status">
      {say(minutes > 0 ? 'shell.clock.behind' : 'shell.clock.ahead', { minutes: number(Math.abs(minutes)) })}
    </Alert>
  );
}
