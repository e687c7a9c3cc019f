import { Group, Radio, Stack } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';
import { OTHER_CHECKS, type InspectionDraft } from './live-verdict.js';

interface OtherChecksProps {
  readonly draft: InspectionDraft;
  readonly set: (next: InspectionDraft) => void;
}

/** What is looked at of the lot as a whole; each has to be right. */
export function OtherChecks({ draft, set }: OtherChecksProps) {
  const say = useSay();
  const { otherChecks } = draft;
  return (
    <Section title={say('buyer.inspect.other')}>
      <Stack gap="sm">
        {OTHER_CHECKS.map((check) => (
          <YesNo
            key={check}
            label={say(`buyer.other-check.${check}.question`)}
            value={otherChecks[check]}
            onChange={(right) => set({ ...draft, otherChecks: { ...otherChecks, [check]: right } })}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}
/** A question that has to be answered: nothing is chosen before somebody chooses. */
export function YesNo({ label, value, onChange }: YesNoProps) {
  const say = useSay();
  return (
    <Radio.Group
      label={label}
      value={value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(answer) => onChange(answer === 'yes')}
    >
      <Group gap="lg" className="choices">
        <Radio value="yes" label={say('buyer.yes')} />
        <Radio value="no" label={say('buyer.no')} />
      </Group>
    </Radio.Group>
  );
}
