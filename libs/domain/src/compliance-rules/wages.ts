import { endOfLocalDay, localDate } from '../calendar.js';
import { MINIMUM_WAGES, wageSectorOf, type MinimumWage } from '../reference/labour-parameters.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

/** What a sample of one month's payroll showed. Amounts are basic wages of a full month, without allowances. */
export interface Payroll {
  /** `YYYY-MM`. */
  readonly month?: string | undefined;
  readonly currency?: 'USD' | 'KHR' | undefined;
  /** Riel for a dollar, as the payroll itself converts. */
  readonly khrPerUsd?: number | undefined;
  readonly lowestBasicWage?: number | undefined;
  readonly lowestProbationWage?: number | undefined;
  readonly workersSampled?: number | undefined;
}
/**
 * Which payroll counts: what an auditor saw, until the firm tells of a later year. What it tells of the year that was
 * audited changes nothing.
 */
export function payrollToJudge(seen?: Payroll, told?: Payroll): Payroll | undefined {
  const yearOf = ({ month = '' }: Payroll): string => month.slice(0, 4);
  if (!seen || !told) return seen ?? told;
  return yearOf(told) > yearOf(seen) ? told : seen;
}

export interface WagesInput {
  readonly payroll?: Payroll | undefined;
  /** ISIC Rev.4 classes of the firm, four digits each. */
  readonly isic?: readonly string[] | undefined;
  /** Case time, an instant. */
  readonly at: string;
}
type Found = readonly [RuleVerdict, Explanation];

const GRAVITY = ['not-covered', 'doubtful', 'covered'] as const;
/** A firm of several classes is held to the strictest; without a class nobody knows. */
const sectorOf = (isic: readonly string[]): (typeof GRAVITY)[number] | 'unknown' =>
  isic.length === 0
    ? 'unknown'
    : (GRAVITY.findLast((one) => isic.map(wageSectorOf).includes(one)) ?? 'unknown');

/** In US dollars; undefined when an amount in riel comes without its rate. */
function inUsd(amount: number | undefined, { currency, khrPerUsd }: Payroll): number | undefined {
  if (amount === undefined || currency !== 'KHR') return amount;
  return khrPerUsd === undefined ? undefined : amount / khrPerUsd;
}

const whenMissing = (sector: string): RuleVerdict => (sector === 'covered' ? 'FAIL' : 'WARN');

/** Below the minimum fails where the law surely holds, and is for an officer where that is in doubt. */
function judgeAmount(usd: number, minimum: number, sector: string, what: 'basic' | 'probation'): Found {
  const params = { what, usd: Math.floor(usd * 100) / 100, minimumUsd: minimum, sector };
  if (usd >= minimum) return ['PASS', because('wage-at-least-minimum', params)];
  return [sector === 'covered' ? 'FAIL' : 'POTENTIAL', because('wage-below-minimum', params)];
}

function judgeProbation(payroll: Payroll, minimum: MinimumWage, sector: string): readonly Found[] {
  const usd = inUsd(payroll.lowestProbationWage, payroll);
  if (usd === undefined) return [];
  if (usd >= minimum.usdMonth) return [];
  return minimum.probationUsdMonth === undefined
    ? [['WARN', because('probation-parameter-missing', { month: payroll.month ?? '' })]]
    : [judgeAmount(usd, minimum.probationUsdMonth, sector, 'probation')];
}

/** A sample of another year says nothing of the wage that is due now. */
function judgeAge(month: string, at: string): readonly Found[] {
  const now = localDate(at).slice(0, 7);
  if (month > now) return [['WARN', because('payroll-month-in-future', { month })]];
  return month.slice(0, 4) < now.slice(0, 4) ? [['WARN', because('payroll-of-earlier-year', { month })]] : [];
}

function judgePayroll(
  payroll: Payroll,
  sector: string,
  at: string,
  wages: readonly MinimumWage[],
): RuleResult {
  const { month } = payroll;
  const usd = inUsd(payroll.lowestBasicWage, payroll);
  const missing = [
    ...(month === undefined ? ['month'] : []),
    ...(payroll.lowestBasicWage === undefined ? ['lowestBasicWage'] : []),
    ...(payroll.currency === 'KHR' && payroll.khrPerUsd === undefined ? ['khrPerUsd'] : []),
  ];
  if (month === undefined || usd === undefined) {
    return {
      verdict: whenMissing(sector),
      explanation: missing.map((field) => because('payroll-missing', { field })),
    };
  }
  const minimum = wages.find(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
  if (!minimum) return { verdict: 'POTENTIAL', explanation: [because('parameter-missing', { month })] };
  const found = [
    judgeAmount(usd, minimum.usdMonth, sector, 'basic'),
    ...judgeProbation(payroll, minimum, sector),
    ...judgeAge(month, at),
  ];
  return {
    verdict: gravest(found.map(([verdict]) => verdict)),
    explanation: found.map(([, explanation]) => explanation),
  };
}

/**
 * The lowest basic wage of a payroll sample against the minimum wage of its month (check 10, domain 0.7 and 4): only for
 * sectors that the prakas covers, by ISIC class; all others have no statutory minimum wage, and are told so. A year
 * whose wage is not loaded goes to an officer and never passes. Runs again each January.
 */
export function checkWages(
  { payroll, isic = [], at }: WagesInput,
  wages: readonly MinimumWage[] = MINIMUM_WAGES,
): RuleResult {
  const sector = sectorOf(isic);
  const expiresAt = endOfLocalDay(`${localDate(at).slice(0, 4)}-12-31`);
  if (sector === 'not-covered') {
    const why = because('no-minimum-wage-in-sector', { isic: isic.join(' ') });
    return { verdict: 'PASS', explanation: [why] };
  }
  if (!payroll) {
    return { verdict: whenMissing(sector), explanation: [because('payroll-missing', { sector })], expiresAt };
  }
  return { ...judgePayroll(payroll, sector, at, wages), expiresAt };
}
