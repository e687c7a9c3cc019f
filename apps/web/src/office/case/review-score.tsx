import type { QualificationView, ReviewView, ScoreView } from '#client';
import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { scoreQuery } from '../../server/case-parts.js';
import { useItemWords } from '../../ui/item-words.js';
import { Mark } from '../../ui/mark.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';

type Breakdown = NonNullable<ScoreView['breakdown']>;
const STANDS: Readonly<Record<string, 'good' | 'attention' | 'stop'>> = {
  pass: 'good',
  conditional: 'attention',
  fail: 'stop',
};
const MOST_LOST = 8;

interface ReviewScoreProps {
  readonly of: QualificationView;
  readonly proposed: ReviewView['proposed'];
}
/** What the answers come to, section by section, what keeps the grade down, and where points were lost. */
export function ReviewScore({ of, proposed }: ReviewScoreProps) {
  const say = useSay();
  const { number } = useForms();
  const { data } = useQuery(scoreQuery(of.id));
  const breakdown = data?.breakdown;
  return (
    <Section id="score" title={say('office.review.score')}>
      {proposed && (
        <Group gap="sm">
          <Mark stands={STANDS[proposed.outcome]}>
            {say('office.review.grade', { grade: proposed.grade })}
          </Mark>
          <Text>{say('office.review.total', { total: number(proposed.total, 1) })}</Text>
          <Text>{say(`office.review.outcome.${proposed.outcome}`)}</Text>
        </Group>
      )}
      {breakdown && breakdown.limits.length > 0 && (
        <div>
          <Text fw={600}>{say('office.review.limits')}</Text>
          <List>
            {breakdown.limits.map((limit) => (
              <List.Item key={limit}>{say(`office.review.limit.${limit}`)}</List.Item>
            ))}
          </List>
        </div>
      )}
      {breakdown && (
        <div className="side-by-side">
          <Sections of={breakdown.sections} />
          <Lost of={breakdown.lost} caseId={of.id} />
        </div>
      )}
    </Section>
  );
}

function Sections({ of }: { readonly of: Breakdown['sections'] }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  return (
    <div>
      <Title order={3}>{say('office.review.by-section')}</Title>
      <dl className="score-sections">
        {of.map(({ section, score, belowFloor, naShareHigh }) => (
          <div key={section}>
            <dt>{sayCode('office.section', section)}</dt>
            <dd>
              {score === undefined ? say('office.review.nothing-applies') : number(score, 1)}
              {belowFloor && <Mark stands="stop">{say('office.review.below-floor')}</Mark>}
              {naShareHigh && <Mark stands="attention">{say('office.review.na-high')}</Mark>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Lost({ of, caseId }: { readonly of: Breakdown['lost']; readonly caseId: string }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const words = useItemWords(caseId);
  const most = of.toSorted((one, other) => other.lost - one.lost);
  return (
    <Stack gap="xs">
      <Title order={3}>{say('office.review.lost')}</Title>
      {most.length === 0 && <Text>{say('office.review.nothing-lost')}</Text>}
      <ol className="lost">
        {most.slice(0, MOST_LOST).map(({ itemId, lost, reason }) => (
          <li key={itemId}>
            {itemId} · {words(itemId).question}
            <Text size="sm" c="var(--frame-quiet)">
              {say('office.review.points', { points: number(lost, 1) })} ·{' '}
              {sayCode('office.review.loss', reason)}
            </Text>
          </li>
        ))}
      </ol>
      {most.length > MOST_LOST && (
        <Text size="sm">{say('office.review.more-lost', { count: most.length - MOST_LOST })}</Text>
      )}
    </Stack>
  );
}
