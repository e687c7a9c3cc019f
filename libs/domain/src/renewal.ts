import { addDays, addMonths } from './calendar.js';
import type { CaseState } from './case-state.js';
import type { CommandOf } from './commands.js';
import { refuse, type Refusal } from './refusals.js';
import { CLOSED_STATES, QUALIFIED_STATES, type CaseStateName } from './states.js';

/** Days before the end of validity from which a qualification may be renewed (state machine: 90 d before expiry). */
export const RENEWAL_OPENS_DAYS = 90;
/** How long a supplier waits before it may apply again (state machine, events `reapply`). */
export const COOLING_OFF = { rejectedDays: 90, revokedMonths: 12, fraudMonths: 36 } as const;
/** Reasons of an end that are fraud. */
const FRAUD: readonly string[] = ['fraud', 'fraud-suspected', 'forged-document'];

/** What a new case must know of the ones before it. */
export type FormerCase = Pick<
  CaseState,
  | 'qualificationId'
  | 'at'
  | 'enteredAt'
  | 'closedReason'
  | 'coolingOffWaived'
  | 'appeal'
  | 'suspension'
  | 'validity'
>;

export const renewalOpensAt = (until: string): string => addDays(until, -RENEWAL_OPENS_DAYS);

interface End {
  readonly at: CaseStateName;
  readonly on: string;
  readonly reason?: string | undefined;
}
/**
 * What ended the case, when and why: leaving in the midst of an appeal does not undo the decision under appeal, and who
 * leaves while suspended, or whose time runs out then, waits as if it had been revoked.
 */
function endOf({ at, enteredAt, appeal, suspension, closedReason }: FormerCase): End {
  if (at === 'WITHDRAWN' && appeal) return { at: appeal.origin, on: appeal.decisionAt, reason: closedReason };
  if (['WITHDRAWN', 'EXPIRED'].includes(at) && suspension)
    return { at: 'REVOKED', on: enteredAt, reason: suspension.cause };
  return { at, on: enteredAt, reason: closedReason };
}

/**
 * Until when the supplier may not apply again for the same site and category; undefined when it may at once. Rejected:
 * 90 days, unless an officer has found the cause closed; revoked: 12 months, for fraud 36. A panel that upheld either only
 * in part has waived it.
 */
export function coolingOffUntil(former: FormerCase): string | undefined {
  const { at, on, reason } = endOf(former);
  if (former.coolingOffWaived) return undefined;
  if (at === 'REJECTED') return addDays(on, COOLING_OFF.rejectedDays);
  if (at !== 'REVOKED') return undefined;
  const fraud = FRAUD.includes(reason ?? '');
  return addMonths(on, fraud ? COOLING_OFF.fraudMonths : COOLING_OFF.revokedMonths);
}

/** The longest cooling-off that still runs, of all cases of the site and category that ended; nothing when none does. */
export function coolingOff(former: readonly FormerCase[], now: string): readonly Refusal[] {
  const [longest] = former
    .flatMap((one) => coolingOffUntil(one) ?? [])
    .filter((until) => until > now)
    .sort()
    .reverse();
  return longest ? [refuse('cooling-off', [longest])] : [];
}

/** Whether a case opened after this one renews it, as against applying again. */
export const isRenewalOf = ({ at }: Pick<CaseState, 'at'>): boolean => QUALIFIED_STATES.includes(at);

/**
 * Why a case may not be linked to the one it names: another site or category, a qualification that is not in force, or
 * one that has longer to run. A reapplication may change the profile, a renewal may not.
 */
export function linkRefusals(open: CommandOf<'open'>, previous: CaseState, now: string): readonly Refusal[] {
  const renews = isRenewalOf(previous);
  const fixed = ['supplierId', 'siteId', 'category', ...(renews ? (['profile'] as const) : [])] as const;
  const differs = fixed.filter((field) => open[field] !== previous[field]);
  if (differs.length > 0) return [refuse('previous-differs', differs)];
  if (!renews)
    return CLOSED_STATES.includes(previous.at) ? [] : [refuse('previous-not-valid', [previous.at])];
  if (previous.at === 'REQUALIFYING') return [];
  const opensAt = previous.validity && renewalOpensAt(previous.validity.until);
  return opensAt && now < opensAt ? [refuse('renewal-too-early', [opensAt])] : [];
}
