import { describe, expect, it } from '@jest/globals';
import { checkInsurance, type InsurancePolicy } from './insurance.js';
import { checkPermits, type Permit } from './permits.js';
import { AT, told } from './plain-checks.fixture.js';
import { checkTestReports, type TestReport } from './test-reports.js';

const policy: InsurancePolicy = {
  ...{ kind: 'fire', policyNumber: 'P-1', insurer: 'Invented Insurance', coverUsd: 50_000 },
  ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
};
const insured = (policies: readonly InsurancePolicy[], pilotValueUsd?: number) =>
  checkInsurance({ policies, pilotValueUsd, at: AT });

describe('insurance', () => {
  it('passes when a running policy covers the pilot order, until it ends', () => {
    const result = insured([policy], 50_000);
    expect(result).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2026-12-31T16:59:59.999Z' });
  });

  it('warns of less cover than the pilot order is worth', () => {
    expect(told(insured([policy], 50_001))).toEqual(['WARN', 'cover-below-pilot']);
  });

  it('warns of a policy that lapsed, is not valid yet or ends before it begins, and never fails', () => {
    const lapsed = { ...policy, validTo: '2026-06-14' };
    expect(told(insured([lapsed], 1))).toEqual(['WARN', 'policy-lapsed', 'no-running-policy']);
    expect(told(insured([policy, { ...policy, validFrom: '2026-06-16' }]))).toEqual([
      'WARN',
      'policy-not-yet-valid',
    ]);
    expect(told(insured([policy, { ...policy, validFrom: '2027-01-01' }]))).toEqual([
      'WARN',
      'policy-dates-reversed',
    ]);
    expect(told(insured([]))).toEqual(['WARN', 'insurance-missing']);
  });
});

const permit: Permit = { kind: 'import-permit', number: '1', validFrom: '2026-01-01', validTo: '2026-09-30' };
const permitted = (...permits: readonly Permit[]) => checkPermits({ permits, at: AT });

describe('permits', () => {
  it('pass while they run, until the first of them ends', () => {
    const { kind, number, validFrom } = permit;
    const result = permitted(permit, { kind, number, validFrom });
    expect(result).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2026-09-30T16:59:59.999Z' });
  });

  it('warn when one lapsed, is not valid yet, or when there is none', () => {
    expect(told(permitted({ ...permit, validTo: '2026-06-14' }))).toEqual(['WARN', 'permit-lapsed']);
    expect(told(permitted({ ...permit, validFrom: '2026-06-16' }))).toEqual(['WARN', 'permit-not-yet-valid']);
    expect(told(permitted())).toEqual(['WARN', 'permits-missing']);
  });
});

const report: TestReport = {
  ...{ lab: 'Invented Lab', accreditationNumber: 'VILAS 000', date: '2026-02-01', method: 'ISO 17075-1' },
  ...{ analyte: 'chromium-vi', result: 2, limit: 3, unit: 'mg/kg' },
};
const tested = (...reports: readonly TestReport[]) => checkTestReports({ reports, at: AT });

describe('test reports', () => {
  it('pass within the limit, from an accredited laboratory, for twelve months from their date', () => {
    const result = tested({ ...report, result: 3 }, { ...report, analyte: 'lead', date: '2026-05-01' });
    expect(result).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2027-02-01T16:59:59.999Z' });
  });

  it('fail above the limit, and say which', () => {
    expect(tested({ ...report, result: 3.01 })).toEqual({
      verdict: 'FAIL',
      explanation: [{ code: 'result-above-limit', params: { index: 0, result: 3.01, limit: 3 } }],
    });
  });

  it('fail without an accreditation, a year old, or dated tomorrow', () => {
    expect(told(tested({ ...report, accreditationNumber: '' }))).toEqual(['FAIL', 'lab-not-accredited']);
    expect(told(tested({ ...report, date: '2025-06-15' }))).toEqual(['PASS']);
    expect(told(tested({ ...report, date: '2025-06-14' }))).toEqual(['FAIL', 'report-too-old']);
    expect(told(tested({ ...report, date: '2026-06-16' }))).toEqual(['FAIL', 'report-in-future']);
  });

  it('count with the latest of a method and analyte', () => {
    expect(told(tested({ ...report, date: '2024-01-01', result: 9 }, report))).toEqual(['PASS']);
    expect(told(tested(report, { ...report, date: '2026-03-01', result: 9 }))).toEqual([
      'FAIL',
      'result-above-limit',
    ]);
  });

  it('warn when there are none', () => {
    expect(told(tested())).toEqual(['WARN', 'test-reports-missing']);
  });
});
