import { describe, expect, it } from '@jest/globals';
import { AQLS, CODE_LETTERS, CODE_LETTER_RANGES, INSPECTION_LEVELS, PLAN_TABLES } from './aql-tables.js';
import { isCasNumber } from '../cas-number.js';
import { CERTIFICATION_SCHEMES } from './certification-schemes.js';
import { HS_CHAPTERS } from './hs-chapters.js';
import { ID_FORMATS, type IdFormat } from './id-formats.js';
import { INPUT_CATEGORIES } from './input-categories.js';
import { LABOUR_PARAMETERS, MINIMUM_WAGES } from './labour-parameters.js';
import { PROVINCES } from './provinces.js';
import { RESTRICTED_SUBSTANCES } from './restricted-substances.js';
import { LDC_GRADUATION, PROGRAMME_CODES, TRADE_PROGRAMMES } from './trade-programmes.js';

const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe('reference data', () => {
  it('has the 25 provinces of Cambodia, each within the country', () => {
    expect(PROVINCES).toHaveLength(25);
    expect(unique(PROVINCES.map((p) => p.iso))).toBe(true);
    for (const { lat, lon } of PROVINCES) {
      expect(lat > 9 && lat < 15 && lon > 102 && lon < 108).toBe(true);
    }
  });

  it('has six input categories whose usual schemes are known', () => {
    const schemes = CERTIFICATION_SCHEMES.map((s) => s.code);
    expect(INPUT_CATEGORIES).toHaveLength(6);
    expect(schemes).toHaveLength(24);
    expect(unique(schemes)).toBe(true);
    expect(INPUT_CATEGORIES.flatMap((c) => c.usualSchemes).filter((s) => !schemes.includes(s))).toEqual([]);
  });

  it('has 78 restricted substances in 22 groups, each with a right CAS number', () => {
    const { substances, warningGroups, asOf, source } = RESTRICTED_SUBSTANCES;
    expect(substances).toHaveLength(78);
    expect(unique(substances.map(({ cas }) => cas))).toBe(true);
    expect(substances.map(({ cas }) => cas).filter((cas) => !isCasNumber(cas))).toEqual([]);
    const groups = new Set(substances.map(({ group }) => group));
    expect(groups.size).toBe(22);
    expect(warningGroups.filter((group) => !groups.has(group))).toEqual([]);
    for (const { materials, exceptions } of substances) {
      expect(materials.length).toBeGreaterThan(0);
      for (const { chapter } of exceptions) expect(materials).toContain(chapter);
    }
    expect(substances.filter(({ exceptions }) => exceptions.length > 0)).toHaveLength(2);
    expect([asOf, source]).not.toContain('');
  });

  it('has sixteen trade programmes whose rules follow each other in time', () => {
    expect(TRADE_PROGRAMMES).toHaveLength(16);
    expect(unique(PROGRAMME_CODES)).toBe(true);
    const chapters = HS_CHAPTERS.map(({ chapter }) => chapter);
    expect(unique(chapters)).toBe(true);
    for (const { rules, rates, withdrawals, forLdc } of TRADE_PROGRAMMES) {
      for (const dated of [...rules, ...rates, ...withdrawals]) {
        const { from = '0000', to = '9999' } = dated as { readonly from?: string; readonly to?: string };
        expect(from < to).toBe(true);
      }
      expect(rates.every(({ source, confirmedOn }) => source !== '' && confirmedOn !== '')).toBe(true);
      expect((forLdc?.transitionUntil ?? '9999') > LDC_GRADUATION.date).toBe(true);
      const named = rules.flatMap((one) => one.chapters ?? []);
      expect(named.filter((one) => !chapters.includes(one))).toEqual([]);
    }
    expect(new Date(Date.parse(LDC_GRADUATION.lastDay) + 86_400_000).toISOString().slice(0, 10)).toBe(
      LDC_GRADUATION.date,
    );
  });

  it('has minimum wages that do not overlap, and a source for every other amount', () => {
    MINIMUM_WAGES.slice(1).forEach(({ from, usdMonth }, at) => {
      expect(from > MINIMUM_WAGES[at]!.to && usdMonth > MINIMUM_WAGES[at]!.usdMonth).toBe(true);
    });
    expect(unique(LABOUR_PARAMETERS.map(({ key }) => key))).toBe(true);
    expect(LABOUR_PARAMETERS.every(({ source }) => source !== '')).toBe(true);
  });

  it('has identifier patterns that fit their own examples', () => {
    for (const format of Object.values<IdFormat>(ID_FORMATS)) {
      for (const example of format.examples ?? []) expect(example).toMatch(new RegExp(format.pattern ?? ''));
    }
    expect(Object.values<IdFormat>(ID_FORMATS).filter((f) => f.enforce)).toHaveLength(8);
  });

  it.each([
    ['PHONE_KH', ['+85512345678', '012345678'], ['85512345678', '+84912345678']],
    ['HS', ['5407', '540761', '5407.61', '5407.61.00'], ['540', '5407x61', '54076']],
    ['CAS', ['9016-45-9'], ['016-45-9', '9016-45']],
    ['FSC_LICENCE', ['FSC-C123456'], ['FSC-X123456']],
  ] as const)('takes %s in its usual forms and no other', (id, good, bad) => {
    const form = new RegExp(ID_FORMATS[id].pattern);
    for (const value of good) expect(value).toMatch(form);
    for (const value of bad) expect(value).not.toMatch(form);
  });

  it('has 15 lot ranges of 7 levels, and 416 cells per plan table', () => {
    expect(CODE_LETTER_RANGES).toHaveLength(15);
    for (const range of CODE_LETTER_RANGES)
      expect(range.letters.split(' ')).toHaveLength(INSPECTION_LEVELS.length);
    for (const table of Object.values(PLAN_TABLES)) {
      for (const letter of CODE_LETTERS) {
        const cells = table.rows[letter].split(/ +/);
        expect(cells).toHaveLength(AQLS.length);
        for (const cell of cells) expect(cell).toMatch(/^[A-HJ-NP-S]\d+\/\d+$/);
      }
    }
  });
});
