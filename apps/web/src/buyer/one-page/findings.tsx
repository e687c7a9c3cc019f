import type { OnePageView } from '#client';
import { Group, Paper, Text } from '@mantine/core';
import { CircleCheck, OctagonAlert } from 'lucide-react';
import { Due } from '../../ui/due.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { Mark } from '../../ui/mark.js';
import { Section } from '../section.js';

type Findings = NonNullable<OnePageView['findings']>;
const STANDS: Readonly<Record<string, 'stop' | 'attention'>> = {
  'zero-tolerance': 'stop',
  critical: 'stop',
  major: 'attention',
};

/** What is still wrong and until when it is to be right; whether anything of zero tolerance was confirmed. */
export function FindingsSection({ of: { findings, notOpened } }: { readonly of: OnePageView }) {
  const say = useSay();
  return (
    <Section title={say('buyer.page.findings')} isOpened={!notOpened.includes('findings')}>
      {findings ? (
        <>
          <ZeroTolerance of={findings.zeroTolerance} />
          {findings.open.length === 0 ? (
            <Text>{say('buyer.findings.none')}</Text>
          ) : (
            <ul className="plain-list">
              {findings.open.map((one) => (
                <li key={one.itemId}>
                  <Finding of={one} />
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <Text>{say('buyer.findings.not-told')}</Text>
      )}
    </Section>
  );
}

function ZeroTolerance({ of }: { readonly of: Findings['zeroTolerance'] }) {
  const say = useSay();
  const Icon = of === 'none' ? CircleCheck : OctagonAlert;
  return (
    <Text className="due" fw={600} c={of === 'none' ? undefined : 'red.8'}>
      <Icon aria-hidden size={18} /> {say(`buyer.zero-tolerance.${of}`)}
    </Text>
  );
}

function Finding({ of }: { readonly of: Findings['open'][number] }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { itemId, severity, question, value, dueAt, action } = of;
  return (
    <Paper withBorder p="sm">
      <Group gap="xs">
        <Mark stands={STANDS[severity] ?? 'open'}>{capitalised(sayCode('names.severity', severity))}</Mark>
        <Text size="sm" c="var(--frame-quiet)">
          {itemId} · {say(`buyer.answer.${value}`)}
        </Text>
      </Group>
      <Text>{question}</Text>
      {action && (
        <Text size="sm">
          {say(`buyer.action.${action}`)} {dueAt && action !== 'verified' && <Due at={dueAt} />}
        </Text>
      )}
    </Paper>
  );
}
