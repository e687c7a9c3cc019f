import { addMonths, endOfLocalDay, localDaysBetween } from '../calendar.js';
import { ID_FORMATS } from '../reference/id-formats.js';
import { finding, nothingDeclared, resultOf, type Finding } from './findings.js';
import { nameLikeness } from './likeness.js';
import type { RuleResult } from './result.js';

/** The account that a supplier wants to be paid on. Cambodia has no IBAN. */
export interface BankAccount {
  readonly bankName?: string;
  readonly bic?: string;
  readonly accountNumber?: string;
  readonly holderName?: string;
  /** Local date of the bank's letter that confirms the account. */
  readonly letterDate?: string;
}

const BIC = new RegExp(ID_FORMATS.BIC.pattern);
const SAME_HOLDER = 0.95;
const LETTER_DAYS = 90;

const missing = (account: BankAccount): readonly Finding[] =>
  (['bankName', 'accountNumber', 'holderName'] as const)
    .filter((field) => !account[field])
    .map((field) => finding('WARN', 'bank-detail-missing', { field }));

function letter(date: string | undefined, at: string): readonly Finding[] {
  if (date === undefined) return [finding('WARN', 'bank-letter-missing')];
  const age = localDaysBetween(endOfLocalDay(date), at);
  if (age < 0) return [finding('WARN', 'bank-letter-in-future', { date })];
  return age >= LETTER_DAYS ? [finding('WARN', 'bank-letter-old', { days: age })] : [];
}

const holder = (name: string | undefined, firmNames: readonly string[]): readonly Finding[] => {
  if (name === undefined) return [];
  const likeness = Math.max(0, ...firmNames.map((own) => nameLikeness(name, own)));
  const percent = Math.round(likeness * 100);
  return likeness < SAME_HOLDER ? [finding('WARN', 'bank-holder-differs', { percent })] : [];
};

/**
 * Bank account (domain 4, row 11): the holder is the firm (likeness 0.95), the BIC has the form of ISO 9362, the bank's
 * letter is less than ninety days old. An account that was changed and not confirmed yet is a warning: until then the
 * old one stands. The bank itself is looked up on the lists by the check of sanctions. Good for twelve months.
 * @param input.changePending whether the account on the paper is not the one in force
 */
export function checkBankAccount(input: {
  readonly account?: BankAccount | undefined;
  readonly firmNames: readonly string[];
  readonly changePending: boolean;
  readonly at: string;
}): RuleResult {
  const { account, firmNames, changePending, at } = input;
  if (!account || Object.keys(account).length === 0) return nothingDeclared('bank-account-missing');
  const { bic, holderName, letterDate } = account;
  const wrongBic = bic !== undefined && !BIC.test(bic.replaceAll(' ', '').toUpperCase());
  return resultOf(
    [
      ...missing(account),
      ...(bic === undefined ? [finding('WARN', 'bank-detail-missing', { field: 'bic' })] : []),
      ...(wrongBic ? [finding('WARN', 'bic-form-wrong')] : []),
      ...holder(holderName, firmNames),
      ...letter(letterDate, at),
      ...(changePending ? [finding('WARN', 'bank-change-not-in-force')] : []),
    ],
    addMonths(at, 12),
  );
}
