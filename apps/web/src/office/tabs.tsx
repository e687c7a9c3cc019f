import { Link, useSearch } from '@tanstack/react-router';
import './office.css';

interface TabsProps<T extends string> {
  readonly label: string;
  /** The first is what is shown when the address names none. */
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
}

/** Which part of a page is shown, as the address says. */
export function useTab<T extends string>(tabs: readonly [T, ...T[]]): T {
  const { tab }: { tab?: unknown } = useSearch({ strict: false });
  return tabs.find((one) => one === tab) ?? tabs[0];
}

/** Parts of a page, one of which is shown; kept in the address, and what narrowed another part is left behind. */
export function Tabs<T extends string>({ label, tabs }: TabsProps<T>) {
  const [first, ...rest] = tabs.map(({ value }) => value);
  const chosen = useTab([first as T, ...rest]);
  return (
    <nav className="office-tabs" aria-label={label}>
      {tabs.map((one) => (
        <Link
          key={one.value}
          to="."
          search={(one.value === first ? {} : { tab: one.value }) as never}
          className="office-tab"
          aria-current={one.value === chosen ? 'page' : undefined}
          // What a filter added to the address does not make it another part.
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {one.label}
        </Link>
      ))}
    </nav>
  );
}
