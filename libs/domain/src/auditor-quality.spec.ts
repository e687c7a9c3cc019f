import { describe, expect, it } from '@jest/globals';
import { findingRates, isHurried, isShadowed, type AuditedCase } from './auditor-quality.js';

let n = 0;
const audits = (auditorId: string, count: number, over: Partial<AuditedCase> = {}): readonly AuditedCase[] =>
  Array.from({ length: count }, () => ({
    ...{
      qualificationId: `case-${++n}`,
      auditorId,
      firmId: `firm of ${auditorId}`,
      category: 'TRIMS' as const,
    },
    ...{ asked: 60, findings: 6, hours: 6, photoHours: null, workers: 40 },
    ...over,
  }));
const verdicts = (...all: readonly (readonly AuditedCase[])[]) =>
  Object.fromEntries(findingRates(all.flat()).map(({ auditorId, verdict }) => [auditorId, verdict]));

describe('what auditors find beside what their peers find', () => {
  it('is told of whoever finds much less or much more', () => {
    const common = [audits('a', 10), audits('b', 10), audits('c', 10)];
    expect(
      verdicts(...common, audits('easy', 5, { findings: 0 }), audits('hard', 5, { findings: 20 })),
    ).toEqual({
      ...{ a: 'as-peers', b: 'as-peers', c: 'as-peers' },
      ...{ easy: 'fewer-than-peers', hard: 'more-than-peers' },
    });
  });

  it('is not told before there are five audits, nor without peers of the category', () => {
    expect(verdicts(audits('a', 10), audits('easy', 4, { findings: 0 }))).toMatchObject({ easy: 'too-few' });
    const alone = audits('alone', 9, { category: 'LEATHER', findings: 0 });
    expect(verdicts(audits('a', 10), alone)).toEqual({ a: 'no-peers', alone: 'no-peers' });
    expect(findingRates([])).toEqual([]);
    expect(findingRates(audits('none', 5, { asked: 0, findings: 0 }))).toEqual([]);
  });

  it('is compared within categories: who audits what is seldom good is no outlier', () => {
    const leather = { category: 'LEATHER', findings: 24 } as const;
    const peers = [audits('a', 10), audits('b', 10, leather)];
    const [mixed] = findingRates([...peers.flat(), ...audits('m', 5, leather)]).filter(
      ({ auditorId }) => auditorId === 'm',
    );
    expect(mixed).toMatchObject({ verdict: 'as-peers', peers: 0.4, rate: 0.4, audits: 5, asked: 300 });
    expect(mixed?.low).toBeGreaterThan(0.34);
    expect(mixed?.high).toBeLessThan(0.46);
  });
});

describe('time on site', () => {
  it.each([
    [24, 3.9, true],
    [24, 4, false],
    [25, 7.9, true],
    [100, 8, false],
    [101, 15.9, true],
    [900, 16, false],
    [null, 0.1, false],
    [100, null, false],
  ])('of a site with %s workers, %s hours are too few: %s', (workers, hours, hurried) => {
    expect(isHurried({ workers, hours })).toBe(hurried);
  });
});

describe('the draw of shadow audits', () => {
  it('picks one in twenty, the same again for the same seed', () => {
    const cases = Array.from({ length: 4000 }, (_, i) => `case-${i}`);
    const picked = cases.filter((id) => isShadowed('seed', id));
    expect(picked.length / cases.length).toBeCloseTo(0.05, 1.7);
    expect(cases.filter((id) => isShadowed('seed', id))).toEqual(picked);
    expect(cases.filter((id) => isShadowed('other', id))).not.toEqual(picked);
  });
});
