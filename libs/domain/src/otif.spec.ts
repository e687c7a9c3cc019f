import { describe, expect, it } from '@jest/globals';
import { pilotResult, type PilotLotOutcome } from './otif-pilot.js';
import { defectRate, firstPassYield, isInFull, leadTimeDays, otif, ppm, wilson95 } from './otif.js';

const lot = (change: Partial<PilotLotOutcome> = {}): PilotLotOutcome => ({
  ordered: 1000,
  delivered: 1000,
  dueAt: '2026-06-10T10:00:00.000Z',
  deliveredAt: '2026-06-10T03:00:00.000Z',
  accepted: true,
  reworked: false,
  criticalDefects: 0,
  ...change,
});
const day = (n: number): string => `2026-06-${String(10 + n).padStart(2, '0')}T03:00:00.000Z`;
const lots = (n: number): readonly PilotLotOutcome[] => Array.from({ length: n }, () => lot());
const undelivered = lot({ deliveredAt: undefined });

describe('on time in full', () => {
  it('is the share of lines in the window, complete and accepted', () => {
    const lines = [lot(), lot({ deliveredAt: day(1) }), lot({ delivered: 969 }), lot({ accepted: false })];
    expect(otif(lines)).toBe(0.25);
    expect(otif([])).toBeUndefined();
  });

  it('takes the whole last day of the window, in Phnom Penh', () => {
    expect(otif([lot({ deliveredAt: '2026-06-10T16:59:59.000Z' })])).toBe(1);
    expect(otif([lot({ deliveredAt: '2026-06-10T17:00:00.000Z' })])).toBe(0);
  });

  it('does not count what came before the window or never came', () => {
    expect(otif([lot({ notBefore: day(0) })])).toBe(1);
    expect(otif([lot({ notBefore: day(0), deliveredAt: day(-1) })])).toBe(0);
    expect(otif([undelivered])).toBe(0);
  });

  it('forgives 3 % of the quantity, not more', () => {
    expect(isInFull(lot({ delivered: 970 }))).toBe(true);
    expect(isInFull(lot({ delivered: 969 }))).toBe(false);
  });
});

describe('measures of a small sample', () => {
  it('show a defect rate with its 95 % interval', () => {
    expect(defectRate(2, 50)).toBe(0.04);
    const { low, high } = wilson95(2, 50);
    expect(low).toBeCloseTo(0.01104, 4);
    expect(high).toBeCloseTo(0.13461, 4);
  });

  it('admit that no defect in 50 units may still be 7 %', () => {
    expect(wilson95(0, 50).low).toBe(0);
    expect(wilson95(0, 50).high).toBeCloseTo(0.07135, 4);
    expect(wilson95(50, 50).high).toBe(1);
  });

  it('do not exist without units, or for more defective units than inspected', () => {
    expect(defectRate(0, 0)).toBeUndefined();
    expect(ppm(0, 0)).toBeUndefined();
    expect(() => wilson95(0, 0)).toThrow(RangeError);
    expect(() => wilson95(6, 5)).toThrow(RangeError);
    expect(() => wilson95(-1, 5)).toThrow(RangeError);
  });

  it('give parts per million, lead time in local days and first-pass yield', () => {
    expect(ppm(3, 1200)).toBe(2500);
    expect(leadTimeDays('2026-06-01T16:00:00.000Z', '2026-06-20T01:00:00.000Z')).toBe(19);
    expect(firstPassYield([lot(), lot({ reworked: true }), lot({ accepted: false }), lot()])).toBe(0.5);
    expect(firstPassYield([])).toBeUndefined();
  });
});

describe('a pilot order', () => {
  const judge = (of: readonly PilotLotOutcome[], documentsRight = true) =>
    pilotResult({ lots: of, documentsRight });

  it('passes when all lots were accepted in time, without criticals, with right documents', () => {
    expect(judge(lots(2))).toEqual({ result: 'pass', reasons: [], otif: 1 });
  });

  it('passes with one late line in ten', () => {
    expect(judge([...lots(9), lot({ deliveredAt: day(8) })])).toMatchObject({ result: 'pass', otif: 0.9 });
    expect(judge([...lots(8), lot({ deliveredAt: day(8) })])).toMatchObject({ result: 'fail' });
  });

  it('is conditional after one rework, and fails after two', () => {
    const reworked = lot({ reworked: true });
    expect(judge([lot(), reworked])).toMatchObject({ result: 'conditional', reasons: ['one-rework'] });
    expect(judge([reworked, reworked])).toMatchObject({ result: 'fail', reasons: ['more-than-one-rework'] });
  });

  it('is conditional when three days late, and fails on the fourth', () => {
    const late = (n: number) => judge([lot(), lot({ deliveredAt: day(n) })]);
    expect(late(3)).toMatchObject({ result: 'conditional', reasons: ['late-up-to-3-days'] });
    expect(late(4)).toMatchObject({ result: 'fail', reasons: ['late-over-3-days'] });
  });

  it('stays conditional when the rework made it late', () => {
    const both = lot({ reworked: true, deliveredAt: day(2) });
    expect(judge([lot(), both])).toMatchObject({
      result: 'conditional',
      reasons: ['one-rework', 'late-up-to-3-days'],
    });
  });

  it.each([
    ['lot-not-accepted', lot({ accepted: false })],
    ['critical-defects', lot({ criticalDefects: 1 })],
    ['short-quantity', lot({ delivered: 900 })],
    ['early', lot({ notBefore: day(-2), deliveredAt: day(-5) })],
    ['lot-not-accepted', { ...undelivered, accepted: false }],
  ] as const)('fails for %s', (reason, bad) => {
    const result = judge([lot(), bad]);
    expect(result.result).toBe('fail');
    expect(result.reasons).toContain(reason);
  });

  it('fails with wrong documents or without a lot', () => {
    expect(judge(lots(2), false)).toMatchObject({ result: 'fail', reasons: ['documents-wrong'] });
    expect(judge([])).toEqual({ result: 'fail', reasons: ['no-lots'] });
  });
});
