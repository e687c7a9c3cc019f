import { endOfLocalDay, localDate } from '../calendar.js';
import { because, type RuleResult } from './result.js';

export interface PatentTaxInput {
  /** The calendar year on the patent tax certificate. */
  readonly year?: number;
  /** Case time, an instant. */
  readonly at: string;
}

/**
 * Patent tax certificate (Law on Taxation 2023): it runs by calendar year and ends on 31 December, local time.
 * Last year's is accepted with a warning until 31 March, which is buyers' policy.
 */
export function checkPatentTax({ year, at }: PatentTaxInput): RuleResult {
  const today = localDate(at);
  const current = Number(today.slice(0, 4));
  if (year === undefined) return { verdict: 'FAIL', explanation: [because('patent-year-missing')] };
  const params = { year, current };
  if (year === current) {
    return {
      verdict: 'PASS',
      explanation: [because('patent-current', params)],
      expiresAt: endOfLocalDay(`${current}-12-31`),
    };
  }
  const graceEnd = `${current}-03-31`;
  if (year === current - 1 && today <= graceEnd) {
    const explanation = [because('patent-in-grace', { ...params, graceEnd })];
    return { verdict: 'WARN', explanation, expiresAt: endOfLocalDay(graceEnd) };
  }
  const code = year > current ? 'patent-year-in-future' : 'patent-expired';
  return { verdict: 'FAIL', explanation: [because(code, params)] };
}
