import type { ApiClient } from '../../apps/dev/src/play/api-client.js';

/** A list to its end: what is of the whole office holds what other tests left there, too. */
export async function everyItem<T>(api: ApiClient, path: string): Promise<readonly T[]> {
  const found: T[] = [];
  for (let next: string | null = ''; next !== null;) {
    type Page = { items: T[]; next: string | null };
    const page: Page = await api.get<Page>(path + (next && `&cursor=${next}`));
    found.push(...page.items);
    next = page.next;
  }
  return found;
}
