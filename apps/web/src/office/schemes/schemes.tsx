import '../../ui/more-styles.js';
import { createScheme, listSchemes, type SchemeView } from '#client';
import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Fold } from '../../ui/fold.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import '../office.css';

/** What suppliers are judged by: every scheme of the programme. */
export function Schemes() {
  const say = useSay();
  const { day } = useForms();
  const { roles } = useMe();
  const list = useList<SchemeView>(['schemes'], (cursor) => listSchemes({ query: { cursor } }));
  return (
    <Stack>
      <Title order={1}>{say('office.schemes.title')}</Title>
      <Text>{say('office.schemes.what')}</Text>
      <List
        list={list}
        keyOf={({ id }) => id}
        row={({ id, name, code, createdAt }) => (
          <Link to="/schemes/$schemeId" params={{ schemeId: id }} className="row-link">
            <Paper withBorder p="md">
              <Text fw={600}>{name}</Text>
              <Text size="sm" className="office-quiet">
                {code} · {say('office.schemes.since', { day: day(createdAt) })}
              </Text>
            </Paper>
          </Link>
        )}
        empty={<Empty text={say('office.schemes.empty')} />}
      />
      {roles.includes('officer') && (
        <Fold title={say('office.schemes.new')}>
          <NewScheme />
        </Fold>
      )}
    </Stack>
  );
}

function NewScheme() {
  const say = useSay();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const create = useMutation<SchemeView, Problem>({
    mutationFn: () =>
      told(
        createScheme({
          body: { code: code.trim(), name: name.trim() },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    onSuccess: ({ id }) => void navigate({ to: '/schemes/$schemeId', params: { schemeId: id } }),
  });
  return (
    <Stack gap="sm" className="office-form">
      <TextInput
        label={say('office.schemes.name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextInput
        label={say('office.schemes.code')}
        description={say('office.schemes.code.hint')}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button
        className="office-start"
        loading={create.isPending}
        disabled={!code.trim() || !name.trim()}
        onClick={() => create.mutate()}
      >
        {say('office.schemes.create')}
      </Button>
      {create.error && <ProblemText error={create.error} />}
    </Stack>
  );
}
