import type { ApprovedSupplierView } from '#client';
import { Group, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { pointsOf, SPARK_BOX, trendOf } from './sparkline.js';
import './approved.css';

/** Scores of the months with deliveries: a line to glance at, and the numbers beside it. */
export function Scorecard({ months }: Pick<ApprovedSupplierView, 'months'>) {
  const say = useSay();
  const { number, month, named } = useForms();
  const last = months.at(-1);
  if (!last) return <Text size="sm">{say('buyer.scorecard.none')}</Text>;
  const scores = months.map(({ score }) => score);
  const points = pointsOf(scores);
  const trend = trendOf(scores);
  const [endX, endY] = points.at(-1) ?? [0, 0];
  return (
    <div>
      <Group gap="sm">
        <svg className="sparkline" viewBox={SPARK_BOX} aria-hidden>
          <polyline points={points.map((point) => point.join(',')).join(' ')} />
          <circle cx={endX} cy={endY} r="3" />
        </svg>
        <Text fw={600}>
          {[
            say('buyer.scorecard.last', { score: number(last.score, 1), month: month(last.month) }),
            last.band && say(`buyer.band.${last.band}`),
            trend && say(`buyer.trend.${trend}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {months.length > 1 && (
        <Text size="sm" c="var(--frame-quiet)">
          {months.map((one) => named(month(one.month), number(one.score, 1))).join(' · ')}
        </Text>
      )}
    </div>
  );
}
