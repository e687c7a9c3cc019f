import '../../ui/more-styles.js';
import { createSchemeVersion, getScheme, type SchemeVersionSummary, type SchemeVersionView } from '#client';
import { Button, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { FromFile } from './from-file.js';
import { VersionState } from './state.js';
import { versionsQuery } from './version-data.js';
import '../office.css';

/** One scheme: its versions and where each stands. */
export function Scheme() {
  const say = useSay();
  const { roles } = useMe();
  const { schemeId } = useParams({ from: '/schemes/$schemeId' });
  const { data: scheme } = useSuspenseQuery({
    queryKey: ['schemes', schemeId, 'view'],
    queryFn: () => told(getScheme({ path: { id: schemeId } })),
  });
  const { data: versions } = useSuspenseQuery(versionsQuery(schemeId));
  return (
    <Stack>
      <Title order={1}>{scheme.name}</Title>
      <Link to="/schemes" className="office-link">
        {say('office.schemes.all')}
      </Link>
      <Text>{say('office.schemes.versions.what')}</Text>
      {versions.length === 0 && <Empty text={say('office.schemes.versions.empty')} />}
      <ul className="plain-list">
        {versions.map((one) => (
          <li key={one.id}>
            <Link
              to="/schemes/$schemeId/$versionId"
              params={{ schemeId, versionId: one.id }}
              className="row-link"
            >
              <Paper withBorder p="md">
                <Text fw={600}>{say('office.schemes.version', { version: one.version })}</Text>
                <VersionState of={one} />
              </Paper>
            </Link>
          </li>
        ))}
      </ul>
      {roles.includes('officer') && <NewDraft schemeId={schemeId} versions={versions} />}
    </Stack>
  );
}

interface NewDraftProps {
  readonly schemeId: string;
  readonly versions: readonly SchemeVersionSummary[];
}
/** A version that begins as a copy of another one, and is nobody's concern before it is published. */
function NewDraft({ schemeId, versions }: NewDraftProps) {
  const say = useSay();
  const navigate = useNavigate();
  const [version, setVersion] = useState('');
  const [basedOn, setBasedOn] = useState(versions.find(({ status }) => status === 'published')?.id ?? '');
  const create = useMutation<SchemeVersionView, Problem>({
    mutationFn: () =>
      told(
        createSchemeVersion({
          path: { id: schemeId },
          body: { version: version.trim(), ...(basedOn && { basedOn }) },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    onSuccess: ({ id }) =>
      void navigate({ to: '/schemes/$schemeId/$versionId', params: { schemeId, versionId: id } }),
  });
  return (
    <Section id="draft" title={say('office.schemes.draft')}>
      <Text size="sm">{say('office.schemes.draft.what')}</Text>
      <Stack gap="sm" className="office-form">
        <TextInput
          label={say('office.schemes.draft.name')}
          description={say('office.schemes.draft.name.hint')}
          value={version}
          onChange={({ target }) => setVersion(target.value)}
        />
        <NativeSelect
          label={say('office.schemes.draft.based')}
          value={basedOn}
          onChange={({ target }) => setBasedOn(target.value)}
          data={[
            ...versions.map((one) => ({
              value: one.id,
              label: say('office.schemes.version', { version: one.version }),
            })),
            { value: '', label: say('office.schemes.draft.own') },
          ]}
        />
        <Button
          className="office-start"
          loading={create.isPending}
          disabled={!version.trim()}
          onClick={() => create.mutate()}
        >
          {say('office.schemes.draft.create')}
        </Button>
        {create.error && <ProblemText error={create.error} />}
      </Stack>
      <FromFile schemeId={schemeId} />
    </Section>
  );
}
