import { finding, inTwelveMonths, nothingDeclared, resultOf } from './findings.js';
import { nameLikeness } from './likeness.js';
import type { RuleResult } from './result.js';

/** What a business register says of a number. Names are for comparing, and travel no further. */
export interface RegisterEntry {
  readonly status: 'active' | 'struck-off' | 'dissolved' | 'unknown';
  /** Every name under which the firm is registered. */
  readonly names: readonly string[];
}
/** `none`: this programme has no way to ask; `unknown`: the register does not have the number. */
export type RegisterAnswer =
  | { readonly kind: 'entry'; readonly entry: RegisterEntry }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

const SAME_NAME = 0.92;

function ofEntry({ status, names }: RegisterEntry, firmNames: readonly string[], at: string): RuleResult {
  const likeness = Math.max(0, ...names.flatMap((name) => firmNames.map((own) => nameLikeness(name, own))));
  const percent = Math.round(likeness * 100);
  const findings = [
    ...(status === 'active' ? [] : [finding('POTENTIAL', 'registration-not-active', { status })]),
    ...(likeness < SAME_NAME ? [finding('POTENTIAL', 'registered-name-differs', { percent })] : []),
  ];
  return findings.length > 0
    ? resultOf(findings)
    : resultOf([finding('PASS', 'registration-confirmed', { percent })], inTwelveMonths(at));
}

/**
 * Registration with the Ministry of Commerce (domain 4, row 2). The form of a number is never a reason to refuse it:
 * eight digits since 2016, older ones stand beside them. What no register could be asked is for an officer to look up,
 * and only the register's own word passes without one. Good for twelve months, as the annual declaration is.
 * @param input.firmNames every name that the firm goes by
 * @param input.at case time, an instant
 */
export function checkBusinessRegistration(input: {
  readonly number?: string | undefined;
  readonly firmNames: readonly string[];
  readonly answer: RegisterAnswer;
  readonly at: string;
}): RuleResult {
  const { number = '', answer, firmNames, at } = input;
  if (number.trim() === '') return nothingDeclared('registration-number-missing');
  if (answer.kind === 'entry') return ofEntry(answer.entry, firmNames, at);
  const usual = /^[0-9]{8}$/.test(number.trim()) ? [] : [finding('POTENTIAL', 'registration-number-unusual')];
  const code = answer.kind === 'none' ? 'no-source-look-up-by-hand' : 'registration-unknown';
  return resultOf([finding('POTENTIAL', code), ...usual]);
}
