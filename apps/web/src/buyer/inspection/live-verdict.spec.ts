import type { LotPlanView } from '#client';
import { lotPlan } from '#domain';
import { describe, expect, it } from '@jest/globals';
import {
  counted,
  isWhole,
  liveVerdict,
  nextUnit,
  NOTHING_YET,
  type InspectionDraft,
} from './live-verdict.js';

/** 50 units; three major and five minor defects are accepted. */
const plan = lotPlan('PACKAGING', 500, 'normal') as unknown as LotPlanView;
const RIGHT = { measurements: true, labelling: true, packing: true };
const draft = (change: Partial<InspectionDraft>): InspectionDraft => ({ ...NOTHING_YET, ...change });
const found = (major: number, minor = 0, critical = 0) => ({ found: { critical, major, minor } });
const judge = (change: Partial<InspectionDraft>, lotSize = 500) => liveVerdict(draft(change), plan, lotSize);

describe('the verdict on a lot, while it is counted', () => {
  it('is open before anybody looked, and says how much is left', () => {
    expect(judge({})).toEqual({
      ...{ is: 'open', reasons: [], left: 50 },
      checksLeft: ['measurements', 'labelling', 'packing'],
    });
  });

  it('accepts at the limit, when the sample is done and every question answered', () => {
    expect(judge({ inspected: 50, ...found(3, 5), otherChecks: RIGHT })).toMatchObject({ is: 'accepted' });
    expect(judge({ inspected: 49, ...found(3, 5), otherChecks: RIGHT })).toMatchObject({
      is: 'open',
      left: 1,
    });
    expect(judge({ inspected: 50, ...found(3, 5) })).toMatchObject({ is: 'open', left: 0 });
  });

  it.each([
    ['major', found(4), 4, 3],
    ['minor', found(0, 6), 6, 5],
    ['critical', found(0, 0, 1), 1, 0],
  ])(
    'rejects for too many %s defects as soon as they are found, whatever is left',
    (name, counts, many, ac) => {
      expect(judge({ inspected: 10, ...counts })).toMatchObject({
        ...{ is: 'rejected', left: 40 },
        reasons: [{ code: 'defects', class: name, found: many, ac }],
      });
    },
  );

  it('rejects a lot whose labels are wrong', () => {
    const verdict = judge({ inspected: 50, otherChecks: { ...RIGHT, labelling: false } });
    expect(verdict).toMatchObject({
      is: 'rejected',
      reasons: [{ code: 'check-failed', check: 'labelling' }],
    });
  });

  it('wants every unit of a delivery that is smaller than the sample', () => {
    expect(judge({ inspected: 40, otherChecks: RIGHT }, 40)).toMatchObject({ is: 'accepted', left: 0 });
    expect(judge({ inspected: 39, otherChecks: RIGHT }, 40)).toMatchObject({ is: 'open', left: 1 });
  });
});

describe('what an inspector counts', () => {
  it('goes up and down by one, and never below nothing', () => {
    const once = counted(NOTHING_YET, 'major', 1);
    expect(once.found).toEqual({ critical: 0, major: 1, minor: 0 });
    expect(counted(counted(once, 'major', -1), 'major', -1).found.major).toBe(0);
  });

  it('counts a unit with several defects once', () => {
    const two = counted(counted(NOTHING_YET, 'major', 1), 'minor', 1);
    expect(nextUnit(two, true)).toMatchObject({ inspected: 1, defectiveUnits: 1 });
    expect(nextUnit(nextUnit(two, true), false)).toMatchObject({ inspected: 2, defectiveUnits: 1 });
  });

  it('can be sent when a unit was looked at and each question answered', () => {
    expect(isWhole(draft({ inspected: 1, otherChecks: { ...RIGHT, packing: false } }))).toBe(true);
    expect(isWhole(draft({ inspected: 0, otherChecks: RIGHT }))).toBe(false);
    expect(isWhole(draft({ inspected: 1, otherChecks: { measurements: true } }))).toBe(false);
  });
});
