import {
  listQualifications,
  verifyJournal,
  type JournalVerification,
  type QualificationSummary,
} from '#client';
import { Button, Group, List as Items, Paper, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useCaseSearch } from '../case-search.js';

const ON_A_PAGE = 10;

/** Whether the journal of a case is whole: its chain is counted again, entry by entry, up to its last anchor. */
export function Journals() {
  const say = useSay();
  const search = useCaseSearch();
  const { q } = useFilters([search]);
  const list = useList<QualificationSummary>(['cases', 'journals', q], (cursor) =>
    listQualifications({ query: { q, cursor, limit: ON_A_PAGE } }),
  );
  return (
    <Section id="journals" title={say('office.operations.journals')}>
      <Text size="sm">{say('office.operations.journals.what')}</Text>
      <Filters filters={[search]} />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Journal of={one} />}
        empty={<Empty text={say(q ? 'office.cases.none-fit' : 'office.operations.journals.empty')} />}
      />
    </Section>
  );
}

function Journal({ of: { id, caseNumber, supplier } }: { readonly of: QualificationSummary }) {
  const say = useSay();
  const verify = useMutation<JournalVerification, Problem>({
    mutationFn: () => told(verifyJournal({ path: { id } })),
  });
  return (
    <Paper withBorder p="sm" component="article" aria-label={caseNumber}>
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Text>
            <strong>{caseNumber}</strong> · {supplier.name}
          </Text>
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            {say('office.operations.verify')}
            <VisuallyHidden> {caseNumber}</VisuallyHidden>
          </Button>
        </Group>
        <div role="status">{verify.data && <Verdict of={verify.data} />}</div>
        {verify.error && <ProblemText error={verify.error} />}
      </Stack>
    </Paper>
  );
}

function Verdict({
  of: { intact, entries, reliances, anchor, faults },
}: {
  readonly of: JournalVerification;
}) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment, number } = useForms();
  const isWhole = intact && anchor?.matches !== false;
  const Icon = isWhole ? CircleCheck : CircleX;
  return (
    <>
      <Text fw={600} className="due" c={isWhole ? undefined : 'red.8'}>
        <Icon aria-hidden size={20} />{' '}
        {say(isWhole ? 'office.operations.intact' : 'office.operations.broken', {
          entries: number(entries),
          reliances: number(reliances),
        })}
      </Text>
      <Text size="sm">
        {anchor
          ? say(anchor.matches ? 'office.operations.anchor' : 'office.operations.anchor.differs', {
              seq: number(anchor.seq),
              line: number(anchor.number),
              at: moment(anchor.time),
            })
          : say('office.operations.anchor.none')}
      </Text>
      {faults.length > 0 && (
        <Items size="sm">
          {faults.map(({ seq, fault }) => (
            <Items.Item key={`${seq} ${fault}`}>
              {say('office.operations.entry', { seq: number(seq) })}{' '}
              {sayCode('office.operations.fault', fault)}
            </Items.Item>
          ))}
        </Items>
      )}
    </>
  );
}
