import { listSchemes, listSchemeVersions } from '#client';
import { queryOptions } from '@tanstack/react-query';
import { told } from '../../server/told.js';

const MOST = 50;

export interface OpenScheme {
  readonly name: string;
  readonly versionId: string;
  readonly version: string;
}
/** The newest published version of each scheme: what somebody may apply under. */
export const openSchemesQuery = queryOptions({
  queryKey: ['schemes', 'open'],
  queryFn: async (): Promise<readonly OpenScheme[]> => {
    const { items } = await told(listSchemes({ query: { limit: MOST } }));
    const versions = await Promise.all(
      items.map(({ id }) => told(listSchemeVersions({ path: { id }, query: { limit: MOST } }))),
    );
    return items.flatMap(({ name }, nth) => {
      const published = (versions[nth]?.items ?? []).filter(({ status }) => status === 'published');
      const [newest] = published.toSorted((one, other) =>
        (other.publishedAt ?? '') < (one.publishedAt ?? '') ? -1 : 1,
      );
      return newest ? [{ name, versionId: newest.id, version: newest.version }] : [];
    });
  },
});
