import '../../ui/more-styles.js';
import { listBuyerCandidates, type BuyerCandidateView } from '#client';
import { Anchor, Button, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { GradeMark } from '../grade.js';
import { schemeName, useNames } from '../names.js';
import { useCompared } from './compared.js';
import '../buyer.css';

/** Up to four candidates side by side. */
export function Compare() {
  const say = useSay();
  const { ids, toggle } = useCompared();
  const { data, error, isPending } = useQuery({
    queryKey: ['cases', 'compared', ids],
    queryFn: () => told(listBuyerCandidates({ query: { id: [...ids] } })),
    enabled: ids.length > 0,
  });
  // In the order in which they were chosen.
  const found = ids.flatMap((id) => data?.items.find((one) => one.qualificationId === id) ?? []);
  return (
    <Stack>
      <Title order={1}>{say('buyer.compare.title')}</Title>
      <Link to="/" search={{ compare: ids.join('.') || undefined } as never} className="text-link">
        {say('buyer.compare.back')}
      </Link>
      {error && <ProblemText error={error} />}
      {ids.length > 0 && isPending && <Loading />}
      {ids.length === 0 || (data && found.length === 0) ? (
        <Empty text={say('buyer.compare.empty')} />
      ) : (
        found.length > 0 && <SideBySide of={found} onRemove={toggle} />
      )}
    </Stack>
  );
}

type Row = readonly [name: string, value: (one: BuyerCandidateView) => ReactNode];
function useRows(): readonly Row[] {
  const say = useSay();
  const { day, number, list } = useForms();
  const { category, province, stage, unit } = useNames();
  const amount = (one: BuyerCandidateView, value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : `${number(value)} ${one.goods?.unit ? unit(one.goods.unit) : ''}`;
  return [
    ['grade', ({ grade }) => <GradeMark grade={grade} />],
    ['place', ({ stage: name, substate }) => stage(`${name}.${substate}`)],
    ['standing', ({ standing }) => say(`buyer.standing.${standing}`)],
    ['category', (one) => category(one.category)],
    ['province', ({ site }) => site.province && province(site.province)],
    ['products', ({ goods }) => goods && list(goods.products)],
    ['hs', ({ goods }) => goods && list(goods.hsLines)],
    ['capacity', (one) => amount(one, one.goods?.monthlyCapacity)],
    ['free', (one) => amount(one, one.goods?.freeCapacity)],
    [
      'lead-time',
      ({ goods }) =>
        goods && goods.leadTimeDays !== null ? say('buyer.days', { days: goods.leadTimeDays }) : null,
    ],
    ['minimum', (one) => amount(one, one.goods?.minimumOrder)],
    ['workers', ({ workers }) => (workers === null ? null : number(workers))],
    ['women', ({ womenOwned }) => (womenOwned === null ? null : say(womenOwned ? 'buyer.yes' : 'buyer.no'))],
    [
      'certificates',
      ({ certificates }) => certificates && list(certificates.map(({ scheme }) => schemeName(scheme))),
    ],
    ['valid-until', ({ validUntil }) => (validUntil ? day(validUntil) : say('buyer.compare.not-valid'))],
  ];
}

interface SideBySideProps {
  readonly of: readonly BuyerCandidateView[];
  readonly onRemove: (id: string) => void;
}
function SideBySide({ of, onRemove }: SideBySideProps) {
  const say = useSay();
  const rows = useRows();
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={say('buyer.compare.title')}>
      <Table withTableBorder withColumnBorders className="compare-table" style={{ '--compared': of.length }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {of.map(({ qualificationId: id, supplier, caseNumber }) => (
              <Table.Th key={id} scope="col">
                <Anchor renderRoot={(props) => <Link to="/qualifications/$id" params={{ id }} {...props} />}>
                  {supplier.name}
                </Anchor>
                <Text size="sm">{caseNumber}</Text>
                <Button
                  variant="subtle"
                  px="xs"
                  className="compare-remove"
                  aria-label={say('buyer.compare.remove-this', { supplier: supplier.name })}
                  onClick={() => onRemove(id)}
                >
                  {say('buyer.compare.remove')}
                </Button>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{say(`buyer.compare.row.${name}`)}</Table.Th>
              {of.map((one) => (
                <Table.Td key={one.qualificationId}>{value(one) || say('buyer.unknown')}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
