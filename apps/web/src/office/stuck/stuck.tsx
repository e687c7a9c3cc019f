import '../../ui/more-styles.js';
import { Stack, Text, Title } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { Tabs, useTab } from '../tabs.js';
import { Escalations } from './escalations.js';
import { StuckCases } from './stuck-cases.js';

const TABS = ['stuck', 'late'] as const;

/** What does not go on by itself: cases that are stuck, and what somebody should have done by now. */
export function Stuck() {
  const say = useSay();
  const tab = useTab([...TABS]);
  return (
    <Stack>
      <Title order={1}>{say('office.stuck.title')}</Title>
      <Tabs
        label={say('office.stuck.tabs')}
        tabs={TABS.map((value) => ({ value, label: say(`office.stuck.tab.${value}`) }))}
      />
      <Text>{say(`office.stuck.what.${tab}`)}</Text>
      {tab === 'stuck' ? <StuckCases /> : <Escalations />}
    </Stack>
  );
}
