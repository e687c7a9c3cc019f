import { listSchemes, listSchemeVersions } from '#client';
import { queryOptions } from '@tanstack/react-query';
import { toldAll } from '../../server/told.js';

export interface OpenScheme {
  readonly name: string;
  readonly versionId: string;
  readonly version: string;
}
/** The newest published version of each scheme: what somebody may apply under. */
export const openSchemesQuery = queryOptions({
  queryKey: ['schemes', 'open'],
  queryFn: async (): Promise<readonly OpenScheme[]> => {
    const schemes = await toldAll((page) => listSchemes({ query: page }));
    const versions = await Promise.all(
      schemes.map(({ id }) => toldAll((page) => listSchemeVersions({ path: { id }, query: page }))),
    );
    return schemes.flatMap(({ name }, nth) => {
      const published = (versions[nth] ?? []).filter(({ status }) => status === 'published');
      const [newest] = published.toSorted((one, other) =>
        (other.publishedAt ?? '') < (one.publishedAt ?? '') ? -1 : 1,
      );
      return newest ? [{ name, versionId: newest.id, version: newest.version }] : [];
    });
  },
});
