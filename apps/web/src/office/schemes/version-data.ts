import {
  getSchemeVersion,
  listSchemeVersions,
  type SchemeContent as Written,
  type SchemeVersionView,
} from '#client';
import type { SchemeContent } from '#domain';
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';

/** More versions than a scheme has. */
const MOST = 200;

export type Version = Omit<SchemeVersionView, 'content'> & { readonly content: SchemeContent };

export const versionQuery = (schemeId: string, versionId: string) =>
  queryOptions({
    queryKey: ['schemes', schemeId, versionId],
    queryFn: () => told(getSchemeVersion({ path: { id: schemeId, versionId } })),
    select: (version) => version as unknown as Version,
  });
export const useVersion = (schemeId: string, versionId: string): Version =>
  useSuspenseQuery(versionQuery(schemeId, versionId)).data;

/** Versions of a scheme, newest first. */
export const versionsQuery = (schemeId: string) =>
  queryOptions({
    queryKey: ['schemes', schemeId, 'versions'],
    queryFn: () => told(listSchemeVersions({ path: { id: schemeId }, query: { limit: MOST } })),
    select: ({ items }) => items.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)),
  });

/** What the API takes as content: the same, which nobody promises not to change. */
export const asWritten = (content: SchemeContent): Written => content as unknown as Written;

/** Changes a version as it was read: whoever was faster is not overwritten. What is known of its scheme is read anew. */
export function useVersionAct<T>(
  { schemeId, id, revision }: Pick<Version, 'schemeId' | 'id' | 'revision'>,
  act: (
    asked: {
      readonly path: { readonly id: string; readonly versionId: string };
      readonly headers: { readonly 'If-Match': string };
    },
    given: T,
  ) => Promise<unknown>,
) {
  const queries = useQueryClient();
  return useMutation<unknown, Problem, T>({
    mutationFn: (given) =>
      act({ path: { id: schemeId, versionId: id }, headers: { 'If-Match': `"${revision}"` } }, given),
    onSettled: () => queries.invalidateQueries({ queryKey: ['schemes', schemeId] }),
  });
}
