import type { OrderAnswerView, OrderQuestion } from '#contracts';
import {
  deliveredIn,
  mayOrder,
  reasonsOf,
  type ApprovalRecord,
  type ApprovalScope,
  type DeliveryRecord,
  type OrderReason,
} from '#domain';

/** One approval that a question is about; nulls where it found none. */
export interface ApprovalFound {
  readonly n: number;
  /** Null for a number that the buyer gave to no supplier. */
  readonly supplierId: string | null;
  readonly qualificationId: string | null;
  readonly caseNumber: string;
  readonly siteId: string;
  readonly record: ApprovalRecord;
  readonly asOf: Date;
  readonly month: string;
  readonly scope: ApprovalScope | null;
  readonly deliveries: readonly DeliveryRecord[];
}

function approvalOf(question: OrderQuestion, row: ApprovalFound) {
  const { siteId, record, scope, month } = row;
  const delivered = deliveredIn(month, row.deliveries);
  const approval = { siteId, record, scope: scope ?? undefined, delivered };
  const { standing, left, ...judged } = mayOrder(approval, question, row.asOf.toISOString());
  return {
    ...{ qualificationId: row.qualificationId ?? '', caseNumber: row.caseNumber, siteId, status: standing },
    ...{ mayOrder: judged.mayOrder, reasons: [...judged.reasons] },
    ...(judged.validUntil && { validUntil: judged.validUntil }),
    ...(scope && { scope: scopeOf(scope) }),
    deliveredThisMonth: { month, ...delivered },
    leftThisMonth: left,
  };
}

const scopeOf = ({ hsLines, endMarkets, tier, conditions, ...limits }: ApprovalScope) => ({
  ...{ hsLines: [...hsLines], endMarkets: [...endMarkets], tier, conditions: [...conditions] },
  ...{ maxUsdPerMonth: limits.maxUsdPerMonth, maxUnitsPerMonth: limits.maxUnitsPerMonth },
});

/** Less of the same goods may be ordered. */
const OVER: readonly OrderReason[] = ['over-monthly-amount', 'over-monthly-units'];

/** The answer to one question, from the approvals that it is about. */
export function answerOf(question: OrderQuestion, rows: readonly ApprovalFound[]): OrderAnswerView {
  const supplierId = rows[0]?.supplierId ?? null;
  const approvals = rows.filter((row) => row.qualificationId).map((row) => approvalOf(question, row));
  const reasons = supplierId ? [...reasonsOf(approvals)] : ['supplier-unknown' as const];
  const [most] = approvals
    .filter((one) => one.reasons.every((reason) => OVER.includes(reason)))
    .map(({ leftThisMonth }) => leftThisMonth)
    .sort((a, b) => b.usd - a.usd || b.units - a.units);
  const upTo = most ?? { usd: 0, units: 0 };
  return {
    ...{ supplierId, category: question.category, mayOrder: reasons.length === 0 },
    ...{ upTo, reasons, approvals },
  };
}
