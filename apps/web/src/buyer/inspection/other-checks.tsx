import { Stack } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';
import { YesNo } from '../yes-no.js';
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
