import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { endOfLocalDay } from '../calendar.js';
import type { CaseState, Pilot } from '../case-state.js';
import { openPapers } from '../papers.js';
import { consecutiveRejections } from '../switching.js';
import { Walk } from '../walk.fixture.js';

const LOT = { pilotId: 'p1', lot: 1 } as const;
const READY = { type: 'ready-for-inspection', ...LOT, quantity: 500 } as const;
const BEGIN = { type: 'start-inspection', ...LOT } as const;
const rework = (lot: number) => ({ type: 'request-rework', pilotId: 'p1', lot }) as const;
const placed = (lots = 2): Walk =>
  new Walk().toPilot().place('p1', 'requester', {
    lots: Array.from({ length: lots }, (_, i) => ({ lot: i + 1, size: 500 })),
  });
const lotOf = (walk: Walk, lot = 1) => walk.state.pilots['p1']?.lots.find((l) => l.lot === lot);
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => `${h.role} ${h.what}`);

describe('an inspection at the supplier’s', () => {
  it('is asked for, booked and begun, and only then the units are drawn', () => {
    const walk = placed();
    expect(walk.refused(BEGIN, 'requester').code).toBe('lot-not-awaiting');
    expect(walk.refused({ ...READY, quantity: 0 }, 'supplier').items).toEqual(['quantity']);
    walk.must(READY, 'supplier');
    expect(walk.state.at).toBe('PILOT_INSPECTION');
    expect(lotOf(walk)).toMatchObject({ phase: 'ready', quantity: 500, readyAt: walk.now });
    expect(lotOf(walk)?.seed).toBeUndefined();
    expect(what(walk)).toEqual(['inspector inspect-lot', 'supplier deliver-lot']);
    const book = (days: number) => ({ type: 'book-inspection', ...LOT, date: walk.date(days) }) as const;
    for (const days of [-1, 61])
      expect(walk.refused(book(days), 'requester')).toEqual({ code: 'date-out-of-range', items: ['date'] });
    expect(walk.refused(book(3), 'supplier').code).toBe('role-not-allowed');
    walk.must(book(3), 'requester');
    expect(walk.state.deadlines.find((d) => d.kind === 'pilot-inspection')?.dueAt).toBe(
      endOfLocalDay(walk.date(3)),
    );
    expect(openPapers(walk.state).some((p) => p.paper === 'inspection:p1:1:1')).toBe(false);
    expect(walk.refused(BEGIN, 'supplier').code).toBe('role-not-allowed');
    walk.must(BEGIN, 'requester');
    expect(lotOf(walk)?.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(walk.entries.at(-1)?.events[0]).toMatchObject({ params: { seed: lotOf(walk)?.seed } });
    expect(openPapers(walk.state).some((p) => p.paper === 'inspection:p1:1:1')).toBe(true);
  });

  it('comes before the delivery, and the pilot is not over before everything came in', () => {
    const walk = placed().must(READY, 'supplier').must(BEGIN, 'requester').found('p1', 1, {}).judge('p1', 1);
    expect(lotOf(walk)).toMatchObject({ phase: 'accepted' });
    expect(lotOf(walk)?.deliveredAt).toBeUndefined();
    const { seed } = lotOf(walk) ?? {};
    walk.inspect('p1', 2, 0);
    expect(walk.state.at).toBe('PILOT_INSPECTION');
    expect(what(walk)).toEqual(['supplier deliver-lot']);
    walk.deliver('p1', 1, 490);
    expect(lotOf(walk)).toMatchObject({ phase: 'accepted', quantity: 490, deliveredAt: walk.now, seed });
    expect(walk.state).toMatchObject({ at: 'BUYER_DECISION', pilots: { p1: { result: 'pass' } } });
  });

  it('that goes wrong leads to a rework, and the lot is delivered on the day it comes in', () => {
    const walk = placed(1).must(READY, 'supplier').must(BEGIN, 'requester').found('p1', 1, { major: 80 });
    walk.judge('p1', 1).must(rework(1), 'requester').wait(5).must(READY, 'supplier').must(BEGIN, 'requester');
    expect(lotOf(walk)?.plan).toMatchObject({ inspection: 'tightened' });
    walk.found('p1', 1, {}).judge('p1', 1).wait(2).deliver('p1', 1);
    expect(lotOf(walk)?.deliveredAt).toBe(walk.now);
    expect(walk.state.pilots['p1']?.result).toBe('conditional');
  });
});

describe('a lot that comes in', () => {
  it('draws its own seed, stored in the state and in the journal, and another one after rework', () => {
    const walk = placed().deliver('p1', 1);
    const { seed } = lotOf(walk) ?? {};
    expect(seed).toMatch(/^[0-9a-f]{32}$/);
    expect(walk.entries.at(-1)?.events[0]).toMatchObject({ type: 'lot-delivered', params: { seed } });
    expect(walk.deliver('p1', 2).state.pilots['p1']?.lots[1]?.seed).not.toBe(seed);
    walk.found('p1', 1, { major: 80 }).judge('p1', 1).must(rework(1), 'requester').wait(1).deliver('p1', 1);
    expect(lotOf(walk)?.seed).not.toBe(seed);
  });
});

describe('between the lots of a buyer', () => {
  it('two rejected ones tighten those that are still to come, and the order says why', () => {
    const walk = placed(4).inspect('p1', 1, 80);
    expect(lotOf(walk, 3)?.inspection).toBe('normal');
    walk.deliver('p1', 2).deliver('p1', 3).found('p1', 2, { major: 80 }).judge('p1', 2);
    expect(consecutiveRejections(walk.state)).toBe(2);
    // What is with the inspector already is judged by the plan that it was delivered under.
    expect(lotOf(walk, 3)?.inspection).toBe('normal');
    expect(lotOf(walk, 4)).toMatchObject({ inspection: 'tightened', plan: { inspection: 'tightened' } });
    expect(walk.entries.at(-1)?.events).toContainEqual({
      type: 'inspection-switched',
      params: { pilotId: 'p1', inspection: 'tightened', reason: 'two-of-five-rejected', lots: ['4'] },
    });
  });

  it('five accepted in a row loosen it again', () => {
    const walk = placed(8).inspect('p1', 1, 80).inspect('p1', 2, 80);
    for (const lot of [3, 4, 5, 6, 7]) walk.inspect('p1', lot, 0);
    expect(lotOf(walk, 8)).toMatchObject({ inspection: 'normal', plan: { inspection: 'normal' } });
    expect(consecutiveRejections(walk.state)).toBe(0);
  });

  it('five rejected under tightened inspection end the pilot, whose root cause comes first', () => {
    const walk = placed(8);
    for (const lot of [1, 2, 3, 4, 5, 6]) walk.inspect('p1', lot, 80);
    expect(walk.state.pilots['p1']?.phase).toBe('inspection');
    walk.inspect('p1', 7, 80);
    expect(walk.state).toMatchObject({ at: 'CAP_OPEN', pilots: { p1: { phase: 'failed' } } });
    expect(walk.state.deadlines.map((d) => d.kind)).not.toContain('lot-decision');
    expect(walk.entries.at(-1)?.events.map((e) => e.type)).toContain('inspection-discontinued');
  });

  it('goes on to the next order, but not from one that the buyer cancelled', () => {
    const cancelled = placed(3).inspect('p1', 1, 80).inspect('p1', 2, 80);
    cancelled.must({ type: 'cancel-pilot', pilotId: 'p1', reason: 'no-demand-now' }, 'requester');
    expect(consecutiveRejections(cancelled.state)).toBe(0);
    expect(cancelled.place('p2').state.pilots['p2']?.lots[0]?.inspection).toBe('normal');
  });
});

describe('a pilot of before all this was kept', () => {
  /** As it was stored: no terms, plans, seeds or first inspections. */
  const old = (walk: Walk, inspection: 'normal' | 'tightened'): Walk => {
    const { pilots } = walk.state;
    const { p1 } = pilots as { p1: Pilot };
    const { buyerId, phase, placedBy, dueAt, confirmedAt, lots } = p1;
    const bare = lots.map(({ lot, size, phase: at, reworked, criticalDefects }) => ({
      ...{ lot, size, phase: at, inspection, reworked, criticalDefects },
    }));
    const stored = { buyerId, phase, placedBy, dueAt, confirmedAt, lots: bare };
    walk.state = { ...walk.state, pilots: { p1: stored } } satisfies CaseState;
    return walk;
  };

  it('goes on to its result by the plan of its category', () => {
    const walk = old(placed(), 'normal').inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(walk.state).toMatchObject({ at: 'BUYER_DECISION', pilots: { p1: { result: 'pass' } } });
  });

  it('stays tightened when it was', () => {
    const walk = old(placed(), 'tightened').inspect('p1', 1, 0);
    expect(lotOf(walk, 2)?.inspection).toBe('tightened');
  });
});
