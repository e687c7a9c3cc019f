import { localDate } from '../calendar.js';
import { finding, firstEnd, nothingDeclared, resultOf, type Finding } from './findings.js';
import type { RuleResult } from './result.js';

/** An export or import permit, or an environmental paper. Dates are local dates, both inclusive. */
export interface Permit {
  readonly kind: string;
  readonly number: string;
  readonly validFrom: string;
  /** Absent: it has no end. */
  readonly validTo?: string;
}

function datesOf({ validFrom, validTo, kind }: Permit, index: number, today: string): readonly Finding[] {
  if (today < validFrom) return [finding('WARN', 'permit-not-yet-valid', { index, kind, validFrom })];
  return validTo !== undefined && today > validTo
    ? [finding('WARN', 'permit-lapsed', { index, kind, validTo })]
    : [];
}

/**
 * Export and import permits and environmental papers (domain 4, row 18): presence and dates, never worse than a warning.
 * Good until the first permit that runs today ends.
 */
export function checkPermits(input: {
  readonly permits: readonly Permit[];
  readonly at: string;
}): RuleResult {
  const { permits, at } = input;
  if (permits.length === 0) return nothingDeclared('permits-missing');
  const today = localDate(at);
  const problems = permits.map((permit, index) => datesOf(permit, index, today));
  const ends = permits.flatMap(({ validTo }, index) =>
    validTo !== undefined && problems[index]?.length === 0 ? [validTo] : [],
  );
  return resultOf(problems.flat(), firstEnd(ends));
}
