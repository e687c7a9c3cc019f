import { describe, expect, it } from '@jest/globals';
import { bandOf, complianceShare, monthlyScore, type DeliveryRecord } from './scorecard.js';
import type { CaseState } from './case-state.js';

const GOOD: DeliveryRecord = {
  ...{ dueOn: '2027-03-10', deliveredOn: '2027-03-09', ordered: 1000, delivered: 1000, accepted: true },
  ...{ inspected: 80, defective: 0, answeredInTime: true, priceKept: true },
};
const CLEAN: Pick<CaseState, 'checks' | 'correctiveActions'> = { checks: {}, correctiveActions: {} };
const of = (...more: readonly Partial<DeliveryRecord>[]): DeliveryRecord[] =>
  more.map((one) => ({ ...GOOD, ...one }));
const claim = (reason: 'wrong-goods' | 'short' | 'damaged' | 'documents', units: number) => ({
  ...{ number: 'C-1', reason, units },
});
const action = (severity: 'critical' | 'major' | 'minor', phase: 'open' | 'verified') => ({
  x: { subject: 'x', severity, phase, dueAt: '', rejections: 0 },
});

describe('a monthly scorecard', () => {
  it('gives all points for deliveries that left nothing to wish for', () => {
    expect(monthlyScore('2027-03', of({}, {}, {}), CLEAN)).toEqual({
      ...{ month: '2027-03', deliveries: 3, score: 100, band: 'preferred' },
      parts: { quality: 35, delivery: 30, compliance: 20, service: 10, price: 5 },
    });
  });

  it('shows no band before the third delivery, and counts those of earlier months for that', () => {
    const two = of({}, {});
    expect(monthlyScore('2027-03', two, CLEAN)?.band).toBeUndefined();
    const later = [...two, ...of({ deliveredOn: '2027-04-02', dueOn: '2027-04-02' })];
    expect(monthlyScore('2027-04', later, CLEAN)).toMatchObject({ deliveries: 1, band: 'preferred' });
    expect(monthlyScore('2027-03', later, CLEAN)?.band).toBeUndefined();
  });

  it('says nothing of a month without deliveries', () => {
    expect(monthlyScore('2027-02', of({}, {}, {}), CLEAN)).toBeUndefined();
  });

  it.each([
    ['late', { deliveredOn: '2027-03-11' }, { delivery: 0 }],
    ['short by more than three in a hundred', { delivered: 969 }, { delivery: 0 }],
    ['short by three in a hundred', { delivered: 970 }, { delivery: 30 }],
    ['refused', { accepted: false }, { delivery: 0, quality: 17.5 }],
    ['with one unit of eighty defective', { defective: 1 }, { quality: 30.6 }],
    ['with four units of eighty defective', { defective: 4 }, { quality: 17.5 }],
    ['with questions left open', { answeredInTime: false }, { service: 0 }],
    ['dearer than agreed', { priceKept: false }, { price: 0 }],
    ['complained of as a whole', { claims: [claim('wrong-goods', 0)] }, { delivery: 0, quality: 17.5 }],
    ['short, as a complaint says', { claims: [claim('short', 31)] }, { delivery: 0, quality: 35 }],
    ['found to be bad afterwards', { claims: [claim('damaged', 2)] }, { delivery: 30, quality: 26.5 }],
    ['without its papers', { claims: [claim('documents', 5)] }, { delivery: 30, quality: 35 }],
  ] as const)('takes points for a delivery that was %s', (_what, change, parts) => {
    expect(monthlyScore('2027-03', of(change), CLEAN)?.parts).toMatchObject(parts);
  });

  it('judges compliance by certificates and by what is still to correct', () => {
    const certificates = (verdict: 'WARN' | 'FAIL') => ({ checks: { certificates: { verdict, errors: 0 } } });
    expect(complianceShare(CLEAN)).toBe(1);
    expect(complianceShare({ ...CLEAN, ...certificates('WARN') })).toBe(0.75);
    expect(complianceShare({ ...CLEAN, ...certificates('FAIL') })).toBe(0.5);
    expect(complianceShare({ ...CLEAN, correctiveActions: action('critical', 'open') })).toBe(0.5);
    expect(complianceShare({ ...CLEAN, correctiveActions: action('major', 'open') })).toBe(0.7);
    expect(complianceShare({ ...CLEAN, correctiveActions: action('critical', 'verified') })).toBe(1);
  });

  it.each([
    [85, 'preferred'],
    [84.9, 'normal'],
    [70, 'normal'],
    [69.9, 'watch'],
    [55, 'watch'],
    [54.9, 'review'],
    [0, 'review'],
  ] as const)('puts %d into the band %s', (score, band) => {
    expect(bandOf(score)).toBe(band);
  });
});
