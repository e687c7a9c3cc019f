import type { JournalEntry } from '#domain';
import type { CaseForCommand, JournalPageRow } from '#persistence';

/**
 * One journal row as the reader may see it. While a zero-tolerance finding is provisional, what the audit told is kept
 * from the supplier: an alert must not reach a site before whoever is in danger is safe (domain 0.10). And whoever
 * pressed an auditor is not told why that auditor left.
 */
export function journalView({ payload, ...row }: JournalPageRow, { state, relations }: CaseForCommand) {
  const entry = JSON.parse(payload) as JournalEntry;
  const provisional = Object.values(state.audit.zeroTolerance).includes('provisional');
  const alerting = entry.command === 'submit-audit' || payload.includes('zero-tolerance');
  const complaint = entry.command === 'withdraw-from-audit' || payload.includes('pressure-on-auditor');
  const secret = complaint || (provisional && alerting);
  const kept = secret && !relations.includes('programme-office');
  return {
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    entry: kept ? { ...entry, params: {}, events: [], withheld: true } : entry,
  };
}
