import { describe, expect, it } from '@jest/globals';
import { endOfLocalDay } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { nextStepAt } from '../deadlines.js';
import type { PilotTerms } from '../facts.js';
import { deliveryLine, pilotFigures } from '../pilot-figures.js';
import { Walk } from '../walk.fixture.js';

const placed = (terms: Partial<PilotTerms> = {}): Walk =>
  new Walk().toPilot().place('p1', 'requester', terms);
const receive = (walk: Walk, lot = 1, more: Partial<CommandOf<'confirm-receipt'>> = {}) =>
  ({ type: 'confirm-receipt', pilotId: 'p1', lot, quantity: 500, date: walk.date(0), ...more }) as const;
const figures = (walk: Walk) => {
  const { p1 } = walk.state.pilots;
  return p1 && pilotFigures(p1);
};

describe('the receipt of a lot', () => {
  it('is confirmed by the buyer, once, after the delivery and not for the future', () => {
    const walk = placed();
    expect(walk.refused(receive(walk), 'requester')).toEqual({ code: 'lot-not-awaiting', items: ['1'] });
    walk.deliver('p1', 1).wait(2);
    expect(walk.refused(receive(walk), 'supplier').code).toBe('role-not-allowed');
    expect(walk.refused(receive(walk), 'requester2').code).toBe('pilot-unknown');
    expect(walk.refused(receive(walk, 9), 'requester').code).toBe('lot-unknown');
    for (const days of [1, -3])
      expect(walk.refused(receive(walk, 1, { date: walk.date(days) }), 'requester')).toEqual({
        code: 'date-out-of-range',
        items: ['date'],
      });
    walk.must(receive(walk, 1, { date: walk.date(-1) }), 'requester');
    expect(walk.state.pilots['p1']?.lots[0]?.receipt).toEqual({ quantity: 500, on: walk.date(-1) });
    expect(walk.refused(receive(walk), 'requester')).toEqual({ code: 'receipt-given', items: ['1'] });
  });

  it('may come after the pilot is over, with a claim that has a reason', () => {
    const walk = placed().inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(walk.state.at).toBe('BUYER_DECISION');
    expect(walk.refused(receive(walk, 1, { claimUnits: 4 }), 'requester').items).toEqual(['claimReason']);
    const wrong = { claimReason: 'damaged', claimUnits: -1 } as const;
    expect(walk.refused(receive(walk, 1, wrong), 'requester').items).toEqual(['claimUnits']);
    walk.must(receive(walk, 1, { claimReason: 'damaged', claimUnits: 4, claimUsd: 12.5 }), 'requester');
    expect(figures(walk)?.claims).toEqual({ lots: 1, units: 4, usd: 12.5 });
  });

  it('outweighs what the supplier declared: fewer pieces, and the day it came where the supplier brings it', () => {
    const walk = placed({ incoterm: 'DAP' }).deliver('p1', 1).wait(2);
    walk.must(receive(walk, 1, { quantity: 480 }), 'requester');
    const { p1 } = walk.state.pilots;
    const [lot] = p1?.lots ?? [];
    if (!p1 || !lot) throw new Error('no lot');
    expect(deliveryLine(p1, lot)).toMatchObject({
      delivered: 480,
      deliveredAt: endOfLocalDay(walk.date(0)),
    });
    const fetched = { ...p1, terms: { ...p1.terms, incoterm: 'EXW' } as NonNullable<typeof p1.terms> };
    expect(deliveryLine(fetched, lot).deliveredAt).toBe(lot.deliveredAt);
    walk.found('p1', 1, {}).judge('p1', 1).inspect('p1', 2, 0);
    expect(walk.state.pilots['p1']?.result).toBe('fail');
    expect(figures(walk)).toMatchObject({ otif: 0.5, outsideTolerance: 1 });
  });
});

describe('a lot that goes back for rework', () => {
  it('is received anew, after it was delivered again, and on time when it was so first', () => {
    const walk = placed({ incoterm: 'DAP' }).inspect('p1', 1, 80).must(receive(placed()), 'requester');
    walk.must({ type: 'request-rework', pilotId: 'p1', lot: 1 }, 'requester');
    expect(walk.state.pilots['p1']?.lots[0]).not.toHaveProperty('receipt');
    expect(walk.state.pilots['p1']?.lots[0]).not.toHaveProperty('seed');
    expect(walk.refused(receive(walk), 'requester').code).toBe('lot-not-awaiting');
    const present = { type: 'ready-for-inspection', pilotId: 'p1', lot: 1, quantity: 500 } as const;
    expect(walk.refused(present, 'supplier').code).toBe('lot-not-awaiting');
    walk.wait(40).deliver('p1', 1).must(receive(walk), 'requester');
    const { p1 } = walk.state.pilots;
    const [lot] = p1?.lots ?? [];
    expect(p1 && lot && deliveryLine(p1, lot)).toMatchObject({
      delivered: 500,
      deliveredAt: lot?.deliveredAt,
    });
  });
});

describe('the figures of a pilot order', () => {
  it('are on time in full, first pass, defects with their interval and sample, lead and response time', () => {
    const walk = new Walk().toPilot();
    walk.papers['pilot-order:buyer-1'] = { terms: walk.terms() };
    walk.must({ type: 'place-pilot', pilotId: 'p1' }, 'requester').wait(1.5);
    walk.must({ type: 'confirm-pilot', pilotId: 'p1' }, 'supplier').wait(20);
    expect(figures(walk)).toEqual({
      ...{ lots: 0, responseHours: 36, outsideTolerance: 0 },
      claims: { lots: 0, units: 0, usd: 0 },
    });
    walk.found('p1', 1, { major: 1 }, 50).deliver('p1', 1).judge('p1', 1);
    walk.found('p1', 2, { major: 20 }, 50).deliver('p1', 2).judge('p1', 2);
    expect(figures(walk)).toMatchObject({
      ...{ lots: 2, otif: 0.5, firstPassYield: 0.5 },
      defects: { sample: 100, defective: 21, rate: 0.21, ppm: 210_000 },
    });
    expect(figures(walk)?.defects?.low).toBeCloseTo(0.1417, 4);
    expect(figures(walk)?.defects?.high).toBeCloseTo(0.2998, 4);
    walk.must({ type: 'request-rework', pilotId: 'p1', lot: 2 }, 'requester').inspect('p1', 2, 0);
    expect(figures(walk)).toMatchObject({ otif: 1, firstPassYield: 0.5, defects: { sample: 100 } });
    walk.must(receive(walk, 1), 'requester');
    expect(figures(walk)).not.toHaveProperty('leadTimeDays');
    walk.wait(2).must(receive(walk, 2), 'requester');
    expect(figures(walk)?.leadTimeDays).toBe(22);
  });

  it('count units with a defect where the inspector counted them, and never more than were inspected', () => {
    const walk = placed().found('p1', 1, { minor: 90 }, 50).deliver('p1', 1);
    const paper = walk.papers['inspection:p1:1:1'] as { result: object };
    walk.papers['inspection:p1:1:1'] = { result: { ...paper.result, defectiveUnits: 7 } };
    expect(figures(walk.judge('p1', 1))?.defects).toMatchObject({ sample: 50, defective: 7 });
    walk.found('p1', 2, { minor: 90 }, 50).deliver('p1', 2).judge('p1', 2);
    expect(figures(walk)?.defects).toMatchObject({ sample: 100, defective: 57 });
  });
});

describe('an order that its buyer cancelled', () => {
  it('keeps the reason and has no figure, no failed pilot, no strictness and no corrective action', () => {
    const walk = placed().inspect('p1', 1, 80);
    walk.must({ type: 'cancel-pilot', pilotId: 'p1', reason: 'specification-changed' }, 'requester');
    expect(walk.state.pilots['p1']).toMatchObject({
      phase: 'cancelled',
      cancelled: { at: walk.now, reason: 'specification-changed' },
    });
    expect(walk.state.pilots['p1']?.result).toBeUndefined();
    expect(figures(walk)).toBeUndefined();
    expect(walk.state).toMatchObject({ at: 'PILOT_READY', correctiveActions: {}, approvals: {} });
    expect(walk.waits.map((d) => d.kind)).toEqual(['pilot-match']);
    const next = walk.place('p2').inspect('p2', 1, 80);
    expect(next.state.pilots['p2']).toMatchObject({ inspection: 'normal' });
    next.must({ type: 'reject-lot', pilotId: 'p2', lot: 1 }, 'requester');
    expect(next.state.at).toBe('CAP_OPEN');
    expect(walk.refused(receive(walk), 'requester').code).toBe('stage-does-not-allow');
  });

  it('is the buyer’s alone to cancel', () => {
    const cancel = { type: 'cancel-pilot', pilotId: 'p1', reason: 'other' } as const;
    expect(placed().refused(cancel, 'supplier').code).toBe('role-not-allowed');
    expect(placed().refused(cancel, 'officer').code).toBe('role-not-allowed');
  });
});

describe('a delivery that is late', () => {
  it('is announced at T-7 and T-2 and told at T+1; it escalates at T+3', () => {
    const walk = placed();
    const dueAt = walk.state.pilots['p1']?.dueAt ?? '';
    const told: [number, string][] = [];
    for (let at = nextStepAt(walk.state); at && told.length < 4; at = nextStepAt(walk.state)) {
      walk.now = at;
      walk.must({ type: 'advance-clock' }, 'system');
      for (const { type, params } of walk.entries.at(-1)?.events ?? [])
        if (params['deadline'] === 'pilot-delivery:p1')
          told.push([(Date.parse(at) - Date.parse(dueAt)) / 86_400_000, type]);
    }
    expect(told).toEqual([
      [-7, 'reminder-due'],
      [-2, 'reminder-due'],
      [1, 'reminder-due'],
      [3, 'escalated'],
    ]);
  });
});
