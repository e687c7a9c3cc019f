import { listApprovals, type QualificationView } from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { buyersQuery, pilotOrdersQuery } from '../../server/case-parts.js';
import { told } from '../../server/told.js';
import { Due } from '../../ui/due.js';
import { ProblemText } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';

const OPEN = ['placed', 'running', 'inspection'];

function useBuyerName(): (id: string) => string {
  const say = useSay();
  const { data = [] } = useQuery(buyersQuery);
  return (id) => data.find((buyer) => buyer.id === id)?.name ?? say('office.case.a-buyer');
}

/** Orders on trial: by whom, how they go, and what came of each lot. */
export function Orders({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day, number } = useForms();
  const buyer = useBuyerName();
  const there = Object.keys(of.pilots).length > 0;
  const { data, error } = useQuery({ ...pilotOrdersQuery(of.id), enabled: there });
  if (!there) return null;
  return (
    <Section id="pilots" title={say('office.case.pilots')}>
      {error && <ProblemText error={error} />}
      {data?.map(({ id, buyerId, phase, placedAt, dueAt, lots }) => (
        <Stack key={id} gap={4}>
          <Title order={3}>{buyer(buyerId)}</Title>
          <Text>
            {sayCode('office.pilot', phase)}
            {placedAt && ` · ${say('office.pilot.placed-on', { day: day(placedAt) })}`}
          </Text>
          {OPEN.includes(phase) && <Due at={dueAt} />}
          {lots.map(({ lot, size, phase: at, first }) => (
            <Text key={lot} size="sm">
              {say('office.pilot.lot', {
                lot: number(lot),
                size: number(size),
                state: sayCode('office.lot', at),
              })}
              {first && (
                <>
                  <br />
                  {say('office.pilot.found', {
                    inspected: number(first.inspected),
                    defective: number(first.defective),
                  })}
                </>
              )}
            </Text>
          ))}
        </Stack>
      ))}
    </Section>
  );
}

/** What each buyer decided about the supplier. */
export function Approvals({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day } = useForms();
  const buyer = useBuyerName();
  const there = Object.keys(of.approvals).length > 0;
  const { data, error } = useQuery({
    queryKey: ['case', of.id, 'approvals'],
    queryFn: async () => (await told(listApprovals({ path: { id: of.id } }))).items,
    enabled: there,
  });
  if (!there) return null;
  return (
    <Section id="approvals" title={say('office.case.approvals')}>
      {error && <ProblemText error={error} />}
      <ul className="plain-list">
        {data?.map(({ buyerId, phase, status, declineReason }) => (
          <li key={buyerId}>
            <Text fw={600}>{buyer(buyerId)}</Text>
            <Text>{sayCode('office.approval', phase)}</Text>
            {status.validUntil && (
              <Text size="sm">{say('office.approval.until', { day: day(status.validUntil) })}</Text>
            )}
            {declineReason && <Text size="sm">{sayCode('office.decline', declineReason)}</Text>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
