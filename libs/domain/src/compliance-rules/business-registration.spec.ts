import { describe, expect, it } from '@jest/globals';
import {
  checkBusinessRegistration,
  type RegisterAnswer,
  type RegisterEntry,
} from './business-registration.js';
import { AT, told } from './plain-checks.fixture.js';

const check = (answer: RegisterAnswer, number = '00012345') =>
  checkBusinessRegistration({ number, firmNames: ['Blue Lotus Labels Co., Ltd.'], answer, at: AT });
const entry = (change: Partial<RegisterEntry> = {}): RegisterAnswer => ({
  kind: 'entry',
  entry: { status: 'active', names: ['BLUE LOTUS LABELS'], ...change },
});

describe('registration with the Ministry of Commerce', () => {
  it('passes on the word of the register, for twelve months', () => {
    const result = check(entry());
    expect(told(result)).toEqual(['PASS', 'registration-confirmed']);
    expect(result.expiresAt).toBe('2027-06-15T05:00:00.000Z');
  });

  it('is for an officer when no register can be asked: it never passes by itself', () => {
    expect(told(check({ kind: 'none' }))).toEqual(['POTENTIAL', 'no-source-look-up-by-hand']);
    expect(check({ kind: 'none' }).expiresAt).toBe(undefined);
  });

  it('is for an officer when the register does not know it, or names another firm, or says it is gone', () => {
    expect(told(check({ kind: 'unknown' }))).toEqual(['POTENTIAL', 'registration-unknown']);
    expect(told(check(entry({ names: ['Golden Rice Milling'] })))).toEqual([
      'POTENTIAL',
      'registered-name-differs',
    ]);
    expect(told(check(entry({ status: 'dissolved' })))).toEqual(['POTENTIAL', 'registration-not-active']);
  });

  it('is never refused for the form of its number', () => {
    expect(told(check(entry(), 'Co.1234 E/2010'))).toEqual(['PASS', 'registration-confirmed']);
    expect(told(check({ kind: 'none' }, 'Co.1234 E/2010'))).toEqual([
      'POTENTIAL',
      'no-source-look-up-by-hand',
      'registration-number-unusual',
    ]);
  });

  it('warns when there is no number', () => {
    expect(told(check(entry(), ' '))).toEqual(['WARN', 'registration-number-missing']);
  });
});
