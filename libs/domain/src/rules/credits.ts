import { addHours, endOfLocalDay, localDate } from '../calendar.js';
import type { Credit } from '../case-state.js';
import type { Decision } from '../decision.js';
import { judgeAudit } from './audit.js';
import { followFindings } from './corrective-actions.js';
import { watchCredits } from './credit-clocks.js';
import { noteGrade } from './qualified.js';

/**
 * The last day of credits is over: their items are open again. While the auditor is at work they are asked; before the
 * review they are not verified; later they are corrected beside whatever the case does. The qualification stands.
 * @param until the last day, a local date
 */
export function endCredits(d: Decision, until: string): void {
  const { findings: before, phase, credits = [] } = d.state.audit;
  const ending = credits.filter((credit) => !credit.ended && credit.until <= until);
  if (phase !== 'submitted') return askAgain(d, ending);
  const dayAfter = localDate(addHours(endOfLocalDay(until), 1));
  const today = localDate(d.now);
  judgeAudit(d, today > dayAfter ? today : dayAfter);
  const open = new Set(d.state.audit.findings.map(({ itemId }) => itemId));
  const items = ending.map(({ itemId }) => itemId).filter((itemId) => open.has(itemId));
  d.tell('credit-ended', { items });
  followFindings(d, before);
  noteGrade(d);
}

/** The auditor is at work, and what they write is not judged yet: their paper opens to the items. */
function askAgain(d: Decision, ending: readonly Credit[]): void {
  const { reopenedItems, credits = [] } = d.state.audit;
  const items = ending.map(({ itemId }) => itemId);
  const isEnding = ({ itemId }: Credit): boolean => items.includes(itemId);
  d.changeAudit({
    credits: credits.map((credit) => (isEnding(credit) ? { ...credit, ended: true as const } : credit)),
    ...(reopenedItems.length > 0 && { reopenedItems: [...new Set([...reopenedItems, ...items])] }),
  });
  d.tell('credit-ended', { items });
}

/** A newer report was confirmed: what it covers is not asked again, and the clocks run to its end. */
export function renewCredits(d: Decision): void {
  const before = d.state.audit.findings;
  judgeAudit(d);
  watchCredits(d);
  const now = new Set(d.state.audit.findings.map(({ itemId }) => itemId));
  const items = before.map(({ itemId }) => itemId).filter((itemId) => !now.has(itemId));
  if (items.length > 0) d.tell('credit-renewed', { items });
  followFindings(d, before);
}
