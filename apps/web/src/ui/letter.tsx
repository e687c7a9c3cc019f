import { getLetter, type LetterView } from '#client';
import { Alert, Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Info, Printer } from 'lucide-react';
import { told } from '../server/told.js';
import { useForms } from '../words/forms.js';
import { useLanguage, useSay } from '../words/words.js';

const PARTS = ['reasons', 'restsOn', 'next'] as const;

/** One letter, as it can be read and printed: what was decided, why, on what it rests, and what can be done next. */
export function Letter() {
  const say = useSay();
  const { day, list } = useForms();
  const language = useLanguage();
  const { id, seq } = useParams({ from: '/qualifications/$id/letters/$seq' });
  const { data } = useSuspenseQuery<LetterView>({
    queryKey: ['case', id, 'letter', seq, language],
    queryFn: () => told(getLetter({ path: { id, seq: Number(seq) }, query: { lang: language } })),
  });
  return (
    <Stack component="article">
      <Anchor component={Link} to={`/qualifications/${id}`} className="way">
        {say('shell.back-to-case')}
      </Anchor>
      <Title order={1}>{data.title}</Title>
      <Text>
        {[data.supplier.name, data.site, data.caseNumber, day(data.decidedAt)].filter(Boolean).join(' · ')}
      </Text>
      {data.draftTranslation && <Alert icon={<Info aria-hidden />}>{say('shell.letter.draft')}</Alert>}
      {data.decisions.map(({ code, text }) => (
        <Text key={code} fw={600}>
          {text}
        </Text>
      ))}
      {PARTS.filter((part) => data[part].length > 0).map((part) => (
        <section key={part} aria-labelledby={`letter-${part}`}>
          <Title order={2} id={`letter-${part}`}>
            {say(`shell.letter-part.${part}`)}
          </Title>
          <List>
            {data[part].map(({ code, text }, nth) => (
              <List.Item key={`${code} ${nth}`}>{text}</List.Item>
            ))}
          </List>
        </section>
      ))}
      <Text size="sm">{list(data.signedBy.map(({ text }) => text))}</Text>
      <Group className="no-print">
        <Button variant="default" leftSection={<Printer aria-hidden size={18} />} onClick={() => print()}>
          {say('shell.letter.print')}
        </Button>
      </Group>
    </Stack>
  );
}
