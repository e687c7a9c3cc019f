import type { LotPlanView } from '#client';
import { List, Paper, Stack, Text } from '@mantine/core';
import { CircleCheck, CircleDot, CircleX } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { InspectionDraft, LiveVerdict } from './live-verdict.js';

interface VerdictProps {
  readonly of: LiveVerdict;
  readonly draft: InspectionDraft;
  readonly plan: LotPlanView;
}
const ICONS = { accepted: CircleCheck, rejected: CircleX, open: CircleDot } as const;

/** What the counts come to so far, and why: in sentences. */
export function Verdict({ of: { is, reasons, left, checksLeft }, draft, plan }: VerdictProps) {
  const say = useSay();
  const { list } = useForms();
  const Icon = ICONS[is];
  const { found } = draft;
  const limits = { majorAc: plan.major.ac, minorAc: plan.minor.ac };
  return (
    <Paper withBorder p="md" className="live-verdict" data-is={is}>
      <Stack gap="xs" role="status">
        <Text className="due" fw={600} size="lg">
          <Icon aria-hidden size={24} /> {say(`buyer.live.${is}`)}
        </Text>
        {is === 'rejected' ? (
          <List>
            {reasons.map((reason) => (
              <List.Item key={reason.code === 'defects' ? reason.class : reason.check}>
                {reason.code === 'defects'
                  ? say('buyer.live.too-many', {
                      what: say(`buyer.defect.${reason.class}`),
                      found: reason.found,
                      ac: reason.ac,
                    })
                  : say(`buyer.live.failed.${reason.check}`)}
              </List.Item>
            ))}
          </List>
        ) : (
          <Text>{say('buyer.live.within', { ...found, ...limits })}</Text>
        )}
        {left > 0 && (
          <Text>{say(is === 'rejected' ? 'buyer.live.left-anyway' : 'buyer.live.left', { left })}</Text>
        )}
        {checksLeft.length > 0 && (
          <Text>
            {say('buyer.live.checks-left', {
              checks: list(checksLeft.map((check) => say(`buyer.other-check.${check}`))),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
