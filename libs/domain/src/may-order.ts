import { standingOf, type ApprovalRecord, type ApprovalStanding } from './approval-status.js';
import { endOfLocalDay, localDate } from './calendar.js';
import type { ApprovalScope } from './facts.js';
import type { DeliveryRecord } from './scorecard.js';

/** What a buyer would order: goods of one HS line for one market, and how much. What is not said is not judged. */
export interface OrderQuestion {
  readonly siteId?: string | undefined;
  readonly hsLine?: string | undefined;
  readonly endMarket?: string | undefined;
  readonly amountUsd?: number | undefined;
  readonly units?: number | undefined;
  /** A local date, today or later; today when absent. */
  readonly on?: string | undefined;
}
/** What was delivered under an approval in one month. */
export interface Delivered {
  readonly usd: number;
  readonly units: number;
  /** Deliveries whose value nobody wrote down: they count with their units alone. */
  readonly withoutValue: number;
}
/** One approval of the asking buyer for the supplier and category. */
export interface ApprovalOnFile {
  readonly siteId: string;
  readonly record: ApprovalRecord;
  /** Absent before the buyer wrote one. */
  readonly scope?: ApprovalScope | undefined;
  /** In the month of the order. */
  readonly delivered: Delivered;
}

/** Why nothing may be ordered, or not this much; in the order in which they are told. */
export const ORDER_REASONS = [
  'supplier-unknown',
  'no-approval',
  'approval-undecided',
  'approval-declined',
  'approval-ended',
  'expired',
  'qualification-suspended',
  'approval-suspended',
  'outside-sites',
  'outside-hs-lines',
  'outside-markets',
  'over-monthly-amount',
  'over-monthly-units',
] as const;
export type OrderReason = (typeof ORDER_REASONS)[number];

/** What is left of the limits of a month. */
export interface LeftThisMonth {
  readonly usd: number;
  readonly units: number;
}
export interface OrderAnswer {
  readonly mayOrder: boolean;
  readonly standing: ApprovalStanding;
  readonly validUntil?: string;
  /** Nothing once the approval does not count. */
  readonly left: LeftThisMonth;
  readonly reasons: readonly OrderReason[];
}

const OF_STANDING: Readonly<Record<ApprovalStanding, OrderReason | undefined>> = {
  none: 'no-approval',
  undecided: 'approval-undecided',
  declined: 'approval-declined',
  ended: 'approval-ended',
  expired: 'expired',
  suspended: 'qualification-suspended',
  conditional: undefined,
  approved: undefined,
};

const digits = (line: string): string => line.replaceAll('.', '');
/** Goods of a line are covered by an approval of it, or of the heading above it; an approval without lines is for all of its category. */
const covers = (lines: readonly string[], asked: string): boolean =>
  lines.length === 0 || lines.some((line) => digits(asked).startsWith(digits(line)));

const cents = (usd: number): number => Math.round(usd * 100) / 100;
const leftOf = (scope: ApprovalScope, { usd, units }: Delivered): LeftThisMonth => ({
  usd: Math.max(0, cents(scope.maxUsdPerMonth - usd)),
  units: Math.max(0, scope.maxUnitsPerMonth - units),
});

/** Whatever is asked of it, an order is for something: nothing may be ordered when nothing is left. */
const exceeds = (asked: number | undefined, left: number): boolean => left <= 0 || (asked ?? 0) > left;

function outside(
  { siteId, scope }: ApprovalOnFile,
  left: LeftThisMonth,
  question: OrderQuestion,
): readonly OrderReason[] {
  const { hsLine, endMarket, amountUsd, units } = question;
  const holds: readonly (readonly [OrderReason, boolean])[] = [
    ['outside-sites', question.siteId !== undefined && question.siteId !== siteId],
    ['outside-hs-lines', hsLine !== undefined && !covers(scope?.hsLines ?? [], hsLine)],
    ['outside-markets', endMarket !== undefined && scope?.endMarkets.includes(endMarket) === false],
    ['over-monthly-amount', exceeds(amountUsd, left.usd)],
    ['over-monthly-units', exceeds(units, left.units)],
  ];
  return holds.flatMap(([reason, is]) => (is ? [reason] : []));
}

/** The instant at which an order of a day is judged: now, or the end of a later day. */
const judgedAt = (on: string | undefined, now: string): string =>
  on !== undefined && on > localDate(now) ? endOfLocalDay(on) : now;

/**
 * Whether a buyer may order these goods under one approval, up to what, and why not: by what the approval is worth on the
 * day, by its scope, and by what is left of the limits of the month after the deliveries that were written down.
 * @param now an instant of case time
 */
export function mayOrder(approval: ApprovalOnFile, question: OrderQuestion, now: string): OrderAnswer {
  const { record, scope, delivered } = approval;
  const { standing, validUntil, because } = standingOf(record, judgedAt(question.on, now));
  // The qualification counts again, and this buyer has not confirmed its approval yet.
  const worth = because === 'awaits-buyer' ? 'approval-suspended' : OF_STANDING[standing];
  const left = worth || !scope ? { usd: 0, units: 0 } : leftOf(scope, delivered);
  const reasons = worth ? [worth] : outside(approval, left, question);
  return {
    ...{ mayOrder: reasons.length === 0, standing, left, reasons },
    ...(validUntil && { validUntil }),
  };
}

/**
 * Why nothing may be ordered under any of several approvals: what the one says that comes closest; `no-approval` when there
 * is none, and nothing when one lets it through.
 */
export function reasonsOf(answers: readonly Pick<OrderAnswer, 'reasons'>[]): readonly OrderReason[] {
  const rank = ([first = 'no-approval']: readonly OrderReason[]): number => ORDER_REASONS.indexOf(first);
  const [closest] = answers
    .map(({ reasons }) => reasons)
    .sort((a, b) => (a.length === 0 ? -1 : b.length === 0 ? 1 : rank(b) - rank(a) || a.length - b.length));
  return closest ?? ['no-approval'];
}

/** The deliveries of a local month, `YYYY-MM`, as the limits of the month count them. */
export function deliveredIn(month: string, all: readonly DeliveryRecord[]): Delivered {
  const mine = all.filter(({ deliveredOn }) => deliveredOn.startsWith(`${month}-`));
  return {
    usd: cents(mine.reduce((sum, { valueUsd = 0 }) => sum + valueUsd, 0)),
    units: mine.reduce((sum, { delivered }) => sum + delivered, 0),
    withoutValue: mine.filter(({ valueUsd }) => valueUsd === undefined).length,
  };
}
