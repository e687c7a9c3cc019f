import { localDate } from '../calendar.js';
import { finding, firstEnd, nothingDeclared, resultOf, type Finding } from './findings.js';
import type { RuleResult } from './result.js';

/** A policy as the supplier entered it. Dates are local dates, both inclusive. */
export interface InsurancePolicy {
  readonly kind: string;
  readonly policyNumber: string;
  readonly insurer: string;
  readonly coverUsd: number;
  readonly validFrom: string;
  readonly validTo: string;
}

const datesOf = (policy: InsurancePolicy, index: number, today: string): readonly Finding[] => {
  const { validFrom, validTo } = policy;
  if (validTo < validFrom) return [finding('WARN', 'policy-dates-reversed', { index })];
  if (today < validFrom) return [finding('WARN', 'policy-not-yet-valid', { index, validFrom })];
  return today > validTo ? [finding('WARN', 'policy-lapsed', { index, validTo })] : [];
};

/**
 * Insurance (domain 4, row 13): a policy that runs today covers at least the value of the largest pilot order; until
 * one is placed only that there is one. Never worse than a warning. Good until the first running policy ends.
 * @param input.pilotValueUsd value of the largest pilot order, when there is one
 */
export function checkInsurance(input: {
  readonly policies: readonly InsurancePolicy[];
  readonly pilotValueUsd?: number | undefined;
  readonly at: string;
}): RuleResult {
  const { policies, pilotValueUsd = 0, at } = input;
  if (policies.length === 0) return nothingDeclared('insurance-missing');
  const today = localDate(at);
  const dates = policies.map((policy, index) => datesOf(policy, index, today));
  const running = policies.filter((_, index) => dates[index]?.length === 0);
  const cover = Math.max(0, ...running.map((policy) => policy.coverUsd));
  const short = running.length > 0 && cover < pilotValueUsd;
  return resultOf(
    [
      ...dates.flat(),
      ...(running.length > 0 ? [] : [finding('WARN', 'no-running-policy')]),
      ...(short ? [finding('WARN', 'cover-below-pilot', { cover, pilot: pilotValueUsd })] : []),
    ],
    firstEnd(running.map((policy) => policy.validTo)),
  );
}
