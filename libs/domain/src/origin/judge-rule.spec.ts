import { describe, expect, it } from '@jest/globals';
import type { CostMaterial, CostSheet } from './cost-sheet.js';
import { judgeRule, regionalValueOf, type Cumulation } from './judge-rule.js';
import { materialsToLocalise } from './localise.js';
import type { OriginRule } from './origin-rule.js';

const FABRIC: CostMaterial = { material: 'fabric', hs: '6006.22', country: 'CN', valueUsd: 2 };
const THREAD: CostMaterial = { material: 'thread', hs: '5401', country: 'VN', valueUsd: 0.1 };
const LABEL: CostMaterial = { material: 'label', hs: '5807', country: 'KH', valueUsd: 0.05 };
const SHIRT: CostSheet = {
  ...{ product: 'tee', hs: '6109.10', fobUsd: 4, materials: [FABRIC, THREAD, LABEL] },
  ...{ labourUsd: 1.2, overheadUsd: 0.4, profitUsd: 0.25, processes: ['cutting', 'making-up'] },
};
const of = (rule: OriginRule, sheet: Partial<CostSheet> = {}, cumulation?: Cumulation) =>
  judgeRule(rule, { ...SHIRT, ...sheet }, cumulation);
const origin = (rule: OriginRule, sheet: Partial<CostSheet> = {}, cumulation?: Cumulation) =>
  of(rule, sheet, cumulation).origin;
const RVC = (minPercent: number): OriginRule => ({ form: 'RVC', minPercent });
const SINGLE: OriginRule = { form: 'process', done: [['making-up']], from: 'fabric' };
const DOUBLE: OriginRule = { form: 'process', done: [['knitting'], ['making-up']], from: 'yarn' };
const ZONE: Cumulation = { kind: 'zone', countries: ['CN', 'VN'] };

describe('regional value content', () => {
  it('is the build-down: (FOB - non-originating materials) / FOB * 100', () => {
    expect(regionalValueOf(SHIRT)).toBe(47.5);
    expect(regionalValueOf({ ...SHIRT, fobUsd: undefined })).toBeUndefined();
  });

  it.each([
    [47.5, 'yes'],
    [47.51, 'no'],
  ] as const)('of %p percent is held to the cent', (min, answer) => {
    expect(origin(RVC(min))).toBe(answer);
  });

  it('is rounded down where it is told, never up to what is needed', () => {
    const sheet = { fobUsd: 3, materials: [{ ...FABRIC, valueUsd: 1.8001 }] };
    expect(regionalValueOf({ ...SHIRT, ...sheet })).toBe(39.99);
    expect(origin(RVC(40), sheet)).toBe('no');
    expect(origin(RVC(40), { ...sheet, materials: [{ ...FABRIC, valueUsd: 1.8 }] })).toBe('yes');
  });

  it('is unknown when a price is missing, or when it hangs on where a material comes from', () => {
    expect(of(RVC(40), { fobUsd: undefined })).toMatchObject({ origin: 'unknown', missing: ['fobUsd'] });
    const unpriced = { materials: [{ ...FABRIC, valueUsd: undefined }] };
    expect(of(RVC(40), unpriced)).toMatchObject({ origin: 'unknown', missing: ['materials/0/valueUsd'] });
    const whence = { materials: [{ ...FABRIC, country: undefined }, THREAD] };
    expect(of(RVC(60), whence)).toMatchObject({ origin: 'unknown', missing: ['materials/0/country'] });
    expect(origin(RVC(40), whence)).toBe('yes');
    expect(origin(RVC(99), whence)).toBe('no');
    expect(of(RVC(40), { materials: [] })).toMatchObject({ origin: 'unknown', missing: ['materials'] });
  });

  it('has the share of non-originating value for its mirror', () => {
    expect(origin({ form: 'max-non-originating', percent: 52.5 })).toBe('yes');
    expect(origin({ form: 'max-non-originating', percent: 52.4 })).toBe('no');
  });
});

describe('a change of classification', () => {
  const button = { ...FABRIC, material: 'button', hs: '9606' };
  it('of chapter, heading or subheading is wanted of every non-originating material', () => {
    expect(origin({ form: 'CC' })).toBe('yes');
    const collar = { materials: [{ ...FABRIC, material: 'collar', hs: '6117.90' }] };
    expect(of({ form: 'CC' }, collar)).toMatchObject({
      origin: 'no',
      why: [{ code: 'hs-does-not-change', params: { material: 'collar', rule: 'CC' } }],
    });
    expect(origin({ form: 'CTH' }, collar)).toBe('yes');
    expect(origin({ form: 'CTH' }, { materials: [{ ...FABRIC, hs: '6109.90' }] })).toBe('no');
    expect(origin({ form: 'CTSH' }, { materials: [{ ...FABRIC, hs: '6109.90' }] })).toBe('yes');
    expect(origin({ form: 'CTSH' }, { materials: [{ ...FABRIC, hs: '61091000' }] })).toBe('no');
  });

  it('is unknown when a code is missing or too short', () => {
    expect(of({ form: 'CC' }, { hs: undefined })).toMatchObject({ origin: 'unknown', missing: ['hs'] });
    const unread = { materials: [{ ...button, hs: undefined }] };
    expect(of({ form: 'CC' }, unread)).toMatchObject({ origin: 'unknown', missing: ['materials/0/hs'] });
    expect(origin({ form: 'CTSH' }, { materials: [button] })).toBe('unknown');
  });

  it('lets some pass by value where the rule has a tolerance', () => {
    const collar = { ...FABRIC, material: 'collar', hs: '6117.90', valueUsd: 0.4 };
    const sheet = { materials: [collar, THREAD] };
    expect(origin({ form: 'CC', tolerancePercent: 10 }, sheet)).toBe('yes');
    expect(origin({ form: 'CC', tolerancePercent: 9.99 }, sheet)).toBe('no');
    expect(origin({ form: 'CC', tolerancePercent: 10 }, { ...sheet, fobUsd: undefined })).toBe('unknown');
  });
});

describe('a process', () => {
  it('from fabric is single transformation: foreign fabric, made up here', () => {
    expect(origin(SINGLE)).toBe('yes');
    expect(of(SINGLE, { processes: ['cutting'] })).toMatchObject({
      origin: 'no',
      why: [{ code: 'process-not-done', params: { process: 'making-up' } }],
    });
    expect(of(SINGLE, { processes: undefined })).toMatchObject({ origin: 'unknown', missing: ['processes'] });
    expect(origin(SINGLE, { materials: [{ ...FABRIC, hs: '6109.10' }] })).toBe('no');
  });

  it('from yarn is double transformation: knitted and made up here', () => {
    const yarn = { ...FABRIC, material: 'yarn', hs: '5205' };
    expect(of(DOUBLE)).toMatchObject({ origin: 'no' });
    expect(origin(DOUBLE, { processes: ['knitting', 'making-up'] })).toBe('no'); // of fabric that is bought abroad
    expect(origin(DOUBLE, { processes: ['knitting', 'making-up'], materials: [yarn, LABEL] })).toBe('yes');
    expect(origin(DOUBLE, { materials: [{ ...FABRIC, country: 'KH' }, THREAD] })).toBe('yes');
  });

  it('of dyeing or printing may have a limit of value beside it', () => {
    const print: OriginRule = {
      form: 'all-of',
      rules: [
        { form: 'process', done: [['dyeing', 'printing']], from: 'fabric' },
        { form: 'max-non-originating', percent: 47.5 },
      ],
    };
    const processes = ['printing'] as const;
    expect(origin(print, { processes })).toBe('no');
    expect(origin(print, { processes, materials: [{ ...FABRIC, valueUsd: 1.9 }] })).toBe('yes');
    expect(origin(print, { processes, materials: [{ ...FABRIC, valueUsd: undefined }] })).toBe('unknown');
  });
});

describe('a rule of origin', () => {
  it('that wants all to be wholly obtained takes no foreign material', () => {
    expect(origin({ form: 'WO' })).toBe('no');
    expect(origin({ form: 'WO' }, { materials: [LABEL] })).toBe('yes');
    expect(origin({ form: 'WO' }, { materials: [{ ...LABEL, country: undefined }] })).toBe('unknown');
    expect(origin({ form: 'WO' }, { materials: [{ ...LABEL, originating: false }] })).toBe('no');
  });

  it('that nobody has loaded is unknown, also beside one that does not hold', () => {
    const unloaded: OriginRule = { form: 'not-loaded', why: 'schedule' };
    expect(origin(unloaded)).toBe('unknown');
    expect(origin({ form: 'any-of', rules: [unloaded, RVC(99)] })).toBe('unknown');
    expect(origin({ form: 'any-of', rules: [unloaded, RVC(40)] })).toBe('yes');
    expect(origin({ form: 'all-of', rules: [unloaded, RVC(40)] })).toBe('unknown');
    expect(origin({ form: 'all-of', rules: [unloaded, RVC(99)] })).toBe('no');
  });

  it('counts what comes from its zone as its own, with a proof of origin', () => {
    const proven = { materials: [{ ...FABRIC, originating: true }, THREAD] };
    expect(origin(RVC(97), proven, ZONE)).toBe('yes');
    expect(origin(RVC(97), proven)).toBe('no');
    expect(of(RVC(99), proven, ZONE)).toMatchObject({
      origin: 'unknown',
      missing: ['materials/1/originating'],
    });
    expect(
      origin({ form: 'WO' }, { materials: [{ ...FABRIC, originating: true }] }, { kind: 'not-loaded' }),
    ).toBe('unknown');
  });
});

describe('what would have to be made here', () => {
  it('is what the rule takes offence at, and nothing else', () => {
    expect(materialsToLocalise(DOUBLE, SHIRT)).toEqual(['fabric']);
    expect(materialsToLocalise(RVC(40), SHIRT)).toEqual([]);
    expect(materialsToLocalise(RVC(50), SHIRT)).toEqual(['fabric']);
    expect(materialsToLocalise(RVC(99), SHIRT)).toEqual(['fabric', 'thread']);
  });

  it('is not told when no material alone would do', () => {
    expect(materialsToLocalise(DOUBLE, { ...SHIRT, processes: ['cutting'] })).toBeUndefined();
    expect(materialsToLocalise({ form: 'not-loaded', why: 'schedule' }, SHIRT)).toBeUndefined();
  });
});
