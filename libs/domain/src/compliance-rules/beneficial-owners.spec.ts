import { describe, expect, it } from '@jest/globals';
import { checkBeneficialOwners, type OwnerShare } from './beneficial-owners.js';

const AT = '2026-03-09T03:00:00.000Z';
const person = (id: string, sharePercent: number, owns?: string): OwnerShare => ({
  id,
  kind: 'person',
  sharePercent,
  pep: false,
  ...(owns && { owns }),
});
const firm = (id: string, sharePercent: number, owns?: string): OwnerShare => ({
  ...person(id, sharePercent, owns),
  kind: 'firm',
});
const check = (...owners: OwnerShare[]) => checkBeneficialOwners({ owners, at: AT });
const codes = (...owners: OwnerShare[]) => check(...owners).explanation.map((e) => e.code);

describe('the beneficial owners of a firm', () => {
  it('pass when persons hold all of it, for twelve months', () => {
    expect(check(person('p1', 60), person('p2', 40))).toEqual({
      verdict: 'PASS',
      explanation: [],
      expiresAt: '2027-03-09T03:00:00.000Z',
    });
  });

  it('pass when the owners of a holding firm are named', () => {
    expect(check(firm('f1', 70), person('p1', 30), person('p2', 100, 'f1'))).toMatchObject({
      verdict: 'PASS',
    });
  });

  it('warn of prominent public office, and of an owner of a quarter who does not say', () => {
    expect(codes({ ...person('p1', 100), pep: true })).toEqual(['pep-declared']);
    const silent = { id: 'p1', kind: 'person' as const, sharePercent: 75 };
    expect(codes(silent, { ...silent, id: 'p2', sharePercent: 25 })).toEqual([
      'pep-not-declared',
      'pep-not-declared',
    ]);
    expect(codes({ ...person('p1', 80) }, { ...silent, id: 'p2', sharePercent: 20 })).toEqual([]);
  });

  it('warn when an audit firm or a buyer has the same telephone', () => {
    const shared = [{ organisationId: 'firm-1', organisationKind: 'audit-firm' }];
    const result = checkBeneficialOwners({ owners: [person('p1', 100)], shared, at: AT });
    expect(result).toMatchObject({ verdict: 'WARN', explanation: [{ code: 'contact-shared' }] });
  });

  it('fail when nobody is named', () => {
    expect(check()).toEqual({ verdict: 'FAIL', explanation: [{ code: 'owners-missing', params: {} }] });
  });

  it('must sum to 100 % within a tenth, decimals and all', () => {
    expect(check(person('p1', 33.3), person('p2', 33.3), person('p3', 33.3)).verdict).toBe('PASS');
    expect(check(person('p1', 50.05), person('p2', 50.05)).verdict).toBe('PASS');
    expect(check(person('p1', 50), person('p2', 49.8))).toMatchObject({
      verdict: 'FAIL',
      explanation: [{ code: 'shares-do-not-sum', params: { firm: 'applicant', sum: 99.8 } }],
    });
    expect(check(person('p1', 60), person('p2', 40.2)).verdict).toBe('FAIL');
  });

  it('must sum for each firm behind them as well', () => {
    expect(codes(firm('f1', 100), person('p1', 60, 'f1'))).toEqual(['shares-do-not-sum']);
  });

  it('warn when the owners of a firm with 25 % or more are missing', () => {
    expect(check(firm('f1', 25), person('p1', 75))).toMatchObject({
      verdict: 'WARN',
      explanation: [{ code: 'owners-of-firm-missing', params: { owner: 'f1' } }],
    });
    expect(check(firm('f1', 24.9), person('p1', 75.1)).verdict).toBe('PASS');
  });

  it('warn when the chain ends in a firm further up', () => {
    const chain = [firm('f1', 100), firm('f2', 100, 'f1')];
    expect(codes(...chain)).toEqual(['owners-of-firm-missing']);
    expect(check(...chain, person('p1', 100, 'f2')).verdict).toBe('PASS');
  });

  it('fail when a firm owns itself through others, and name the circle', () => {
    const result = check(firm('f1', 100), firm('f2', 100, 'f1'), firm('f1', 100, 'f2'));
    expect(result.verdict).toBe('FAIL');
    expect(result.explanation[0]).toEqual({ code: 'ownership-cycle', params: { cycle: 'f1 > f2 > f1' } });
    expect(result).not.toHaveProperty('expiresAt');
  });

  it('fail when the applicant owns itself, directly or through a small holding', () => {
    expect(codes(firm('applicant', 10), person('p1', 90))).toEqual(['ownership-cycle']);
    const small = [person('p1', 95), firm('f1', 5), firm('applicant', 100, 'f1')];
    expect(check(...small)).toMatchObject({ verdict: 'FAIL', explanation: [{ code: 'ownership-cycle' }] });
  });

  it('may meet again without a circle', () => {
    const owners = [
      firm('f1', 50),
      firm('f2', 50),
      firm('f3', 100, 'f1'),
      firm('f3', 100, 'f2'),
      person('p1', 100, 'f3'),
    ];
    expect(check(...owners)).toMatchObject({ verdict: 'PASS' });
  });

  it('warn of a nominee', () => {
    expect(check({ ...person('p1', 100), nominee: true })).toMatchObject({
      verdict: 'WARN',
      explanation: [{ code: 'nominee', params: { owner: 'p1' } }],
    });
  });

  it('fail for a share that cannot be', () => {
    expect(codes(person('p1', 0), person('p2', 100))).toEqual(['share-out-of-range']);
    expect(codes(person('p1', -10), person('p2', 110))).toEqual(['share-out-of-range', 'share-out-of-range']);
    expect(codes(person('p1', NaN))).toContain('share-out-of-range');
  });

  it('warn of a share in a firm that nobody said owns anything', () => {
    const codesFound = codes(person('p1', 100), person('p2', 100, 'f9'));
    expect(codesFound).toEqual(['owned-firm-unknown']);
  });
});
