import { getAudit, listAnswers, listComplianceChecks, type FactView } from '#client';
import { queryOptions } from '@tanstack/react-query';
import { told } from '../../server/told.js';
import type { Language } from '../../words/languages.js';

/** What was answered at the visit, by item of the checklist. */
export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'answers'],
    queryFn: async (): Promise<readonly FactView[]> => (await told(listAnswers({ path: { id } }))).items,
  });

/** The checklist of the case as its reader is asked it. */
export const auditQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['case', id, 'audit-view', lang],
    queryFn: () => told(getAudit({ path: { id }, query: { lang } })),
  });

export const checksQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['case', id, 'checks', language],
    queryFn: () => told(listComplianceChecks({ path: { id }, query: { language } })),
  });
