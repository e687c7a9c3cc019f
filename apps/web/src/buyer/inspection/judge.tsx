import type { QualificationView } from '#client';
import { Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AskButton } from '../../ui/ask-button.js';
import { useSay } from '../../words/words.js';
import { YesNo } from '../yes-no.js';
import type { LiveVerdict } from './live-verdict.js';

interface JudgeProps {
  readonly one: QualificationView;
  readonly pilotId: string;
  readonly lot: number;
  readonly verdict: LiveVerdict;
  /** All that was written down was received. */
  readonly isSent: boolean;
}

/** The end of an inspection: the lot is judged by what was written down, once all of it arrived. */
export function Judge({ one, pilotId, lot, verdict, isSent }: JudgeProps) {
  const say = useSay();
  const navigate = useNavigate();
  const [documentsRight, setDocumentsRight] = useState<boolean>();
  const isSeen = verdict.left === 0 && verdict.checksLeft.length === 0;
  const subject = { pilotId, lot };
  return (
    <Stack gap="sm">
      <YesNo label={say('buyer.inspect.documents')} value={documentsRight} onChange={setDocumentsRight} />
      {!isSeen && <Text size="sm">{say('buyer.inspect.not-yet')}</Text>}
      {isSeen && !isSent && <Text size="sm">{say('buyer.inspect.not-sent')}</Text>}
      <AskButton
        of={one}
        command={{ type: 'judge-lot', ...subject, documentsRight: documentsRight === true }}
        subject={subject}
        disabled={!isSeen || !isSent || documentsRight === undefined}
        question={say(`buyer.inspect.judge.sure.${verdict.is}`)}
        said={isSeen && isSent ? [] : ['inspection-incomplete']}
        onDone={() => void navigate({ to: '/pilots/$caseId/$pilotId', params: { caseId: one.id, pilotId } })}
      >
        {say('buyer.inspect.judge.now')}
      </AskButton>
    </Stack>
  );
}
