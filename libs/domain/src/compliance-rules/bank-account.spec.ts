import { describe, expect, it } from '@jest/globals';
import { checkBankAccount, type BankAccount } from './bank-account.js';
import { AT, told } from './plain-checks.fixture.js';

const account: BankAccount = {
  bankName: 'Invented Bank Plc',
  bic: 'INVEKHPP',
  accountNumber: '000 123 456',
  holderName: 'BLUE LOTUS LABELS CO LTD',
  letterDate: '2026-05-01',
};
const check = (change: Partial<BankAccount> = {}, changePending = false) =>
  checkBankAccount({
    account: { ...account, ...change },
    ...{ firmNames: ['Blue Lotus Labels Co., Ltd.'], changePending, at: AT },
  });

describe('a bank account', () => {
  it('passes in the name of the firm with a fresh letter of the bank, for twelve months', () => {
    expect(check()).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2027-06-15T05:00:00.000Z' });
  });

  it('warns of another holder, without naming anybody', () => {
    const result = check({ holderName: 'Sokha Example' });
    expect(told(result)).toEqual(['WARN', 'bank-holder-differs']);
    expect(JSON.stringify(result)).not.toContain('Sokha');
    expect(told(check({ holderName: 'Blue Lotus Label' }))).toEqual(['PASS']);
  });

  it('warns of a BIC that has not its form, and takes small letters and eleven places', () => {
    expect(told(check({ bic: 'INV1KHPP' }))).toEqual(['WARN', 'bic-form-wrong']);
    expect(told(check({ bic: 'invekhppxxx' }))).toEqual(['PASS']);
  });

  it('warns of a letter of ninety days, of tomorrow, or of none', () => {
    expect(told(check({ letterDate: '2026-03-18' }))).toEqual(['PASS']);
    expect(told(check({ letterDate: '2026-03-17' }))).toEqual(['WARN', 'bank-letter-old']);
    expect(told(check({ letterDate: '2026-06-16' }))).toEqual(['WARN', 'bank-letter-in-future']);
    expect(
      told(checkBankAccount({ account: { bic: 'X' }, firmNames: ['x'], changePending: false, at: AT })),
    ).toEqual([
      'WARN',
      ...Array<string>(3).fill('bank-detail-missing'),
      'bic-form-wrong',
      'bank-letter-missing',
    ]);
  });

  it('warns while a change is not in force, and when there is no account at all', () => {
    expect(told(check({}, true))).toEqual(['WARN', 'bank-change-not-in-force']);
    expect(told(checkBankAccount({ firmNames: ['x'], changePending: false, at: AT }))).toEqual([
      'WARN',
      'bank-account-missing',
    ]);
  });
});
