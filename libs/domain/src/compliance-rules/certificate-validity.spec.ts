import { describe, expect, it } from '@jest/globals';
import type { Certificate } from '../certificates.js';
import {
  checkCertificate,
  checkCertificates,
  type CertificateAnswer,
  type CertificateContext,
} from './certificate-validity.js';

const context: CertificateContext = {
  firmName: 'Mekong Cartons Co., Ltd.',
  siteId: 'site-1',
  category: 'PACKAGING',
  at: '2026-06-15T03:00:00.000Z',
};
const fsc: Certificate = {
  scheme: 'FSC',
  number: 'FSC-C123456',
  holderName: 'MEKONG CARTONS CO LTD',
  siteId: 'site-1',
  scope: ['PACKAGING'],
  validFrom: '2025-01-01',
  validTo: '2026-12-31',
  issuer: 'Invented Assurance',
  issuerAccreditation: 'ASI-ACC-000',
};
const iso: Certificate = { ...fsc, scheme: 'ISO_9001', number: 'whatever 12/34' };
const judge = (change: Partial<Certificate>) => checkCertificate({ ...fsc, ...change }, context);
const only = (change: Partial<Certificate>) => {
  const { verdict, explanation } = judge(change);
  return [verdict, ...explanation.map((e) => e.code)];
};

describe('one certificate', () => {
  it('passes when scheme, number, holder, site, scope and dates are right, until it ends', () => {
    expect(judge({})).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2026-12-31T16:59:59.999Z' });
  });

  it('must have an FSC number when it is FSC: a licence or a chain-of-custody number', () => {
    expect(only({ number: 'SGSHK-COC-012345' })).toEqual(['PASS']);
    expect(only({ number: 'FSC-X123456' })).toEqual(['FAIL', 'number-form-wrong']);
    expect(only({ number: 'FSC-C12345' })).toEqual(['FAIL', 'number-form-wrong']);
  });

  it('is never refused for the form of any other number', () => {
    expect(only({ scheme: 'ISO_9001', number: '' })).toEqual(['PASS']);
  });

  it('warns of a scheme that the programme does not know', () => {
    expect(only({ scheme: 'HOME_MADE' })).toEqual(['WARN', 'scheme-unknown']);
  });

  it('warns of another holder, without naming it', () => {
    expect(only({ holderName: 'Angkor Cartons Ltd' })).toEqual(['WARN', 'holder-differs']);
    expect(JSON.stringify(judge({ holderName: 'Angkor Cartons Ltd' }))).not.toContain('Angkor');
  });

  it('warns of another site, and takes one that names none', () => {
    expect(only({ siteId: 'site-2' })).toEqual(['WARN', 'site-differs']);
    expect(only({ siteId: undefined })).toEqual(['PASS']);
  });

  it('fails when its scope does not cover the category', () => {
    expect(only({ scope: ['TRIMS'] })).toEqual(['FAIL', 'scope-misses-category']);
  });

  it('counts from its first to its last day, both included', () => {
    expect(only({ validFrom: '2026-06-15' })).toEqual(['PASS']);
    expect(only({ validFrom: '2026-06-16' })).toEqual(['FAIL', 'not-yet-valid']);
    expect(only({ validTo: '2026-06-15' })).toEqual(['PASS']);
    expect(only({ validTo: '2026-06-14' })).toEqual(['WARN', 'lapsed-in-grace']);
  });

  it('fails 30 days after its end, or sooner where the scheme grants less', () => {
    expect(only({ validTo: '2026-05-16' })).toEqual(['WARN', 'lapsed-in-grace']);
    expect(only({ validTo: '2026-05-15' })).toEqual(['FAIL', 'lapsed']);
    expect(checkCertificate({ ...fsc, validTo: '2026-06-14' }, { ...context, graceDays: 0 }).verdict).toBe(
      'FAIL',
    );
  });

  it('fails when it ends before it begins', () => {
    expect(only({ validFrom: '2027-01-01' })).toEqual(['FAIL', 'dates-reversed']);
  });

  it('takes small differences in the name of the holder for the same firm', () => {
    expect(only({ holderName: 'Mekong Carton Co Ltd' })).toEqual(['PASS']);
  });

  it('warns when the issuer is not accredited, where the scheme wants that', () => {
    expect(only({ issuerAccreditation: undefined })).toEqual(['WARN', 'issuer-accreditation-missing']);
    expect(only({ scheme: 'LWG', number: '1', issuer: undefined })).toEqual(['PASS']);
  });

  it('believes the register rather than the paper', () => {
    const looked = (answer: CertificateAnswer) => {
      const { verdict, explanation } = checkCertificate(fsc, context, answer);
      return [verdict, ...explanation.map((e) => e.code)];
    };
    expect(looked({ kind: 'entry', status: 'valid' })).toEqual(['PASS']);
    expect(looked({ kind: 'none' })).toEqual(['PASS']);
    expect(looked({ kind: 'unknown' })).toEqual(['WARN', 'certificate-unknown-to-register']);
    expect(looked({ kind: 'entry', status: 'withdrawn' })).toEqual(['FAIL', 'register-says-not-valid']);
    expect(looked({ kind: 'entry', status: 'valid', validTo: '2026-07-01' })).toEqual([
      'WARN',
      'register-says-ends-earlier',
    ]);
  });

  it('shows every problem, the gravest deciding', () => {
    expect(only({ holderName: 'x', scope: [] })).toEqual(['FAIL', 'holder-differs', 'scope-misses-category']);
  });
});

describe('the certificates of a case', () => {
  const all = (certificates: readonly Certificate[], required: readonly string[] = ['FSC']) =>
    checkCertificates({ ...context, certificates, required });

  it('pass when each required scheme is there, until the first of them ends', () => {
    const result = all([fsc, { ...iso, validTo: '2026-09-30' }], ['FSC', 'ISO_9001']);
    expect(result).toEqual({ verdict: 'PASS', explanation: [], expiresAt: '2026-09-30T16:59:59.999Z' });
  });

  it('pass without any when none is required', () => {
    expect(all([], [])).toEqual({ verdict: 'PASS', explanation: [] });
  });

  it('fail when a required one is missing', () => {
    expect(all([iso])).toMatchObject({
      verdict: 'FAIL',
      explanation: [{ code: 'required-certificate-missing', params: { scheme: 'FSC' } }],
    });
  });

  it('fail when the required one fails, and say which it is', () => {
    expect(all([iso, { ...fsc, scope: [] }])).toMatchObject({
      verdict: 'FAIL',
      explanation: [{ code: 'scope-misses-category', params: { index: 1, scheme: 'FSC' } }],
    });
  });

  it('take the renewal and forget the old one', () => {
    const old = { ...fsc, validFrom: '2020-01-01', validTo: '2024-12-31' };
    expect(all([old, fsc])).toMatchObject({ verdict: 'PASS', expiresAt: '2026-12-31T16:59:59.999Z' });
    const longer = { ...fsc, validTo: '2027-12-31' };
    expect(all([fsc, longer])).toMatchObject({ expiresAt: '2027-12-31T16:59:59.999Z' });
  });

  it('warn of a failing one that nobody requires, and do not expire with it', () => {
    const result = all([fsc, { ...iso, validFrom: '2022-01-01', validTo: '2024-12-31' }]);
    expect(result).toMatchObject({ verdict: 'WARN', expiresAt: '2026-12-31T16:59:59.999Z' });
    expect(result.explanation).toMatchObject([{ code: 'lapsed', params: { index: 1, scheme: 'ISO_9001' } }]);
  });
});
