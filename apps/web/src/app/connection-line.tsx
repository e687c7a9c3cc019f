import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { WifiOff } from 'lucide-react';
import { useSay } from '../words/words.js';

/** Without a connection people go on: it says so, and what that means. */
export function ConnectionLine() {
  const say = useSay();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert className="page-line" color="yellow" icon={<WifiOff aria-hidden />} role="status">
      {say('shell.offline')}
    </Alert>
  );
}
