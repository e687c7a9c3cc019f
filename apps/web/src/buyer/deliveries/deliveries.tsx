import { listDeliveries, listScorecards, type DeliveryRecord, type ScorecardList } from '#client';
import { SCORECARD_WEIGHTS, type ScorecardPart } from '#domain';
import { Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCase } from '../../server/cases.js';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { SortableTable, type Column } from '../../ui/sortable-table.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Scorecard } from '../approved/scorecard.js';
import { isRequester } from '../one-page/decision-steps.js';
import { Section } from '../section.js';
import { useDeliveryColumns } from './delivery-columns.js';
import { DeliveryForm } from './delivery-form.js';
import '../../ui/more-styles.js';
import '../buyer.css';

type Month = ScorecardList['items'][number]['months'][number];
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
  const points = (id: string, title: string, value: (one: Month) => number): Column<Month> => ({
    ...{ id, title, kind: 'number', value },
    cell: (one) => number(value(one), 1),
  });
  const columns: readonly Column<Month>[] = [
    {
      ...{ id: 'month', title: say('buyer.record.month'), kind: 'time', isName: true },
      value: (one) => one.month,
      cell: (one) => month(one.month),
    },
    ...PARTS.map((part) =>
      points(
        part,
        say(`buyer.record.part.${part}`, { most: SCORECARD_WEIGHTS[part] }),
        (one) => one.parts[part],
      ),
    ),
    points('score', say('buyer.record.score'), ({ score }) => score),
  ];
  return (
    <Section title={say('buyer.record.scores')}>
      <Scorecard months={months} />
      {months.length > 0 && (
        <SortableTable
          name="scores"
          caption={say('buyer.record.scores')}
          columns={columns}
          rows={months}
          keyOf={(one) => one.month}
        />
      )}
      <Text size="sm" c="var(--frame-quiet)">
        {say('buyer.record.how')}
      </Text>
    </Section>
  );
}

function Came({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { data } = useSuspenseQuery({
    queryKey: ['case', caseId, 'deliveries'],
    queryFn: () => told(listDeliveries({ path: { id: caseId } })),
  });
  const columns = useDeliveryColumns();
  const all = data.items.map(({ item, content }) => ({ item, ...(content as unknown as DeliveryRecord) }));
  const latest = all.toSorted((a, b) => String(b.deliveredOn).localeCompare(String(a.deliveredOn)));
  if (latest.length === 0) return <Empty text={say('buyer.record.empty')} />;
  return (
    <Section title={say('buyer.record.came')}>
      <SortableTable
        name="deliveries"
        caption={say('buyer.record.came')}
        columns={columns}
        rows={latest}
        keyOf={({ item }) => item}
      />
    </Section>
  );
}
