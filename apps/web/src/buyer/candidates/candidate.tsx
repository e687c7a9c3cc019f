import type { BuyerCandidateView } from '#client';
import { Checkbox, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { GradeMark } from '../grade.js';
import { schemeName, useNames } from '../names.js';

/** What is made and how much of it is free, in one line. */
export function useGoodsLine() {
  const say = useSay();
  const { number, list } = useForms();
  const { unit } = useNames();
  return ({ goods }: Pick<BuyerCandidateView, 'goods'>): string => {
    if (!goods) return '';
    const count = (value: number) => `${number(value)} ${goods.unit ? unit(goods.unit) : ''}`.trim();
    return [
      list(goods.products),
      goods.freeCapacity !== null
        ? say('buyer.goods.free', { amount: count(goods.freeCapacity) })
        : goods.monthlyCapacity !== null &&
          say('buyer.goods.capacity', { amount: count(goods.monthlyCapacity) }),
      goods.leadTimeDays !== null && say('buyer.goods.lead-time', { days: goods.leadTimeDays }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

interface CandidateProps {
  readonly of: BuyerCandidateView;
  readonly compared: boolean;
  /** Four are chosen already. */
  readonly isFull: boolean;
  readonly onCompare: () => void;
}
/** One supplier that opened its case, with what one chooses by. */
export function Candidate({ of, compared, isFull, onCompare }: CandidateProps) {
  const say = useSay();
  return (
    <Paper withBorder className="candidate">
      <Link to="/qualifications/$id" params={{ id: of.qualificationId }} className="row-link">
        <Told of={of} />
      </Link>
      <Checkbox
        className="candidate-compare"
        label={say('buyer.compare.one')}
        aria-label={say('buyer.compare.this', { supplier: of.supplier.name })}
        checked={compared}
        disabled={isFull && !compared}
        onChange={onCompare}
      />
    </Paper>
  );
}

function Told({ of }: Pick<CandidateProps, 'of'>) {
  const say = useSay();
  const { day, list } = useForms();
  const { category, province, stage } = useNames();
  const goodsLine = useGoodsLine();
  const { site, grade, standing, validUntil, certificates, womenOwned, workers, watchedSince, notOpened } =
    of;
  const about = [
    category(of.category),
    site.province && province(site.province),
    workers !== null && say('buyer.workers', { workers }),
    womenOwned && say('buyer.women-owned'),
  ];
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{of.supplier.name}</Text>
        <GradeMark grade={grade} />
        {watchedSince && (
          <Text span size="sm" className="due">
            <Eye aria-hidden size={16} /> {say('buyer.watch.on')}
          </Text>
        )}
      </Group>
      <Text size="sm">{about.filter(Boolean).join(' · ')}</Text>
      <Text size="sm">{goodsLine(of)}</Text>
      {certificates && certificates.length > 0 && (
        <Text size="sm">
          {say('buyer.certificates.names', {
            names: list(certificates.map(({ scheme }) => schemeName(scheme))),
          })}
        </Text>
      )}
      <Text size="sm" c="var(--frame-quiet)">
        {[
          of.caseNumber,
          stage(`${of.stage}.${of.substate}`),
          validUntil && say('buyer.valid-until', { day: day(validUntil) }),
          standing !== 'none' && say(`buyer.standing.${standing}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {notOpened.length > 0 && (
        <Text size="sm" c="var(--frame-quiet)">
          {say('buyer.not-opened.short', {
            sections: list(notOpened.map((section) => say(`buyer.section.${section}`))),
          })}
        </Text>
      )}
    </Stack>
  );
}
