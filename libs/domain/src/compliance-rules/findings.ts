import { addMonths, endOfLocalDay } from '../calendar.js';
import { because, gravest, type Explanation, type RuleResult, type RuleVerdict } from './result.js';

/** One thing that a rule noticed, and how grave it is by itself. */
export interface Finding {
  readonly verdict: RuleVerdict;
  readonly explanation: Explanation;
}
export const finding = (verdict: RuleVerdict, code: string, params: Explanation['params'] = {}): Finding => ({
  verdict,
  explanation: because(code, params),
});

/** The gravest finding decides; every one is told. A result that fails has nothing to expire. */
export function resultOf(findings: readonly Finding[], expiresAt?: string): RuleResult {
  const verdict = gravest(findings.map((one) => one.verdict));
  const explanation = findings.map((one) => one.explanation);
  return { verdict, explanation, ...(expiresAt !== undefined && verdict !== 'FAIL' && { expiresAt }) };
}

/** What the check needs was not given: for an officer to see, and never a pass. */
export const nothingDeclared = (code: string): RuleResult => resultOf([finding('WARN', code)]);

/** The first of several local days to end, as the instant of its end. */
export const firstEnd = (dates: readonly string[]): string | undefined => {
  const [first] = [...dates].sort();
  return first === undefined ? undefined : endOfLocalDay(first);
};

export const inTwelveMonths = (at: string): string => addMonths(at, 12);
