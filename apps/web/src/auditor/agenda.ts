import { listAudits, type AuditSummary } from '#client';
import { addDays, localDate } from '#domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Device } from '../offline/device.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { isPassing, Problem } from '../server/problem.js';
import { toldAll } from '../server/told.js';
import { useLanguage } from '../words/words.js';
import { caseOfPack, dropAudit, keepAudit } from './pack.js';

const NAME = 'audits';
/** Audits of so many days ahead are kept on the device without anybody's asking, and read anew when they are older than an hour. */
const WINDOW_DAYS = 14;
const OLD_MS = 3_600_000;

export interface Agenda {
  readonly audits: readonly AuditSummary[];
  /** What is kept of each on this device, and since when, by the id of its case. */
  readonly kept: Readonly<Record<string, number>>;
}
interface KeptAgenda extends Pick<Agenda, 'audits'> {
  readonly at: number;
}

async function keptPacks(device: Device): Promise<Agenda['kept']> {
  const found = await Promise.all(
    (await device.packNames()).map(async (name) => {
      const id = caseOfPack(name);
      const pack = id && (await device.pack<{ keptAt: number }>(name));
      return pack ? [[id, pack.keptAt] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** What is to do; as it was last read, when nobody answers. */
export const agendaQuery = (device: Device) =>
  queryOptions({
    queryKey: ['cases', 'audits'],
    queryFn: async (): Promise<Agenda> => {
      try {
        const audits = await toldAll((page) => listAudits({ query: page }));
        await device.keepPack(NAME, { audits, at: Date.now() } satisfies KeptAgenda).catch(() => undefined);
        return { audits, kept: await keptPacks(device) };
      } catch (error) {
        const before = await device.pack<KeptAgenda>(NAME);
        const mayGoOn = error instanceof Problem && (isPassing(error) || error.code === 'unauthenticated');
        if (!before || !mayGoOn) throw error;
        return { audits: before.audits, kept: await keptPacks(device) };
      }
    },
    retry: false,
  });

/** Whether an audit belongs on the device: it is under way, or the visit is near. */
export function belongsHere({ phase, visitDate, visits }: AuditSummary, now: Date): boolean {
  const last = localDate(addDays(now.toISOString(), WINDOW_DAYS));
  return phase === 'in-progress' || visits.length > 0 || (visitDate !== null && visitDate <= last);
}

/** Reads what belongs on the device, one after the other, and lets go of what is nobody's business here any more. */
async function keepInStep(
  device: Device,
  { audits, kept }: Agenda,
  language: Parameters<typeof keepAudit>[2],
) {
  const now = new Date();
  const near = audits.filter(
    (audit) => belongsHere(audit, now) && (kept[audit.id] ?? 0) < now.getTime() - OLD_MS,
  );
  for (const { id } of near) await keepAudit(device, id, language);
  const unsent = new Set(device.read().entries.map(({ caseId }) => caseId));
  const gone = Object.keys(kept).filter((id) => !audits.some((audit) => audit.id === id) && !unsent.has(id));
  for (const id of gone) await dropAudit(device, id);
  return near.length + gone.length > 0;
}

/** My audits, with what is kept of them here; kept in step while somebody looks and there is a line. */
export function useAgenda() {
  const device = useDevice();
  const language = useLanguage();
  const { entries } = useQueue();
  const query = useQuery(agendaQuery(device));
  const { data, refetch } = query;
  useEffect(() => {
    if (!data || !navigator.onLine) return;
    // What could not be read or kept now is tried when the list is read the next time.
    keepInStep(device, data, language).then(
      (changed) => changed && void refetch(),
      () => undefined,
    );
  }, [data?.audits, language]);
  const unsentOf = (caseId: string): number => entries.filter((entry) => entry.caseId === caseId).length;
  return { ...query, unsentOf };
}
