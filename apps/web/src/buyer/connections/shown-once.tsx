import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { Check, Copy, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useSay } from '../../words/words.js';

interface ShownOnceProps {
  readonly secret: string;
  /** What is said of it: where it belongs. */
  readonly text: string;
  readonly onDone: () => void;
}
/** A secret that is told now and never again; it is gone from the page when somebody says that they have it. */
export function ShownOnce({ secret, text, onDone }: ShownOnceProps) {
  const say = useSay();
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const Icon = copied ? Check : Copy;
  return (
    <Alert color="yellow" icon={<KeyRound aria-hidden />} role="alert">
      <Stack gap="sm">
        <Text fw={600}>{say('buyer.secret.title')}</Text>
        <Text>{text}</Text>
        <Code block className="secret" tabIndex={0}>
          {secret}
        </Code>
        <Group gap="sm">
          <Button leftSection={<Icon aria-hidden size={18} />} onClick={() => void copy()}>
            {say(copied ? 'buyer.secret.copied' : 'buyer.secret.copy')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say('buyer.secret.done')}
          </Button>
        </Group>
        {copied === false && <Text role="status">{say('buyer.secret.not-copied')}</Text>}
      </Stack>
    </Alert>
  );
}
