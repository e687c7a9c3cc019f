import { listDeliveries, listScorecards, type DeliveryRecord } from '#client';
import { SCORECARD_WEIGHTS, type ScorecardPart } from '#domain';
import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCase } from '../../server/cases.js';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Scorecard } from '../approved/scorecard.js';
import { isRequester } from '../one-page/decision-steps.js';
import { Section } from '../section.js';
import { DeliveryForm } from './delivery-form.js';
import '../../ui/more-styles.js';
import '../buyer.css';

const PARTS = Object.keys(SCORECARD_WEIGHTS) as ScorecardPart[];

/** What came under an approval, and how it was scored month by month. */
export function Deliveries() {
  const say = useSay();
  const { id } = useParams({ from: '/qualifications/$id/deliveries' });
  const one = useCase(id);
  const me = useMe();
  const standing = one.approvals[me.organisation.id]?.status.standing;
  const counts = standing === 'approved' || standing === 'conditional';
  return (
    <Stack>
      <Title order={1}>{say('buyer.record.title', { supplier: one.supplier.name })}</Title>
      <Link to="/qualifications/$id" params={{ id }} className="text-link">
        {say('buyer.pilot.to-case', { number: one.caseNumber })}
      </Link>
      <Scores caseId={id} buyerId={me.organisation.id} />
      {counts && isRequester(me) && <DeliveryForm caseId={id} />}
      <Came caseId={id} />
    </Stack>
  );
}

function Scores({ caseId, buyerId }: { readonly caseId: string; readonly buyerId: string }) {
  const say = useSay();
  const { number, month } = useForms();
  const { data } = useSuspenseQuery({
    queryKey: ['case', caseId, 'scorecards'],
    queryFn: () => told(listScorecards({ path: { id: caseId } })),
  });
  const months = data.items.find((one) => one.buyerId === buyerId)?.months ?? [];
  return (
    <Section title={say('buyer.record.scores')}>
      <Scorecard months={months} />
      {months.length > 0 && (
        <div className="wide-table" tabIndex={0} role="region" aria-label={say('buyer.record.scores')}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{say('buyer.record.month')}</Table.Th>
                {PARTS.map((part) => (
                  <Table.Th key={part} scope="col">
                    {say(`buyer.record.part.${part}`, { most: SCORECARD_WEIGHTS[part] })}
                  </Table.Th>
                ))}
                <Table.Th scope="col">{say('buyer.record.score')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {months.map((one) => (
                <Table.Tr key={one.month}>
                  <Table.Th scope="row">{month(one.month)}</Table.Th>
                  {PARTS.map((part) => (
                    <Table.Td key={part}>{number(one.parts[part], 1)}</Table.Td>
                  ))}
                  <Table.Td>{number(one.score, 1)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <Text size="sm" c="var(--frame-quiet)">
        {say('buyer.record.how')}
      </Text>
    </Section>
  );
}

function Came({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { day, number, money } = useForms();
  const { data } = useSuspenseQuery({
    queryKey: ['case', caseId, 'deliveries'],
    queryFn: () => told(listDeliveries({ path: { id: caseId } })),
  });
  const all = data.items.map(({ item, content }) => ({ item, ...(content as unknown as DeliveryRecord) }));
  const latest = all.toSorted((a, b) => String(b.deliveredOn).localeCompare(String(a.deliveredOn)));
  if (latest.length === 0) return <Empty text={say('buyer.record.empty')} />;
  return (
    <Section title={say('buyer.record.came')}>
      <ul className="plain-list">
        {latest.map((one) => (
          <Paper key={one.item} withBorder p="sm" component="li">
            <Text fw={600}>{say('buyer.record.number', { number: one.item })}</Text>
            <Text size="sm">
              {[
                day(String(one.deliveredOn)),
                say('buyer.record.amount', {
                  delivered: number(one.delivered),
                  ordered: number(one.ordered),
                }),
                say(`buyer.record.${one.accepted ? 'accepted' : 'rejected'}`),
                one.valueUsd !== undefined && money(one.valueUsd),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Paper>
        ))}
      </ul>
    </Section>
  );
}
