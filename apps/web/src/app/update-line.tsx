import { Alert, Button, Group } from '@mantine/core';
import { useRegisterSW } from 'virtual:pwa-register/react';
import { useSay } from '../words/words.js';

/** A new version waits until the person wants it: nobody loses a page in the middle of their work. */
export function UpdateLine() {
  const say = useSay();
  const {
    needRefresh: [waiting],
    updateServiceWorker,
  } = useRegisterSW();
  if (!waiting) return null;
  return (
    <Alert className="page-line" role="status">
      <Group justify="space-between">
        {say('shell.update.text')}
        <Button variant="light" onClick={() => void updateServiceWorker(true)}>
          {say('shell.update.now')}
        </Button>
      </Group>
    </Alert>
  );
}
