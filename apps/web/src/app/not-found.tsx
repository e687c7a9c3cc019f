import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSay } from '../words/words.js';

export function NotFound() {
  const say = useSay();
  return (
    <Stack align="flex-start">
      <Title order={1}>{say('shell.not-found.title')}</Title>
      <Text>{say('shell.not-found.text')}</Text>
      <Button component={Link} to="/">
        {say('shell.not-found.home')}
      </Button>
    </Stack>
  );
}
