import { describe, expect, it } from '@jest/globals';
import type { InventoryRow } from '../chemical-inventory.js';
import { isCasNumber } from '../cas-number.js';
import { RESTRICTED_SUBSTANCES } from '../reference/restricted-substances.js';
import { checkChemicals } from './chemicals.js';

const AT = '2026-11-25T03:00:00.000Z';
const WATER: InventoryRow = {
  ...{ product: 'Softener', cas: '7732-18-5', percent: 80, kgMonth: 20, sdsDate: '2025-01-31' },
};
const judge = (
  row: Partial<InventoryRow>,
  category: 'YARN_FABRIC' | 'LEATHER' | 'PACKAGING' = 'YARN_FABRIC',
) => checkChemicals({ rows: [{ ...WATER, ...row }], category, at: AT });
const codes = ({ explanation }: ReturnType<typeof judge>) => explanation.slice(1).map(({ code }) => code);

describe('a CAS number', () => {
  it.each(['7732-18-5', '9016-45-9', '58-08-2', '118685-33-9'])('is right by its check digit: %p', (cas) => {
    expect(isCasNumber(cas)).toBe(true);
  });
  it.each(['7732-18-4', '9016-45-8', '7732-81-5', '07732-18-5', '7732185', ' 7732-18-5', '', '77321-8-5'])(
    'is wrong: %p',
    (cas) => {
      expect(isCasNumber(cas)).toBe(false);
    },
  );
});

describe('a chemical inventory', () => {
  it('passes when nothing in it is restricted, for six months', () => {
    expect(judge({})).toEqual({
      verdict: 'PASS',
      explanation: [{ code: 'inventory-judged', params: { rows: 1, remarks: 0, told: 0 } }],
      expiresAt: '2027-05-25T03:00:00.000Z',
    });
  });

  it.each(['9016-45-9', '84852-15-3', '87-86-5', '92-87-5', '335-67-1', '127-18-4'])(
    'fails with a substance of a blocking group: %p',
    (cas) => {
      const result = judge({ cas, percent: 0.01 });
      expect(result.verdict).toBe('FAIL');
      expect(result.explanation[1]).toMatchObject({
        code: 'substance-above-limit',
        params: { row: 1, cas, mgKg: 100, limitMgKg: 0 },
      });
    },
  );

  it.each(['68-12-2', '50-00-0', '91-22-5'])('warns of a substance that brands alone restrict: %p', (cas) => {
    expect(judge({ cas }).verdict).toBe('WARN');
    expect(codes(judge({ cas }))).toEqual(['substance-restricted-by-brands']);
  });

  it('warns of a restricted substance that its goods have nothing to do with', () => {
    expect(judge({ cas: '624-49-7' })).toMatchObject({ verdict: 'WARN' });
    expect(judge({ cas: '624-49-7' }, 'PACKAGING')).toMatchObject({ verdict: 'FAIL' });
  });

  it('holds a substance against its own limit where the edition names one', () => {
    const substances = RESTRICTED_SUBSTANCES.substances.map((one) => ({
      ...one,
      limit: { value: 250, unit: 'mg/kg' as const },
    }));
    const list = { ...RESTRICTED_SUBSTANCES, substances };
    const at = (percent: number) =>
      checkChemicals(
        { rows: [{ ...WATER, cas: '9016-45-9', percent }], category: 'YARN_FABRIC', at: AT },
        list,
      );
    expect(at(0.025).verdict).toBe('WARN');
    expect(at(0.0251).verdict).toBe('FAIL');
  });

  it.each([
    ['within the exception', 0.5, 'in-can-preservative', 'PASS', 'exception-covers'],
    ['above its limit', 0.5001, 'in-can-preservative', 'FAIL', 'substance-above-limit'],
    ['of another use', 0.5, 'wool', 'FAIL', 'substance-above-limit'],
    ['without a use, for an officer to ask', 0.5, undefined, 'WARN', 'exception-needs-use'],
  ] as const)('lets o-phenylphenol in leather through: %s', (_, percent, use, verdict, code) => {
    const result = judge({ cas: '90-43-7', percent, use }, 'LEATHER');
    expect(result.verdict).toBe(verdict);
    expect(codes(result)).toEqual([code]);
  });

  it('knows that exceptions are of one chapter', () => {
    expect(judge({ cas: '90-43-7', percent: 0.1, use: 'in-can-preservative' }).verdict).toBe('FAIL');
    expect(judge({ cas: '52645-53-1', use: 'wool' }).verdict).toBe('PASS');
    expect(judge({ cas: '52645-53-1', use: 'in-can-preservative' }).verdict).toBe('FAIL');
  });

  it('warns of what nobody can look up, and of sheets that are missing or old', () => {
    expect(codes(judge({ cas: undefined }))).toEqual(['cas-missing']);
    expect(codes(judge({ cas: 'undisclosed' }))).toEqual(['cas-undisclosed']);
    expect(codes(judge({ cas: '7732-18-4' }))).toEqual(['cas-not-a-number']);
    expect(codes(judge({ sdsDate: undefined }))).toEqual(['sds-missing']);
    expect(codes(judge({ sdsDate: '2021-11-24' }))).toEqual(['sds-too-old']);
    expect(codes(judge({ sdsDate: '2021-11-25' }))).toEqual([]);
    expect(codes(judge({ sdsDate: '2026-11-26' }))).toEqual(['sds-date-in-future']);
    expect(judge({ cas: undefined }).verdict).toBe('WARN');
    expect(judge({ sdsDate: '2020-01-01' }).verdict).toBe('WARN');
  });

  it('warns when it was never handed in, and when it is said to be empty', () => {
    const given = { category: 'CHEMICALS', at: AT } as const;
    expect(checkChemicals(given)).toMatchObject({
      verdict: 'WARN',
      explanation: [{ code: 'inventory-missing' }],
    });
    expect(checkChemicals({ ...given, rows: [] })).toMatchObject({ verdict: 'WARN' });
  });

  it('tells the gravest first, and how many there were', () => {
    const warnings = Array.from({ length: 300 }, () => ({ ...WATER, cas: undefined }));
    const rows = [...warnings, { ...WATER, cas: '71-43-2' }];
    const { verdict, explanation } = checkChemicals({ rows, category: 'YARN_FABRIC', at: AT });
    expect(verdict).toBe('FAIL');
    expect(explanation).toHaveLength(201);
    expect(explanation[0]?.params).toEqual({ rows: 301, remarks: 301, told: 200 });
    expect(explanation[1]).toMatchObject({ code: 'substance-above-limit', params: { row: 301 } });
  });
});
