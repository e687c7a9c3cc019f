import { listApprovals, type ApprovalList, type QualificationView } from '#client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react';
import { told } from '../../server/told.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useBuyerName } from './buyers.js';

type Approval = ApprovalList['items'][number];
const ICONS: Readonly<Record<string, LucideIcon>> = {
  approved: CircleCheck,
  conditional: TriangleAlert,
  suspended: TriangleAlert,
  declined: CircleX,
  expired: CircleX,
  ended: CircleX,
};

export const approvalsQuery = (id: string) => ({
  queryKey: ['case', id, 'approvals'],
  queryFn: async () => (await told(listApprovals({ path: { id } }))).items,
});

/** What each buyer decided; a no is that buyer's alone, and comes with what can be done. */
export function Approvals({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const there = Object.keys(of.approvals).length > 0;
  const { data = [] } = useQuery({ ...approvalsQuery(of.id), enabled: there });
  if (!there) return null;
  return (
    <Section id="approvals" title={say('supplier.approvals.title')}>
      <ul className="plain-list">
        {data.map((one) => (
          <li key={one.buyerId}>
            <One of={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ of: { buyerId, status, declineReason, advice } }: { readonly of: Approval }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day } = useForms();
  const Icon = ICONS[status.standing] ?? Hourglass;
  const name = useBuyerName()(buyerId);
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Title order={3}>{name}</Title>
        <Text className="due">
          <Icon aria-hidden size={18} /> {say(`supplier.approval.${status.standing}`)}
        </Text>
        {status.validUntil && (
          <Text size="sm">{say('supplier.approval.until', { day: day(status.validUntil) })}</Text>
        )}
        {declineReason && <Text size="sm">{say(`supplier.decline-reason.${declineReason}`)}</Text>}
        {advice && <Text size="sm">{sayCode('advice.declined', declineReason ?? '')}</Text>}
      </Stack>
    </Paper>
  );
}
