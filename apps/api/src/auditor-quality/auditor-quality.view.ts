import type { AuditorQualityView } from '#contracts';
import { findingRates, isHurried, isShadowed, leastHours } from '#domain';
import type { AuditRow } from '#persistence';

/**
 * The audits of one firm beside those of all.
 * @param seed of the draw of shadow audits: nobody outside knows it
 */
export function auditorQualityView(
  firmId: string,
  all: readonly AuditRow[],
  seed: string,
): AuditorQualityView {
  const own = all.filter((audit) => audit.firmId === firmId);
  const drawn = ({ qualificationId }: AuditRow): boolean => isShadowed(seed, qualificationId);
  const auditors = new Set(own.map(({ auditorId }) => auditorId));
  return {
    firmId,
    auditors: findingRates(all)
      .filter(({ auditorId }) => auditors.has(auditorId))
      .map((rate) => ({ ...rate, peers: rate.peers ?? null })),
    audits: own.map((audit) => ({
      ...{ qualificationId: audit.qualificationId, auditorId: audit.auditorId, category: audit.category },
      submittedAt: audit.submittedAt?.toISOString() ?? null,
      ...{ workers: audit.workers, hours: audit.hours, photoHours: audit.photoHours },
      leastHours: audit.workers === null ? null : leastHours(audit.workers),
      hurried: isHurried(audit),
      shadow: drawn(audit),
    })),
    shadowed: {
      drawn: own.filter(drawn).length,
      done: own.filter(({ shadowVerdict }) => shadowVerdict !== null).length,
      differing: own.filter(({ shadowVerdict }) => shadowVerdict === 'differs').length,
    },
  };
}
