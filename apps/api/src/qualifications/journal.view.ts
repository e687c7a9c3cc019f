import type { JournalEntry } from '#domain';
import type { CaseForCommand, JournalPageRow } from '#persistence';

/** A reminder or an escalation of the office's duty to judge an alert. */
const isAboutAlert = ({ params }: JournalEntry['events'][number]): boolean =>
  params['deadline'] === 'zero-tolerance';

/**
 * One journal row as the reader may see it. While a zero-tolerance finding is provisional, what the audit told is kept
 * from the supplier: an alert must not reach a site before whoever is in danger is safe (domain 0.10). And whoever
 * pressed an auditor is not told why that auditor left.
 */
export function journalView({ payload, ...row }: JournalPageRow, { state, relations }: CaseForCommand) {
  const entry = JSON.parse(payload) as JournalEntry;
  const provisional = Object.values(state.audit.zeroTolerance).includes('provisional');
  const alerting = entry.command === 'submit-audit' || entry.events.some(isAboutAlert);
  const secret = entry.command === 'withdraw-from-audit' || (provisional && alerting);
  const kept = secret && !relations.includes('programme-office');
  return {
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    entry: kept ? { ...entry, params: {}, events: [], withheld: true } : entry,
  };
}
