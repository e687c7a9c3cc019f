import {
  getAudit,
  getScore,
  listDocuments,
  listLetters,
  listOrganisations,
  listPilotOrders,
  listSections,
  type FactView,
} from '#client';
import { queryOptions } from '@tanstack/react-query';
import { told, toldAll } from './told.js';
import type { Language } from '../words/languages.js';

const MOST = 200;
const DAY_MS = 86_400_000;

/** What was written into the sections of an application. */
export const sectionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'sections'],
    queryFn: async (): Promise<readonly FactView[]> => (await told(listSections({ path: { id } }))).items,
  });

/** Documents of a case that its reader may see, newest first. */
export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'documents', 'all'],
    queryFn: async () => (await told(listDocuments({ path: { id }, query: { limit: MOST } }))).items,
  });

/** Decisions that the supplier got a letter about. */
export const lettersQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'letters'],
    queryFn: async () => (await told(listLetters({ path: { id } }))).items,
  });

/** Orders on trial, with their terms and lots. */
export const pilotOrdersQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'pilots'],
    queryFn: async () => (await told(listPilotOrders({ path: { id } }))).items,
  });

/** The questions of the checklist in a language, by their id. */
export const checklistQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['case', id, 'audit', lang],
    queryFn: async () => {
      const { checklist } = await told(getAudit({ path: { id }, query: { lang } }));
      return new Map(checklist.map((item) => [item.id, item]));
    },
    staleTime: DAY_MS,
  });

/** Buyers of the programme, whom a supplier may let read its cases. */
export const buyersQuery = queryOptions({
  queryKey: ['buyers'],
  queryFn: () => toldAll((page) => listOrganisations({ query: { kind: 'buyer', ...page } })),
  staleTime: DAY_MS,
});

/** How a case was graded, and why. */
export const scoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'score'],
    queryFn: () => told(getScore({ path: { id } })),
  });
