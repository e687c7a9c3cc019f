import '../../ui/more-styles.js';
import { Stack, Text, Title } from '@mantine/core';
import { useMe } from '../../server/me.js';
import { Empty } from '../../ui/empty.js';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';
import { Endpoints } from './endpoints.js';
import { Tokens } from './tokens.js';
import './connections.css';
import '../buyer.css';

/** How programs of this firm are told of what happens here, and how they come in. */
export function Connections() {
  const say = useSay();
  const { roles } = useMe();
  const isAdministrator = roles.includes('administrator');
  return (
    <Stack>
      <Title order={1}>{say('buyer.connections.title')}</Title>
      <Section title={say('buyer.webhooks')}>
        <Text size="sm">{say('buyer.webhooks.how')}</Text>
        {isAdministrator ? <Endpoints /> : <Empty text={say('buyer.webhooks.who')} />}
      </Section>
      <Section title={say('buyer.tokens')}>
        <Text size="sm">{say('buyer.tokens.how')}</Text>
        <Tokens isAdministrator={isAdministrator} />
      </Section>
    </Stack>
  );
}
