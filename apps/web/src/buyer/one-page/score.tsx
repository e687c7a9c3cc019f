import type { OnePageView } from '#client';
import { Group, List, Stack, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { GradeMark } from '../grade.js';
import { Section } from '../section.js';
import './one-page.css';

type Score = NonNullable<OnePageView['score']>;

/** How the site was graded: the total, each section against its floor, and what keeps the grade down. */
export function ScoreSection({ of: { audit, score, notOpened } }: { readonly of: OnePageView }) {
  const say = useSay();
  const { number, day } = useForms();
  const { current, initial, visitDate } = audit ?? {};
  return (
    <Section title={say('buyer.page.score')} isOpened={!notOpened.includes('audit-result')}>
      {current ? (
        <Group gap="sm">
          <GradeMark grade={current.grade} />
          <Text>{say('buyer.score.total', { total: number(current.total, 1) })}</Text>
          {initial && initial.total !== current.total && (
            <Text size="sm">
              {say('buyer.score.initial', { grade: initial.grade, total: number(initial.total, 1) })}
            </Text>
          )}
        </Group>
      ) : (
        <Text>{say('buyer.score.none')}</Text>
      )}
      {visitDate ? (
        <Text size="sm" c="var(--frame-quiet)">
          {say('buyer.score.visit', { day: day(String(visitDate)) })}
        </Text>
      ) : null}
      {score && <Sections of={score.sections} />}
      {score && score.limits.length > 0 && <Limits of={score.limits} />}
      {current && !score && <Text c="var(--frame-quiet)">{say('buyer.score.no-sections')}</Text>}
    </Section>
  );
}

function Sections({ of }: { readonly of: Score['sections'] }) {
  return (
    <ul className="plain-list score-bars">
      {of.map((one) => (
        <li key={one.section}>
          <SectionBar of={one} />
        </li>
      ))}
    </ul>
  );
}

/** One section: its score as a bar with the floor marked on it, and both as words. */
function SectionBar({ of: { title, score, floor, belowFloor } }: { readonly of: Score['sections'][number] }) {
  const say = useSay();
  const { number } = useForms();
  const Icon = belowFloor ? TriangleAlert : CircleCheck;
  return (
    <Stack gap={2}>
      <Group justify="space-between" gap="xs">
        <Text>{title}</Text>
        <Text
          size="sm"
          className="due"
          c={belowFloor ? 'red.8' : undefined}
          fw={belowFloor ? 600 : undefined}
        >
          {score === null ? (
            say('buyer.score.not-applicable')
          ) : (
            <>
              <Icon aria-hidden size={16} /> {number(score, 1)}
              {floor !== null &&
                ` · ${say(`buyer.score.floor.${belowFloor ? 'below' : 'above'}`, { floor })}`}
            </>
          )}
        </Text>
      </Group>
      {score !== null && (
        <svg className="score-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
          <rect width="100" height="8" className="score-bar-ground" />
          <rect width={score} height="8" className={belowFloor ? 'score-bar-below' : 'score-bar-value'} />
          {floor !== null && <rect x={floor - 0.4} width="0.8" height="8" className="score-bar-floor" />}
        </svg>
      )}
    </Stack>
  );
}

function Limits({ of }: { readonly of: readonly string[] }) {
  const say = useSay();
  return (
    <Stack gap={4}>
      <Text fw={600}>{say('buyer.score.limits')}</Text>
      <List>
        {of.map((limit) => (
          <List.Item key={limit}>{say(`buyer.limit.${limit}`)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
