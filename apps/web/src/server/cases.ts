import { getQualification, type QualificationView } from '#client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { told } from './told.js';

/** One case, as its reader may see it. All that belongs to a case is kept under its key and read anew when an event tells of it. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'view'],
    queryFn: () => told(getQualification({ path: { id } })),
  });
export const useCase = (id: string): QualificationView => useSuspenseQuery(caseQuery(id)).data;
