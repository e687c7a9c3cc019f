import {
  createToken,
  listPeople,
  listTokens,
  revokeToken,
  rotateToken,
  type CreateToken,
  type NewTokenView,
  type TokenView,
} from '#client';
import { SCOPES, type Scope } from '#domain';
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import type { Problem } from '../../server/problem.js';
import { told, toldAll } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { List } from '../../ui/list.js';
import { useList } from '../../ui/pages.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { NumberField } from '../fields.js';
import { ShownOnce } from './shown-once.js';

/** Tokens by which programs come in as a person; one's own, or those of a colleague for an administrator. */
export function Tokens({ isAdministrator }: { readonly isAdministrator: boolean }) {
  const say = useSay();
  const { person, organisation } = useMe();
  const [personId, setPersonId] = useState(person.id);
  const [fresh, setFresh] = useState<string>();
  const list = useList<TokenView>(['tokens', personId], (cursor) =>
    listTokens({ path: { id: personId }, query: { cursor } }),
  );
  return (
    <>
      {isAdministrator && <Whose value={personId} onChange={setPersonId} />}
      {fresh && (
        <ShownOnce secret={fresh} text={say('buyer.token.secret')} onDone={() => setFresh(undefined)} />
      )}
      {isAdministrator ? (
        <NewToken personId={personId} organisationId={organisation.id} onMade={setFresh} key={personId} />
      ) : (
        <Text size="sm">{say('buyer.tokens.who')}</Text>
      )}
      <List
        list={list}
        keyOf={({ id }) => id}
        row={(one) => <Token of={one} isMine={one.personId === person.id} onMade={setFresh} />}
        empty={<Empty text={say('buyer.tokens.empty')} />}
      />
    </>
  );
}

function Whose({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const say = useSay();
  const { organisation, person } = useMe();
  const { data } = useQuery({
    queryKey: ['people', organisation.id],
    queryFn: () => toldAll((page) => listPeople({ query: { organisationId: organisation.id, ...page } })),
  });
  const people = data ?? [person];
  return (
    <NativeSelect
      label={say('buyer.tokens.whose')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      data={people.map(({ id, name }) => ({ value: id, label: name ?? id }))}
    />
  );
}

function useMaking<T>(make: (given: T) => Promise<NewTokenView>, onMade: (secret: string) => void) {
  const queries = useQueryClient();
  return useMutation<NewTokenView, Problem, T>({
    mutationFn: make,
    onSuccess: ({ token }) => {
      if (token) onMade(token);
      return queries.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
}
const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });

interface NewTokenProps {
  readonly personId: string;
  readonly organisationId: string;
  readonly onMade: (secret: string) => void;
}
function NewToken({ personId, organisationId, onMade }: NewTokenProps) {
  const say = useSay();
  const [days, setDays] = useState<number | undefined>(90);
  const [scopes, setScopes] = useState<readonly string[]>(['read']);
  const create = useMaking<CreateToken>(
    (body) => told(createToken({ path: { id: personId }, body, headers: key() })),
    onMade,
  );
  const isGood =
    days !== undefined && Number.isInteger(days) && days >= 1 && days <= 365 && scopes.length > 0;
  return (
    <Fold title={say('buyer.token.new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) create.mutate({ organisationId, expiresInDays: days, scopes: scopes as Scope[] });
        }}
      >
        <Stack gap="sm">
          <NumberField
            label={say('buyer.token.days')}
            hint={say('buyer.token.days.hint')}
            value={days}
            onChange={setDays}
          />
          <Checkbox.Group label={say('buyer.token.scopes')} value={[...scopes]} onChange={setScopes}>
            <Stack gap="xs" className="choices">
              {SCOPES.map((scope) => (
                <Checkbox key={scope} value={scope} label={say(`buyer.token.scope.${scope}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          {create.error && <ProblemText error={create.error} />}
          <Button type="submit" loading={create.isPending} disabled={!isGood} className="align-start">
            {say('buyer.token.create')}
          </Button>
        </Stack>
      </form>
    </Fold>
  );
}

interface TokenProps {
  readonly of: TokenView;
  readonly isMine: boolean;
  readonly onMade: (secret: string) => void;
}
function Token({ of, isMine, onMade }: TokenProps) {
  const say = useSay();
  const { day, moment, list } = useForms();
  const queries = useQueryClient();
  const rotate = useMaking<void>(
    () => told(rotateToken({ path: { id: of.id }, body: {}, headers: key() })),
    onMade,
  );
  const revoke = useMutation<unknown, Problem>({
    mutationFn: () => told(revokeToken({ path: { id: of.id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const isOver = of.revokedAt !== null || Date.parse(of.expiresAt) <= Date.now();
  const error = rotate.error ?? revoke.error;
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text fw={600}>
          <code>{of.prefix}…</code>
        </Text>
        <Text size="sm">
          {[
            of.revokedAt
              ? say('buyer.token.revoked', { day: day(of.revokedAt) })
              : say(isOver ? 'buyer.token.over' : 'buyer.token.until', { day: day(of.expiresAt) }),
            of.lastUsedAt
              ? say('buyer.token.used', { at: moment(of.lastUsedAt) })
              : say('buyer.token.unused'),
            list(of.scopes.map((scope) => say(`buyer.token.scope.${scope}`))),
          ].join(' · ')}
        </Text>
        {!isOver && (
          <Group gap="sm" align="flex-start">
            {isMine && (
              <SureButton
                variant="default"
                loading={rotate.isPending}
                question={say('buyer.token.rotate.sure')}
                onYes={() => rotate.mutate()}
              >
                {say('buyer.token.rotate')}
              </SureButton>
            )}
            <SureButton
              variant="light"
              color="red"
              loading={revoke.isPending}
              question={say('buyer.token.revoke.sure')}
              onYes={() => revoke.mutate()}
            >
              {say('buyer.token.revoke')}
            </SureButton>
          </Group>
        )}
        {error && <ProblemText error={error} />}
      </Stack>
    </Paper>
  );
}
