import {
  getAudit,
  getAuditPlan,
  getPayrollSample,
  getQualification,
  getSite,
  listAnswers,
  listDocuments,
  listFindings,
  listMeetings,
  listSections,
  listSurveillanceAnswers,
  type AuditPlanView,
  type AuditView,
  type DocumentView,
  type FactView,
  type FindingList,
  type QualificationView,
  type SiteView,
} from '#client';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Device } from '../offline/device.js';
import { useDevice } from '../offline/use-device.js';
import { isPassing, Problem } from '../server/problem.js';
import { queryClient } from '../server/query-client.js';
import { told } from '../server/told.js';
import type { Language } from '../words/languages.js';
import { useLanguage } from '../words/words.js';
import type { AuditPaper } from './places.js';

/** Everything that an audit needs without a network, as it was read together. */
export interface AuditPack {
  /** By the clock of this device; null when it is not kept here. */
  readonly keptAt: number | null;
  readonly view: QualificationView;
  readonly site: SiteView;
  /** In the language of the reader, and in English, whose wording counts. */
  readonly checklists: Readonly<Partial<Record<Language, AuditView>>>;
  readonly plan: AuditPlanView;
  readonly sections: Readonly<Record<string, FactView['content']>>;
  readonly answers: Readonly<Partial<Record<AuditPaper, readonly FactView[]>>>;
  readonly payroll: readonly FactView[];
  readonly meetings: readonly FactView[];
  readonly documents: readonly DocumentView[];
  /** Of the case that this one renews. */
  readonly earlier: FindingList['items'];
}

/** What an auditor compares with the site. Money stays where there is a network: nothing of it is kept on a device. */
const SECTIONS_KEPT: readonly string[] = [
  'profile',
  'site',
  'capacity',
  'owners',
  'machines',
  'certificates',
  'permits',
  'insurance',
  'test-reports',
  'chemicals',
  'material-suppliers',
  'external-reports',
];
const MOST_DOCUMENTS = 200;
const STALE_MS = 5 * 60_000;

export const packName = (caseId: string): string => `audit/${caseId}`;
export const caseOfPack = (name: string): string | undefined => /^audit\/(.+)$/.exec(name)?.[1];

async function answersIn(view: QualificationView): Promise<AuditPack['answers']> {
  const { id } = view;
  const visits = Object.entries(view.surveillance).filter(([, { phase }]) => phase === 'assigned');
  const papers = visits.map(async ([visit]) => {
    const { items } = await told(listSurveillanceAnswers({ path: { id, visit } }));
    return [`visit-${visit}`, items] as const;
  });
  const audit = told(listAnswers({ path: { id } })).then(({ items }) => ['audit', items] as const);
  return Object.fromEntries(await Promise.all([audit, ...papers]));
}
/** The firm may have had nothing to do with the case before: then there is nothing to read. */
async function earlierFindings({ previousId }: QualificationView): Promise<FindingList['items']> {
  if (!previousId) return [];
  return told(listFindings({ path: { id: previousId } })).then(
    ({ items }) => items,
    (error: unknown) => {
      if (error instanceof Problem && (error.status === 404 || error.status === 403)) return [];
      throw error;
    },
  );
}

/** Reads all of it. @param before what was kept: its other languages stay */
async function readPack(id: string, language: Language, before: AuditPack | undefined): Promise<AuditPack> {
  const path = { id };
  const checklist = (lang: Language) => told(getAudit({ path, query: { lang } }));
  const [view, mine, english, plan, sections, payroll, meetings, documents] = await Promise.all([
    told(getQualification({ path })),
    checklist(language),
    language === 'en' ? undefined : checklist('en'),
    told(getAuditPlan({ path })),
    told(listSections({ path })),
    told(getPayrollSample({ path })),
    told(listMeetings({ path })),
    told(listDocuments({ path, query: { limit: MOST_DOCUMENTS } })),
  ]);
  const [site, answers, earlier] = await Promise.all([
    told(getSite({ path: { supplierId: view.supplier.id, id: view.site.id } })),
    answersIn(view),
    earlierFindings(view),
  ]);
  const kept = sections.items.filter(({ item }) => SECTIONS_KEPT.includes(item));
  return {
    ...{ keptAt: before?.keptAt ?? null, view, site, plan, answers, earlier },
    checklists: { ...before?.checklists, [language]: mine, ...(english && { en: english }) },
    sections: Object.fromEntries(kept.map(({ item, content }) => [item, content])),
    ...{ payroll: payroll.items, meetings: meetings.items, documents: documents.items },
  };
}

const keyOf = (id: string) => ['case', id, 'audit-pack'] as const;

/** Reads an audit and keeps it on this device. @throws DOMException `QuotaExceededError` when there is no room */
export async function keepAudit(device: Device, id: string, language: Language): Promise<void> {
  const before = await device.pack<AuditPack>(packName(id));
  const pack = { ...(await readPack(id, language, before)), keptAt: Date.now() };
  await device.keepPack(packName(id), pack);
  queryClient.setQueryData(keyOf(id), pack);
}
export async function dropAudit(device: Device, id: string): Promise<void> {
  await device.dropPack(packName(id));
  queryClient.setQueryData<AuditPack>(keyOf(id), (pack) => pack && { ...pack, keptAt: null });
}

/** What is kept is shown at once, and read anew behind it; without a network it stays. */
async function firstKept(device: Device, id: string, language: Language): Promise<AuditPack> {
  const kept = await device.pack<AuditPack>(packName(id));
  if (kept && queryClient.getQueryData(keyOf(id)) === undefined) {
    setTimeout(() => void queryClient.invalidateQueries({ queryKey: keyOf(id) }));
    return kept;
  }
  try {
    const read = await readPack(id, language, kept);
    if (!kept) return read;
    const pack = { ...read, keptAt: Date.now() };
    await device.keepPack(packName(id), pack).catch(() => undefined);
    return pack;
  } catch (error) {
    const mayGoOn = error instanceof Problem && (isPassing(error) || error.code === 'unauthenticated');
    if (kept && mayGoOn) return kept;
    throw error;
  }
}

export const auditQuery = (device: Device, id: string, language: Language) =>
  queryOptions({
    queryKey: keyOf(id),
    queryFn: () => firstKept(device, id, language),
    staleTime: STALE_MS,
    retry: false,
  });

/** An audit as this device has it, or as it was just read. */
export function useAudit(id: string): AuditPack {
  const device = useDevice();
  const language = useLanguage();
  const { data } = useSuspenseQuery(auditQuery(device, id, language));
  const isThere = data.checklists[language] !== undefined;
  useEffect(() => {
    if (!isThere && navigator.onLine) void queryClient.invalidateQueries({ queryKey: keyOf(id) });
  }, [isThere, id]);
  return data;
}

/** The checklist in the reader's language, or in the one that was read for work without a network. */
export function useChecklist({ checklists }: AuditPack): AuditView {
  const language = useLanguage();
  const there = checklists[language] ?? Object.values(checklists)[0];
  if (!there) throw new Problem('network', 0);
  return there;
}
