import { listCorrectiveActions, type QualificationView } from '#client';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { told } from '../../server/told.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { CorrectionCard } from './correction-card.js';

const ORDER = ['open', 'rejected', 'submitted', 'verified'];

/** What must be put right, as cards: the open ones first, by what is due first. */
export function Corrections({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const there = Object.keys(of.correctiveActions).length > 0;
  const { data, error } = useQuery({
    queryKey: ['case', of.id, 'corrective-actions'],
    queryFn: async () => (await told(listCorrectiveActions({ path: { id: of.id } }))).items,
    enabled: there,
  });
  if (!there) return null;
  const sorted = (data ?? []).toSorted(
    (one, other) =>
      ORDER.indexOf(one.phase) - ORDER.indexOf(other.phase) || (one.dueAt < other.dueAt ? -1 : 1),
  );
  const open = sorted.filter(({ phase }) => phase === 'open' || phase === 'rejected').length;
  return (
    <Section id="corrections" title={say('supplier.corrections.title')}>
      <Text>{say('supplier.corrections.left', { count: open })}</Text>
      {error && <ProblemText error={error} />}
      {!data && !error && <Loading />}
      <ul className="plain-list">
        {sorted.map((action) => (
          <li key={action.id}>
            <CorrectionCard of={of} action={action} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
