import {
  listQualifications,
  previewSchemeMigration,
  type QualificationSummary,
  type SchemeMigration,
} from '#client';
import { Button, Group, List as Items, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { caseQuery } from '../../server/cases.js';
import { told } from '../../server/told.js';
import { AskButton } from '../../ui/ask-button.js';
import { Empty } from '../../ui/empty.js';
import { Filters, useFilters, type Filter } from '../../ui/filters.js';
import { List } from '../../ui/list.js';
import { Loading } from '../../ui/loading.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import type { Version } from './version-data.js';

const ON_A_PAGE = 20;
const ANYTHING = /\S/;

/** Running cases keep the version that they began with; what would change for one that goes over to this one. */
export function Migrations({ of }: { readonly of: Version }) {
  const say = useSay();
  const filters: readonly Filter[] = [
    {
      name: 'q',
      label: say('office.cases.q'),
      form: ANYTHING,
      wrong: '',
      clean: (text) => text,
    },
  ];
  const query = useFilters(filters);
  const list = useList<QualificationSummary>(['cases', 'migrations', query], (cursor) =>
    listQualifications({ query: { ...query, cursor, limit: ON_A_PAGE } }),
  );
  return (
    <Stack>
      <Text>{say('office.schemes.cases.what')}</Text>
      <Filters filters={filters} />
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Case of={of} case={one} />}
        empty={<Empty text={say('office.cases.none-fit')} />}
      />
    </Stack>
  );
}

interface CaseProps {
  readonly of: Version;
  readonly case: QualificationSummary;
}
function Case({ of, case: { id, caseNumber, supplier } }: CaseProps) {
  const say = useSay();
  const [isWanted, setWanted] = useState(false);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Text>
            <strong>{caseNumber}</strong> · {supplier.name}
          </Text>
          {!isWanted && (
            <Button variant="default" onClick={() => setWanted(true)}>
              {say('office.schemes.cases.show')}
            </Button>
          )}
        </Group>
        {isWanted && <Plan of={of} caseId={id} />}
      </Stack>
    </Paper>
  );
}

function Plan({ of, caseId }: { readonly of: Version; readonly caseId: string }) {
  const say = useSay();
  const { data: one } = useQuery(caseQuery(caseId));
  const { data, error } = useQuery({
    queryKey: ['case', caseId, 'migration', of.id],
    queryFn: () => told(previewSchemeMigration({ path: { id: caseId }, query: { schemeVersionId: of.id } })),
  });
  if (error) return <ProblemText error={error} />;
  if (!data || !one) return <Loading />;
  if (one.schemeVersionId === of.id) return <Text role="status">{say('office.schemes.cases.has-it')}</Text>;
  return (
    <Stack gap="xs">
      <WhatChanges of={data} />
      {!data.refusal && (
        <AskButton
          of={one}
          command={{ type: 'migrate-scheme', schemeVersionId: of.id }}
          question={say('office.schemes.cases.sure')}
        >
          {say('office.schemes.cases.move')}
        </AskButton>
      )}
    </Stack>
  );
}

function WhatChanges({ of }: { readonly of: SchemeMigration }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { day, list } = useForms();
  const { added, removed, changed, deadlines, checks, answersKept, refusal } = of;
  const lines = [
    added.length > 0 && say('office.schemes.plan.added', { ids: list(added) }),
    removed.length > 0 && say('office.schemes.plan.removed', { ids: list(removed) }),
    changed.length > 0 && say('office.schemes.plan.changed', { ids: list(changed.map(({ id }) => id)) }),
    ...deadlines.map(({ deadline, dueAt, newDueAt }) =>
      say('office.schemes.plan.deadline', {
        deadline: sayCode('deadlines', deadline.split(':')[0] ?? ''),
        before: day(dueAt),
        after: day(newDueAt),
      }),
    ),
    checks.length > 0 &&
      say('office.schemes.plan.checks', {
        checks: list(checks.map((check) => sayCode('names.check', check))),
      }),
    answersKept.length > 0 && say('office.schemes.plan.kept', { ids: list(answersKept) }),
  ].filter((line) => line !== false);
  return (
    <>
      {refusal && (
        <Text fw={600}>
          {say('office.schemes.plan.refused')} {sayCode('refusals', refusal.code)}
        </Text>
      )}
      {lines.length === 0 ? (
        <Text>{say('office.schemes.plan.nothing')}</Text>
      ) : (
        <Items size="sm">
          {lines.map((line) => (
            <Items.Item key={line}>{line}</Items.Item>
          ))}
        </Items>
      )}
    </>
  );
}
