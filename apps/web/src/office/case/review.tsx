import { getReview } from '#client';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCase } from '../../server/cases.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { StatusLine } from '../../ui/status-line.js';
import { useLanguage, useSay } from '../../words/words.js';
import { CaseHead } from './case-head.js';
import { ReviewAnswers } from './review-answers.js';
import { DraftedActions, ReviewDecide } from './review-decide.js';
import { ReviewScore } from './review-score.js';
import { ZeroTolerance } from './zero-tolerance.js';

/** An assessment as it is reviewed: the score and why, every answer beside its evidence, and the decision. */
export function Review() {
  const say = useSay();
  const language = useLanguage();
  const { id } = useParams({ from: '/qualifications/$id/review' });
  const one = useCase(id);
  const [toReturn, setToReturn] = useState<readonly string[]>([]);
  const { data, error } = useQuery({
    queryKey: ['case', id, 'review', language],
    queryFn: () => told(getReview({ path: { id }, query: { language } })),
  });
  const mark = (item: string, isMarked: boolean) =>
    setToReturn(isMarked ? [...toReturn, item] : toReturn.filter((other) => other !== item));
  const submitted = one.audit.phase === 'submitted';
  return (
    <Stack>
      <CaseHead of={one} page="/review" />
      <StatusLine of={one} />
      {error && <ProblemText error={error} />}
      {!data && !error && <Loading />}
      {data && !submitted && <Empty text={say('office.review.not-yet')} />}
      {data && submitted && (
        <>
          <ReviewScore of={one} proposed={data.proposed} />
          <ZeroTolerance of={one} said={data.zeroTolerance} />
          <ReviewAnswers of={one} toReturn={toReturn} onMark={mark} />
          <DraftedActions of={one} actions={data.correctiveActions} />
          <ReviewDecide of={one} review={data} toReturn={toReturn} />
          <Text size="sm">{say('office.review.record')}</Text>
        </>
      )}
    </Stack>
  );
}
