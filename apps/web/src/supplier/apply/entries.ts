import type { InputCategory } from '#domain';
import type { Content, EntriesField } from './fields.js';
import { withoutEmpty } from './content.js';

/** The next id that no entry has: `o1`, `o2` ... */
function freeId(prefix: string, entries: readonly Content[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`${prefix}${n}`)) return `${prefix}${n}`;
}

/** An entry with what is known of it before anybody writes. */
export const newEntryOf = (
  { ids, of }: EntriesField,
  entries: readonly Content[],
  { category }: { readonly category: InputCategory },
): Content => ({
  ...(ids && { id: freeId(ids, entries) }),
  ...(of.some(({ name }) => name === 'scope' && of.some((one) => one.name === 'holderName')) && {
    scope: [category],
  }),
});

export const withEntry = (entries: readonly Content[], nth: number, change: Content): readonly Content[] =>
  entries.map((entry, at) => (at === nth ? withoutEmpty({ ...entry, ...change }) : entry));

/** Without one entry; the last one leaves nothing behind, not even that there is none. */
export function withoutEntry(entries: readonly Content[], nth: number): readonly Content[] | undefined {
  const left = entries.filter((_entry, at) => at !== nth);
  return left.length > 0 ? left : undefined;
}
