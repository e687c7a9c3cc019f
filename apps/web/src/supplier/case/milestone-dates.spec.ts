import { describe, expect, it } from '@jest/globals';
import { milestonesOf } from './milestone-dates.js';

const OPENED = '2026-03-01T02:00:00.000Z';
const draft = {
  ...{ openedAt: OPENED, validUntil: null, pilots: {} },
  audit: { visitDate: undefined } as never,
};

describe('the dates of a case', () => {
  it('begin with its beginning, and say nothing of what has no date yet', () => {
    expect(milestonesOf(draft, [])).toEqual([{ name: 'begun', at: OPENED }]);
  });

  it('tell of each stage by its decision, and of the first of several orders', () => {
    const qualified = {
      ...draft,
      audit: { visitDate: '2026-04-02' } as never,
      validUntil: '2028-07-01T16:59:59.999Z',
      pilots: {
        b: { placedAt: '2026-06-02T02:00:00.000Z' },
        a: { placedAt: '2026-05-02T02:00:00.000Z' },
        c: {},
      },
    };
    const letters = [
      { decidedAt: '2026-04-20T02:00:00.000Z', decisions: ['assessment-passed' as const] },
      { decidedAt: '2026-07-01T02:00:00.000Z', decisions: ['qualification-granted' as const] },
    ];
    expect(milestonesOf(qualified, letters).map(({ name, at }) => [name, at.slice(0, 10)])).toEqual([
      ['begun', '2026-03-01'],
      ['visit', '2026-04-02'],
      ['assessed', '2026-04-20'],
      ['ordered', '2026-05-02'],
      ['qualified', '2026-07-01'],
      ['until', '2028-07-01'],
    ]);
  });
});
