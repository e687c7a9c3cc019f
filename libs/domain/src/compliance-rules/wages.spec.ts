import { describe, expect, it } from '@jest/globals';
import { wageSectorOf } from '../reference/labour-parameters.js';
import { checkWages, payrollToJudge, type Payroll } from './wages.js';

const AT = '2026-11-25T03:00:00.000Z';
const GARMENT = ['1410'];
const PAYROLL: Payroll = { month: '2026-10', currency: 'USD', lowestBasicWage: 210, workersSampled: 12 };
const judge = (payroll: Partial<Payroll> = {}, isic: readonly string[] = GARMENT, at = AT) =>
  checkWages({ payroll: { ...PAYROLL, ...payroll }, isic, at });
const codes = ({ explanation }: ReturnType<typeof judge>) => explanation.map(({ code }) => code);

describe('the minimum wage', () => {
  it.each([
    ['2021-06', 192],
    ['2022-12', 194],
    ['2024-01', 204],
    ['2025-12', 208],
    ['2026-01', 210],
  ])('is that of the audited month: %s', (month, usd) => {
    expect(judge({ month, lowestBasicWage: usd }, GARMENT, `${month}-28T03:00:00.000Z`)).toMatchObject({
      verdict: 'PASS',
      explanation: [{ code: 'wage-at-least-minimum', params: { minimumUsd: usd } }],
    });
    expect(judge({ month, lowestBasicWage: usd - 0.01 }).verdict).toBe('FAIL');
  });

  it.each(['2023-05', '2027-01', '2020-12'])(
    'of a year that is not loaded goes to an officer: %s',
    (month) => {
      expect(judge({ month, lowestBasicWage: 9_999 })).toMatchObject({
        ...{ verdict: 'POTENTIAL', explanation: [{ code: 'parameter-missing', params: { month } }] },
      });
    },
  );

  it('is for the sectors that the law names, and for no other', () => {
    for (const isic of ['1311', '1313', '1399', '1410', '1430', '1512', '1520'])
      expect(wageSectorOf(isic)).toBe('covered');
    for (const isic of ['1511', '2030', '9601']) expect(wageSectorOf(isic)).toBe('doubtful');
    for (const isic of ['1702', '1709', '1811', '2011', '2022', '2220', '4923', '5210'])
      expect(wageSectorOf(isic)).toBe('not-covered');
  });

  it('does not fail a carton maker', () => {
    expect(judge({ lowestBasicWage: 150 }, ['1702'])).toEqual({
      verdict: 'PASS',
      explanation: [{ code: 'no-minimum-wage-in-sector', params: { isic: '1702' } }],
    });
    expect(checkWages({ isic: ['1702'], at: AT }).verdict).toBe('PASS');
    expect(judge({ lowestBasicWage: 150 }, ['1702', '1410']).verdict).toBe('FAIL');
  });

  it('that a firm of doubtful or unknown sector does not pay is for an officer', () => {
    for (const isic of [['9601'], []]) {
      expect(judge({ lowestBasicWage: 209 }, isic).verdict).toBe('POTENTIAL');
      expect(judge({}, isic).verdict).toBe('PASS');
      expect(checkWages({ isic, at: AT }).verdict).toBe('WARN');
    }
  });
});

describe('a payroll sample', () => {
  it('in riel is counted by its own rate', () => {
    const riel = { currency: 'KHR', khrPerUsd: 4000 } as const;
    expect(judge({ ...riel, lowestBasicWage: 840_000 }).verdict).toBe('PASS');
    expect(judge({ ...riel, lowestBasicWage: 839_000 }).verdict).toBe('FAIL');
    const unrated = judge({ currency: 'KHR', lowestBasicWage: 840_000 });
    expect(unrated).toMatchObject({
      verdict: 'FAIL',
      explanation: [{ code: 'payroll-missing', params: { field: 'khrPerUsd' } }],
    });
  });

  it('may have a probation wage, where one is known for its year', () => {
    const old = { month: '2021-03', lowestBasicWage: 192 };
    expect(judge({ ...old, lowestProbationWage: 187 }).verdict).toBe('WARN'); // of an earlier year
    expect(judge({ ...old, lowestProbationWage: 186 }).verdict).toBe('FAIL');
    expect(codes(judge({ lowestProbationWage: 205 }))).toContain('probation-parameter-missing');
    expect(judge({ lowestProbationWage: 210 }).verdict).toBe('PASS');
  });

  it('of an auditor counts before what the firm tells, until that is of a later year', () => {
    const seen = { ...PAYROLL, lowestBasicWage: 200 };
    expect(payrollToJudge(seen, PAYROLL)).toBe(seen);
    expect(payrollToJudge(seen, { ...PAYROLL, month: '2026-12' })).toBe(seen);
    expect(payrollToJudge(seen, { lowestBasicWage: 210 })).toBe(seen);
    const later = { ...PAYROLL, month: '2027-01' };
    expect(payrollToJudge(seen, later)).toBe(later);
    expect(payrollToJudge(undefined, PAYROLL)).toBe(PAYROLL);
    expect(payrollToJudge(seen)).toBe(seen);
  });

  it('that is missing fails where the law asks for the wage', () => {
    expect(checkWages({ isic: GARMENT, at: AT })).toMatchObject({ verdict: 'FAIL' });
    expect(judge({ month: undefined })).toMatchObject({ verdict: 'FAIL' });
    expect(judge({ lowestBasicWage: undefined })).toMatchObject({ verdict: 'FAIL' });
  });

  it('is looked at again each January, when a sample of last year says nothing of the wage that is due', () => {
    expect(judge().expiresAt).toBe('2026-12-31T16:59:59.999Z');
    const january = judge({}, GARMENT, '2027-01-01T03:00:00.000Z');
    expect(january).toMatchObject({ verdict: 'WARN', expiresAt: '2027-12-31T16:59:59.999Z' });
    expect(codes(january)).toEqual(['wage-at-least-minimum', 'payroll-of-earlier-year']);
    expect(codes(judge({ month: '2026-12' }))).toContain('payroll-month-in-future');
  });
});
