import type { ApprovalStatus } from './approval-status.js';
import { addDays } from './calendar.js';
import type { LeftThisMonth } from './may-order.js';
import type { MonthlyScore } from './scorecard.js';

/** Why a buyer should look at an approved supplier, gravest first. */
export const WATCH_REASONS = [
  'suspended',
  'expired',
  'score-review',
  'conditional',
  'ends-soon',
  'score-watch',
  'limit-nearly-used',
] as const;
export type WatchReason = (typeof WATCH_REASONS)[number];

/** How long before its end an approval is watched, in days: as long as a renewal takes at least; our own proposal. */
export const ENDS_SOON_DAYS = 60;
/** What is left of a monthly limit when it is nearly used, as a share of it; our own proposal. */
const NEARLY_USED = 0.2;

export interface ApprovalWatched {
  readonly status: ApprovalStatus;
  /** What the approval allows in a month, and what is left of it; absent where no scope was written. */
  readonly limits?: { readonly most: LeftThisMonth; readonly left: LeftThisMonth };
  /** Months of the scorecard, the latest last. */
  readonly months: readonly MonthlyScore[];
}

/**
 * What of an approval wants to be looked at.
 * @param now an instant of case time
 */
export function watchReasons(
  { status, limits, months }: ApprovalWatched,
  now: string,
): readonly WatchReason[] {
  const { standing, validUntil } = status;
  const counts = standing === 'approved' || standing === 'conditional';
  const band = months.at(-1)?.band;
  const scarce = (unit: keyof LeftThisMonth): boolean =>
    limits !== undefined && limits.left[unit] <= limits.most[unit] * NEARLY_USED;
  const holds: Readonly<Record<WatchReason, boolean>> = {
    suspended: standing === 'suspended',
    expired: standing === 'expired',
    'score-review': band === 'review',
    conditional: standing === 'conditional',
    'ends-soon': counts && validUntil !== undefined && validUntil <= addDays(now, ENDS_SOON_DAYS),
    'score-watch': band === 'watch',
    'limit-nearly-used': counts && (scarce('usd') || scarce('units')),
  };
  return WATCH_REASONS.filter((reason) => holds[reason]);
}
