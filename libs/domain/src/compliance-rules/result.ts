/** Why a rule judged as it did: a code and the numbers, codes or ids a screen needs to say it. Never a name. */
export interface Explanation {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export type RuleVerdict = 'PASS' | 'WARN' | 'FAIL' | 'POTENTIAL';
export interface RuleResult {
  readonly verdict: RuleVerdict;
  readonly explanation: readonly Explanation[];
  /** When the result must be looked at again, an instant. */
  readonly expiresAt?: string;
}

export const because = (code: string, params: Explanation['params'] = {}): Explanation => ({ code, params });

const GRAVITY: readonly RuleVerdict[] = ['PASS', 'WARN', 'POTENTIAL', 'FAIL'];
/** The gravest of several verdicts; PASS when there are none. */
export const gravest = (verdicts: readonly RuleVerdict[]): RuleVerdict =>
  GRAVITY[Math.max(0, ...verdicts.map((verdict) => GRAVITY.indexOf(verdict)))] ?? 'PASS';
