import {
  listSavedFilters,
  removeFilter,
  saveFilter,
  type SavedFilterView,
  type SetSavedFilter,
} from '#client';
import { Button, CloseButton, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import type { Chosen } from '../../ui/filters.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { ChipButton } from './chips.js';
import './desk.css';

const KEY = ['saved-filters'];
const MOST_LETTERS = 60;

type Query = Readonly<Record<string, unknown>>;
const sameText = (query: Query): string =>
  JSON.stringify(
    Object.entries(query)
      .map(([name, value]) => [name, String(value)])
      .sort(),
  );

interface SavedFiltersProps {
  readonly list: SetSavedFilter['list'];
  /** What the list is narrowed to now. */
  readonly query: Query;
}
/** What somebody often narrows a list to: each under a name, one touch away. */
export function SavedFilters({ list, query }: SavedFiltersProps) {
  const say = useSay();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => told(listSavedFilters()) });
  const saved = data?.items.filter((one) => one.list === list) ?? [];
  const now = sameText(query);
  const remove = useMutation<unknown, Problem, string>({
    mutationFn: (filterId) => told(removeFilter({ path: { filterId } })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const isNew = Object.keys(query).length > 0 && !saved.some((one) => sameText(one.query) === now);
  if (saved.length === 0 && !isNew) return null;
  return (
    <Stack gap="xs">
      {saved.length > 0 && (
        <ul className="chips" aria-label={say('office.saved.title')}>
          {saved.map((one) => (
            <Saved
              key={one.id}
              of={one}
              now={query}
              isOn={sameText(one.query) === now}
              onRemove={remove.mutate}
            />
          ))}
        </ul>
      )}
      {remove.error && <ProblemText error={remove.error} />}
      {isNew && <Save key={now} list={list} query={query} />}
    </Stack>
  );
}

interface SavedProps {
  readonly of: SavedFilterView;
  /** What of the address it takes the place of. */
  readonly now: Query;
  readonly isOn: boolean;
  readonly onRemove: (id: string) => void;
}
function Saved({ of: { id, name, query }, now, isOn, onRemove }: SavedProps) {
  const say = useSay();
  const none = Object.fromEntries(Object.keys(now).map((field) => [field, undefined]));
  return (
    <li className="saved-filter">
      <ChipButton
        of={{
          text: name,
          isOn,
          icon: <Bookmark aria-hidden size={16} />,
          change: { ...none, ...query } as Chosen,
        }}
      />
      <CloseButton size={44} aria-label={say('office.saved.remove', { name })} onClick={() => onRemove(id)} />
    </li>
  );
}

function Save({ list, query }: SavedFiltersProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const save = useMutation<unknown, Problem, string>({
    mutationFn: (called) =>
      told(
        saveFilter({
          path: { filterId: crypto.randomUUID() },
          body: { list, name: called, query } as SetSavedFilter,
          headers: { 'If-None-Match': '*' } as never,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate(name.trim());
  };
  if (!isNaming)
    return (
      <Button variant="subtle" className="save-filter" onClick={() => setNaming(true)}>
        {say('office.saved.save')}
      </Button>
    );
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={say('office.saved.name')}
          maxLength={MOST_LETTERS}
          autoFocus
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {say('office.saved.save-now')}
        </Button>
        <Button variant="subtle" onClick={() => setNaming(false)}>
          {say('office.cancel')}
        </Button>
      </Group>
      {save.error && <ProblemText error={save.error} />}
    </form>
  );
}
