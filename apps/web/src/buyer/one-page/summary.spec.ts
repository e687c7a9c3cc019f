import type { OnePageView } from '#client';
import { describe, expect, it } from '@jest/globals';
import { summaryOf } from './summary.js';

const page = (parts: object): OnePageView =>
  ({
    ...{ suspension: null, validUntil: null, findings: null, checks: null, certificates: null, pilots: [] },
    ...parts,
  }) as unknown as OnePageView;
const pointsOf = (parts: object) =>
  Object.fromEntries(summaryOf(page(parts)).map(({ name, stands, count }) => [name, `${stands} ${count}`]));
const lights = (...all: string[]) => ({ checks: all.map((light) => ({ light })) });

describe('a case in a few points', () => {
  it('says nothing of what was not opened', () => {
    expect(pointsOf({})).toEqual({ pilots: 'open 0' });
  });

  it('counts critical findings apart from the others', () => {
    const open = ['critical', 'major', 'minor'].map((severity) => ({ severity }));
    const { criticals, findings, ...others } = pointsOf({ findings: { open, zeroTolerance: 'none' } });
    expect([criticals, findings, others['zero-tolerance']]).toEqual(['stop 1', 'attention 2', 'good 0']);
    expect(pointsOf({ findings: { open: [], zeroTolerance: 'confirmed' } })['zero-tolerance']).toBe('stop 0');
  });

  it.each([
    [['clear', 'clear'], 'good 2'],
    [['clear', 'attention'], 'attention 1'],
    [['attention', 'open'], 'open 1'],
    [['open', 'stop', 'stop'], 'stop 2'],
  ])('tells of the gravest of the checks %p first', (all, told) => {
    expect(pointsOf(lights(...all))['checks']).toBe(told);
  });

  it('counts certificates that are missing or over', () => {
    const certificates = { items: [{ standing: 'ended' }, { standing: 'valid' }], missing: ['LWG'] };
    expect(pointsOf({ certificates })['certificates']).toBe('stop 2');
  });

  it('puts a suspension before all else, and accepted pilot orders at the end', () => {
    const suspended = summaryOf(page({ suspension: {}, validUntil: 'x', pilots: [{ phase: 'accepted' }] }));
    expect(suspended.map(({ name }) => name)).toEqual(['suspended', 'valid', 'pilots']);
    expect(suspended.at(-1)).toMatchObject({ stands: 'good', count: 1 });
  });
});
