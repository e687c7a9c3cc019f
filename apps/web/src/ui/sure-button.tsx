import { Button, Group, Paper, Stack, Text, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../words/words.js';

interface SureButtonProps extends ButtonProps {
  /** What is asked before it is done; without one it is done at once. */
  readonly question?: string;
  readonly onYes: () => void;
}
/** A button for what cannot be taken back: it asks once, in its own place. */
export function SureButton({ question, onYes, ...button }: SureButtonProps) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  if (!question || !isAsking)
    return <Button {...button} onClick={() => (question ? setAsking(true) : onYes())} />;
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) onYes();
  };
  return (
    <Paper withBorder p="sm" role="alertdialog" aria-label={question}>
      <Stack gap="xs">
        <Text>{question}</Text>
        <Group gap="xs">
          <Button {...button} aria-label={undefined} variant="filled" autoFocus onClick={() => answer(true)}>
            {say('shell.sure.yes')}
          </Button>
          <Button variant="default" onClick={() => answer(false)}>
            {say('shell.sure.no')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
