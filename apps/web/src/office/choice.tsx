import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';

interface ChoiceProps {
  /** In the address. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What the address says of a choice; what is usual when it says nothing that there is. */
export function useChoice<T extends string>(name: string, options: readonly T[], usual: T): T {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return options.find((option) => option === search[name]) ?? usual;
}

/** One of several, kept in the address. Unlike a filter it always chooses one. */
export function Choice({ name, label, value, options }: ChoiceProps) {
  const navigate = useNavigate();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ target }) =>
        void navigate({
          to: '.',
          search: ((before: object) => ({ ...before, [name]: target.value })) as never,
        })
      }
      data={[...options]}
    />
  );
}
