import type { QualificationView } from '#client';
import { Badge, Group, Paper, Text } from '@mantine/core';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useItemWords } from '../../ui/item-words.js';

/** What the audit found beside what must be put right, in words. */
export function Findings({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const words = useItemWords(of.id);
  const others = of.audit.findings.filter(({ itemId }) => !(itemId in of.correctiveActions));
  if (others.length === 0) return null;
  return (
    <Section id="findings" title={say('supplier.findings.title')}>
      <Text>{say('supplier.findings.hint')}</Text>
      <ul className="plain-list">
        {others.map(({ itemId, severity, value }) => {
          const { question, guidance } = words(itemId);
          return (
            <li key={itemId}>
              <Paper withBorder p="sm">
                <Group gap="xs">
                  <Badge tt="none" variant="light" color="gray">
                    {capitalised(sayCode('names.severity', severity))}
                  </Badge>
                  <Text size="sm">{say(`supplier.answer.${value}`)}</Text>
                </Group>
                <Text fw={600}>{question}</Text>
                {guidance && <Text size="sm">{guidance}</Text>}
              </Paper>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
