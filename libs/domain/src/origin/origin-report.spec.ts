import { describe, expect, it } from '@jest/globals';
import { checkOrigin } from '../compliance-rules/origin.js';
import type { CostSheet } from './cost-sheet.js';
import { originReport } from './origin-report.js';

const SHIRT: CostSheet = {
  ...{ product: 'tee', hs: '6109.10', fobUsd: 4, processes: ['cutting', 'making-up'] },
  materials: [
    { material: 'fabric', hs: '6006.22', country: 'CN', valueUsd: 2 },
    { material: 'thread', hs: '5401', country: 'VN', valueUsd: 0.1 },
    { material: 'label', hs: '5807', country: 'KH', valueUsd: 0.05 },
  ],
  ...{ labourUsd: 1.2, overheadUsd: 0.4, profitUsd: 0.25 },
};
const NOW = '2026-11-25';
const under = (programme: string, sheet: CostSheet = SHIRT, date = NOW) =>
  originReport(sheet, date).programmes.find((one) => one.programme === programme);

describe('the origin of a garment', () => {
  it('is judged under all sixteen programmes', () => {
    const answers = originReport(SHIRT, NOW).programmes.map(({ programme, origin }) => [programme, origin]);
    expect(Object.fromEntries(answers)).toEqual({
      ...{ EU_EBA: 'yes', UK_DCTS: 'yes', US_MFN_RECIP: 'yes', RCEP: 'yes', CPTPP: 'no' },
      ...{ US_UFLPA: 'unknown', ATIGA: 'unknown', ACFTA: 'unknown', AKFTA: 'unknown', AANZFTA: 'unknown' },
      ...{ AJCEP: 'unknown', AIFTA: 'unknown', CCFTA: 'unknown', CKFTA: 'unknown' },
      ...{ JP_GSP_LDC: 'unknown', CA_LDCT: 'unknown' },
    });
  });

  it('tells the local value per piece, in dollars and of the price', () => {
    expect(originReport(SHIRT, NOW).localValue).toEqual({ usd: 1.9, percent: 47.5 });
    const without = { ...SHIRT, labourUsd: undefined };
    expect(originReport(without, NOW)).toMatchObject({ localValue: null, localValueMissing: ['labourUsd'] });
    expect(originReport({ ...SHIRT, profitUsd: 0.5 }, NOW)).toMatchObject({
      localValue: null,
      costsDiffer: true,
    });
  });

  it('goes by the general rule of ATIGA where no product rule stands before it', () => {
    const bag = { ...SHIRT, hs: '4202.92' };
    expect(under('ATIGA', bag)).toMatchObject({ origin: 'yes', regionalValuePercent: 47.5 });
    expect(
      under('ATIGA', { ...bag, materials: [{ ...SHIRT.materials![0]!, hs: '4202', valueUsd: 3 }] }),
    ).toMatchObject({ origin: 'no' });
  });

  it('knows a programme only from the day on which it came into force', () => {
    expect(under('RCEP', SHIRT, '2021-12-31')).toMatchObject({
      origin: 'no',
      why: [{ code: 'not-in-force' }],
    });
    expect(under('RCEP', SHIRT, '2022-01-01')).toMatchObject({ origin: 'yes', rule: { form: 'CC' } });
  });

  it('names rates with their dates, and none that no source gave', () => {
    const rates = under('US_MFN_RECIP')?.rates;
    expect(rates).toMatchObject([
      { kind: 'reciprocal', percent: 19, from: '2025-08-07', volatile: true },
      { kind: 'transshipped', percent: 40 },
    ]);
    expect(under('US_MFN_RECIP', SHIRT, '2025-08-06')?.rates).toEqual([]);
    expect(under('EU_EBA')?.rates).toEqual([]);
  });

  it('says where the EU took its preference back', () => {
    expect(under('EU_EBA')).toMatchObject({ withdrawn: 'some-lines' });
    expect(under('EU_EBA', SHIRT, '2020-08-11')).toMatchObject({ withdrawn: 'no' });
    expect(under('EU_EBA', { ...SHIRT, hs: '4202.92' })).toMatchObject({ withdrawn: 'all' });
    expect(under('EU_EBA', { ...SHIRT, hs: undefined })).toMatchObject({
      withdrawn: 'unknown',
      missing: ['hs'],
    });
  });
});

describe('graduation from the least developed countries', () => {
  const changes = (sheet: CostSheet = SHIRT) => originReport(sheet, NOW).graduation.changes;
  const eu = (sheet?: CostSheet) => changes(sheet).find(({ programme }) => programme === 'EU_EBA');

  it('changes the programmes that Cambodia has as one, and no others', () => {
    expect(originReport(SHIRT, NOW).graduation.date).toBe('2029-12-19');
    expect(changes().map(({ programme }) => programme)).toEqual([
      'EU_EBA',
      'UK_DCTS',
      'JP_GSP_LDC',
      'CA_LDCT',
    ]);
  });

  it('makes the EU want double transformation: the fabric would have to be knitted here', () => {
    expect(eu()).toMatchObject({
      ...{
        before: 'yes',
        after: 'no',
        from: '2032-12-19',
        transitionUntil: '2032-12-18',
        localise: ['fabric'],
      },
      afterRule: { form: 'process', text: expect.stringContaining('knitting and making-up') },
    });
    const [fabric, ...rest] = SHIRT.materials!;
    expect(eu({ ...SHIRT, materials: [{ ...fabric!, country: 'KH' }, ...rest] })).toMatchObject({
      ...{ before: 'yes', after: 'yes', localise: [] },
    });
    const shirt = { ...SHIRT, hs: '6205.20', materials: [{ ...fabric!, hs: '5208' }, ...rest] };
    expect(eu(shirt)).toMatchObject({ before: 'yes', after: 'no', localise: ['fabric'] });
  });

  it('says in the years of transition that they rest on practice', () => {
    const { origin, why } = under('EU_EBA', SHIRT, '2029-12-19')!;
    expect({ origin, why }).toEqual({ origin: 'yes', why: [{ code: 'rests-on-practice', params: {} }] });
    expect(under('EU_EBA', SHIRT, '2029-12-18')?.why).toEqual([]);
    expect(under('EU_EBA', SHIRT, '2032-12-18')).toMatchObject({ origin: 'yes' });
    expect(under('EU_EBA', SHIRT, '2032-12-19')).toMatchObject({ origin: 'no' });
  });

  it('does not guess where nobody has loaded what comes after', () => {
    const uk = changes().find(({ programme }) => programme === 'UK_DCTS');
    expect(uk).toMatchObject({
      ...{ before: 'yes', after: 'unknown', from: '2029-12-19', localise: null },
      why: [{ code: 'rule-after-graduation-not-loaded' }],
    });
  });
});

describe('the check of origin', () => {
  const at = '2026-11-25T03:00:00.000Z';
  const check = (...sheets: CostSheet[]) => checkOrigin({ sheets, at });

  it('passes when every claim holds by its cost sheet', () => {
    expect(check({ ...SHIRT, claims: ['EU_EBA', 'RCEP'] })).toEqual({
      verdict: 'PASS',
      explanation: [
        { code: 'claim-holds-line-to-check', params: { product: 'tee', programme: 'EU_EBA' } },
        { code: 'claim-holds', params: { product: 'tee', programme: 'RCEP' } },
      ],
    });
    expect(check(SHIRT)).toMatchObject({ verdict: 'PASS', explanation: [{ code: 'no-origin-claimed' }] });
  });

  it('never passes what is not known', () => {
    expect(check({ ...SHIRT, claims: ['ATIGA'] })).toMatchObject({ verdict: 'WARN' });
    expect(check({ ...SHIRT, processes: undefined, claims: ['EU_EBA'] })).toMatchObject({
      ...{
        verdict: 'WARN',
        explanation: [{ code: 'claim-cannot-be-judged', params: { missing: 'processes' } }],
      },
    });
    expect(checkOrigin({ at })).toMatchObject({
      verdict: 'WARN',
      explanation: [{ code: 'cost-sheet-missing' }],
    });
    expect(check({ ...SHIRT, claims: ['NOBODY'] })).toMatchObject({ verdict: 'WARN' });
  });

  it('gives a claim that does not hold to an officer', () => {
    const claimed = { ...SHIRT, processes: [], claims: ['RCEP', 'EU_EBA'] } as const;
    expect(check(claimed)).toMatchObject({
      verdict: 'POTENTIAL',
      explanation: [{ code: 'claim-holds' }, { code: 'claim-does-not-hold' }],
    });
  });

  it('warns of costs that miss their own price', () => {
    const sheet = { ...SHIRT, fobUsd: 5, claims: ['RCEP'] };
    expect(check(sheet)).toMatchObject({
      verdict: 'WARN',
      explanation: [{}, { code: 'costs-differ-from-price' }],
    });
  });
});
