import { localDate } from './calendar.js';
import type { CaseState } from './case-state.js';
import type { ClaimReason } from './commands.js';
import { isInFull, isOnTime } from './otif.js';

/** One delivery under an approval, as the buyer wrote it down. Dates are local, quantities in units of product. */
export interface DeliveryRecord {
  readonly dueOn: string;
  readonly deliveredOn: string;
  readonly ordered: number;
  readonly delivered: number;
  readonly accepted: boolean;
  /** Units looked at, and those of them with a defect. */
  readonly inspected: number;
  readonly defective: number;
  /** Questions and claims were answered in the time agreed. */
  readonly answeredInTime: boolean;
  /** Invoiced at the price agreed. */
  readonly priceKept: boolean;
  /** What was invoiced for it; unknown in records that do not say. */
  readonly valueUsd?: number;
  /** What the buyer complained of afterwards. */
  readonly claims?: readonly DeliveryClaim[];
}
/** A complaint about a delivery, under the buyer's own number of it. */
export interface DeliveryClaim {
  readonly number: string;
  readonly reason: ClaimReason;
  readonly units: number;
}

/** Weights of the scorecard in points, 100 in all (domain paper 6). */
export const SCORECARD_WEIGHTS = {
  quality: 35,
  delivery: 30,
  compliance: 20,
  service: 10,
  price: 5,
} as const;
export type ScorecardPart = keyof typeof SCORECARD_WEIGHTS;

export const SCORECARD_BANDS = ['preferred', 'normal', 'watch', 'review'] as const;
export type ScorecardBand = (typeof SCORECARD_BANDS)[number];
/** Lowest score of each band, best first (domain paper 6). */
const BAND_FROM: readonly (readonly [ScorecardBand, number])[] = [
  ['preferred', 85],
  ['normal', 70],
  ['watch', 55],
  ['review', 0],
];
/** Fewer deliveries say too little for a band (domain paper 6). */
export const MIN_DELIVERIES = 3;
/** Share of defective units from which nothing is left of the defect half of quality; our own proposal: twice AQL 2.5. */
const WORST_DEFECT_SHARE = 0.05;

/** One buyer's judgement of one month. */
export interface MonthlyScore {
  /** `YYYY-MM` in Phnom Penh. */
  readonly month: string;
  /** Deliveries of the month. */
  readonly deliveries: number;
  /** Points by part, half-up to one decimal. */
  readonly parts: Readonly<Record<ScorecardPart, number>>;
  /** 0 to 100, half-up to one decimal. */
  readonly score: number;
  /** Absent until there were three deliveries in all. */
  readonly band?: ScorecardBand;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.filter(test).length / all.length;
const atNoon = (date: string): string => `${date}T05:00:00.000Z`;

/** Complaints that tell of units with a defect. */
const DEFECTS: readonly ClaimReason[] = ['damaged', 'defective', 'wrong-goods'];

/**
 * A delivery as it is judged after complaints about it (our own proposal): units that were short did not come, bad units
 * count as inspected and found defective, and a complaint about the whole of it, which names no units, means that it was
 * not accepted.
 */
export function afterClaims(delivery: DeliveryRecord): DeliveryRecord {
  const { claims = [], delivered, inspected, defective, accepted } = delivery;
  const unitsOf = (...reasons: readonly ClaimReason[]): number =>
    claims.reduce((sum, { reason, units }) => sum + (reasons.includes(reason) ? units : 0), 0);
  const bad = unitsOf(...DEFECTS);
  return {
    ...delivery,
    delivered: Math.max(0, delivered - unitsOf('short')),
    inspected: inspected + bad,
    defective: defective + bad,
    accepted: accepted && claims.every(({ units }) => units > 0),
  };
}

const onTimeInFull = (one: DeliveryRecord): boolean => {
  const line = { ...one, dueAt: atNoon(one.dueOn), deliveredAt: atNoon(one.deliveredOn) };
  return isOnTime(line) && isInFull(line) && one.accepted;
};

/** Half for accepted lots, half for the share of defective units in what was inspected. */
function quality(deliveries: readonly DeliveryRecord[]): number {
  const accepted = share(deliveries, (one) => one.accepted);
  const inspected = deliveries.reduce((sum, one) => sum + one.inspected, 0);
  const defective = deliveries.reduce((sum, one) => sum + one.defective, 0);
  const clean = inspected === 0 ? 1 : Math.max(0, 1 - defective / inspected / WORST_DEFECT_SHARE);
  return (accepted + clean) / 2;
}

/** What the programme still sees open: half for the state of the certificates, half for open corrective actions. */
export function complianceShare(state: Pick<CaseState, 'checks' | 'correctiveActions'>): number {
  const verdict = state.checks.certificates?.verdict ?? 'PASS';
  const certificates = ['PASS', 'WAIVED'].includes(verdict) ? 1 : verdict === 'WARN' ? 0.5 : 0;
  const open = Object.values(state.correctiveActions).filter((action) => action.phase !== 'verified');
  const worst = { critical: 0, major: 0.4, minor: 0.7 };
  return (certificates + Math.min(1, ...open.map((action) => worst[action.severity]))) / 2;
}

export const bandOf = (score: number): ScorecardBand =>
  BAND_FROM.find(([, from]) => score >= from)?.[0] ?? 'review';

/**
 * The scorecard of one month (domain paper 6): quality 35, delivery 30 (on time in full), compliance 20, service 10,
 * price stability 5.
 * @param all every delivery recorded under the approval; those of the month are judged
 * @returns nothing when nothing was delivered in the month
 */
export function monthlyScore(
  month: string,
  all: readonly DeliveryRecord[],
  state: Pick<CaseState, 'checks' | 'correctiveActions'>,
): MonthlyScore | undefined {
  const mine = all.filter((one) => one.deliveredOn.startsWith(`${month}-`)).map(afterClaims);
  if (mine.length === 0) return undefined;
  const soFar = all.filter((one) => one.deliveredOn.slice(0, 7) <= month).length;
  const shares: Readonly<Record<ScorecardPart, number>> = {
    quality: quality(mine),
    delivery: share(mine, onTimeInFull),
    compliance: complianceShare(state),
    service: share(mine, (one) => one.answeredInTime),
    price: share(mine, (one) => one.priceKept),
  };
  const names = Object.keys(SCORECARD_WEIGHTS) as ScorecardPart[];
  const points = names.map((part) => [part, shares[part] * SCORECARD_WEIGHTS[part]] as const);
  const score = oneDecimal(points.reduce((sum, [, value]) => sum + value, 0));
  return {
    month,
    deliveries: mine.length,
    parts: Object.fromEntries(points.map(([part, value]) => [part, oneDecimal(value)])) as Record<
      ScorecardPart,
      number
    >,
    score,
    ...(soFar >= MIN_DELIVERIES && { band: bandOf(score) }),
  };
}

/** The month in Phnom Penh that an instant lies in, `YYYY-MM`. */
export const monthOf = (instant: string): string => localDate(instant).slice(0, 7);
