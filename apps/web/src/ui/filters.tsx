import { Button, Group, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSay } from '../words/words.js';

export interface Filter {
  /** In the address, and as the API calls it. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export type Chosen = Readonly<Record<string, string | undefined>>;

/** What the address says of these filters; anything else in it is left alone. */
export function useFilters(filters: readonly Filter[]): Chosen {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const known = (name: string, options: Filter['options']) =>
    options.some(({ value }) => value === search[name]) ? (search[name] as string) : undefined;
  return Object.fromEntries(filters.map(({ name, options }) => [name, known(name, options)]));
}

/** Filters of a list, kept in the address: a link to it shows the same, and Back undoes one. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  const say = useSay();
  const chosen = useFilters(filters);
  const navigate = useNavigate();
  const set = (change: Chosen) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never });
  const none = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
  return (
    <Group align="flex-end" gap="sm" role="search">
      {filters.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          label={label}
          value={chosen[name] ?? ''}
          onChange={({ target }) => set({ [name]: target.value || undefined })}
          data={[{ value: '', label: say('shell.filter.all') }, ...options]}
        />
      ))}
      {Object.values(chosen).some(Boolean) && (
        <Button variant="subtle" onClick={() => set(none)}>
          {say('shell.filter.clear')}
        </Button>
      )}
    </Group>
  );
}
