import type { AskCommand, QualificationView, ReviewView } from '#client';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useItemWords } from '../../ui/item-words.js';
import { Section } from '../../ui/section.js';
import { useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';

interface ZeroToleranceProps {
  readonly of: QualificationView;
  readonly said: ReviewView['zeroTolerance'];
}
/** Findings that nobody tolerates: what was said of each, and the word of a second person. */
export function ZeroTolerance({ of, said }: ZeroToleranceProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const words = useItemWords(of.id);
  const items = Object.entries(said);
  const others = ['confirm-not-applicable', 'accept-correction', 'refuse-correction'];
  const more = of.allowedCommands.filter(({ type }) => others.includes(type));
  return (
    <>
      {items.length > 0 && (
        <Section id="zero-tolerance" title={say('office.review.zero-tolerance')}>
          <Text>{say('office.review.zero-tolerance-how')}</Text>
          {items.map(([itemId, state]) => (
            <Stack key={itemId} gap="xs">
              <Title order={3}>
                {itemId} · {words(itemId).question}
              </Title>
              <Text fw={600}>{sayCode('office.review.zero', state)}</Text>
              <Group align="flex-start">
                <CommandForm of={of} type="confirm-zero-tolerance" subject={{ itemId }} about={itemId} />
                <CommandForm of={of} type="dismiss-zero-tolerance" subject={{ itemId }} about={itemId} />
              </Group>
            </Stack>
          ))}
        </Section>
      )}
      {more.length > 0 && (
        <Section id="to-settle" title={say('office.review.to-settle')}>
          {more.map(({ type, subject }) => {
            const about = String(subject['itemId'] ?? subject['section'] ?? '');
            return (
              <div key={`${type} ${about}`}>
                <Text>
                  {subject['section']
                    ? sayCode('office.section', about)
                    : `${about} · ${words(about).question}`}
                </Text>
                <CommandForm of={of} type={type as AskCommand['type']} subject={subject} about={about} />
              </div>
            );
          })}
        </Section>
      )}
    </>
  );
}
