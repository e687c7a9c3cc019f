import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../words/words.js';

interface FilterBase {
  /** In the address, and as the API calls it. */
  readonly name: string;
  readonly label: string;
}
/** One of several values. */
export interface ChoiceFilter extends FilterBase {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
/** What somebody types, when it has the form that the API takes. */
export interface TextFilter extends FilterBase {
  readonly form: RegExp;
  /** What is said of text of another form. */
  readonly wrong: string;
  /** Digits that were typed in another writing become those that everybody reads. */
  readonly clean: (text: string) => string;
}
export type Filter = ChoiceFilter | TextFilter;
export type Chosen = Readonly<Record<string, string | undefined>>;

/** The router reads `?hs=5807` as a number, and `?overdue=true` as what is true. */
const textOf = (value: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
const fits = (filter: Filter, text: string): boolean =>
  'options' in filter ? filter.options.some(({ value }) => value === text) : filter.form.test(text);

/** What the address says of these filters; anything else in it is left alone. */
export function useFilters(filters: readonly Filter[]): Chosen {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return Object.fromEntries(
    filters.map((filter) => {
      const text = textOf(search[filter.name]);
      return [filter.name, text !== undefined && fits(filter, text) ? text : undefined];
    }),
  );
}

/** Filters of a list, kept in the address: a link to it shows the same, and Back undoes one. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useSay();
  const chosen = useFilters(filters);
  const navigate = useNavigate();
  const set = (change: Chosen) =>
    void navigate({
      to: '.',
      search: ((before: object) => ({ ...before, ...change })) as never,
      // The list may stand in the middle of a page.
      resetScroll: false,
    });
  const none = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
  return (
    <Group align="flex-start" gap="sm" role="search">
      {filters.map((filter) =>
        'options' in filter ? (
          <NativeSelect
            key={filter.name}
            label={filter.label}
            value={chosen[filter.name] ?? ''}
            onChange={({ target }) => set({ [filter.name]: target.value || undefined })}
            data={[{ value: '', label: say('shell.filter.all') }, ...filter.options]}
          />
        ) : (
          <Typed
            // What the address says goes before what was typed: Back undoes it.
            key={`${filter.name} ${chosen[filter.name]}`}
            of={filter}
            value={chosen[filter.name] ?? ''}
            onSet={(text) => set({ [filter.name]: text })}
          />
        ),
      )}
      {Object.values(chosen).some(Boolean) && (
        <Button variant="subtle" className="filters-clear" onClick={() => set(none)}>
          {say('shell.filter.clear')}
        </Button>
      )}
    </Group>
  );
}

interface TypedProps {
  readonly of: TextFilter;
  readonly value: string;
  readonly onSet: (text: string | undefined) => void;
}
/** Taken with Enter, or when the field is left. */
function Typed({ of: { label, form, wrong, clean }, value, onSet }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const text = clean(typed).trim();
  const bad = text !== '' && !form.test(text);
  const take = () => void (!bad && text !== value && onSet(text || undefined));
  return (
    <TextInput
      label={label}
      value={typed}
      error={bad ? wrong : undefined}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}
