import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { pilotOrderPaper } from '../papers.js';
import { Walk } from '../walk.fixture.js';

const place = (pilotId: string) => ({ type: 'place-pilot', pilotId }) as const;
const cancel = (pilotId: string) => ({ type: 'cancel-pilot', pilotId, reason: 'other' }) as const;
const rework = (pilotId: string, lot: number) => ({ type: 'request-rework', pilotId, lot }) as const;
const rejectLot = (pilotId: string, lot: number) => ({ type: 'reject-lot', pilotId, lot }) as const;
const placed = (): Walk => new Walk().toPilot().place('p1');
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => h.what);

describe('a pilot order', () => {
  it('is placed by a buyer that the supplier let in, and confirmed by the supplier', () => {
    const walk = new Walk().toPilot().must(place('p1'), 'requester');
    expect(walk.state).toMatchObject({
      at: 'PILOT_RUNNING',
      pilots: { p1: { phase: 'placed', buyerId: 'buyer-1' } },
    });
    expect(walk.refused({ type: 'deliver-lot', pilotId: 'p1', lot: 1, quantity: 500 }, 'supplier').code).toBe(
      'stage-does-not-allow',
    );
    walk.must({ type: 'confirm-pilot', pilotId: 'p1' }, 'supplier');
    expect(walk.state.pilots['p1']).toMatchObject({ phase: 'running', confirmedAt: walk.now });
    expect(walk.refused({ type: 'confirm-pilot', pilotId: 'p1' }, 'supplier').code).toBe(
      'stage-does-not-allow',
    );
    expect(walk.refused({ type: 'confirm-pilot', pilotId: 'p9' }, 'supplier').code).toBe('pilot-unknown');
  });

  it('is refused without consent', () => {
    const walk = new Walk().toReview().must({ type: 'pass-review' }, 'reviewer');
    expect(walk.refused(place('p1'), 'requester').code).toBe('not-your-case');
    walk.must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    expect(walk.refused(place('p1'), 'requester2').code).toBe('not-your-case');
    walk.must(place('p1'), 'requester').must(cancel('p1'), 'requester');
    walk.must({ type: 'withdraw-consent', buyerId: 'buyer-1' }, 'supplier');
    expect(walk.refused(place('p2'), 'requester').code).toBe('access-consent-missing');
    expect(walk.refused(place('p2'), 'approver').code).toBe('role-not-allowed');
  });

  it('is refused without terms, without lots and with a delivery date gone by', () => {
    const walk = new Walk().toPilot();
    const paper = pilotOrderPaper('buyer-1');
    walk.papers[paper] = {};
    expect(walk.refused(place('p1'), 'requester').code).toBe('pilot-terms-missing');
    walk.papers[paper] = { terms: { ...walk.terms(), lots: [] } };
    expect(walk.refused(place('p1'), 'requester').code).toBe('pilot-terms-missing');
    walk.papers[paper] = { terms: { ...walk.terms(), deliveryBy: walk.date(-1) } };
    expect(walk.refused(place('p1'), 'requester')).toEqual({
      code: 'date-out-of-range',
      items: ['deliveryBy'],
    });
  });

  it('is one at a time per buyer, but two buyers order beside each other', () => {
    const walk = placed();
    expect(walk.refused(place('p2'), 'requester').code).toBe('pilot-open');
    walk.place('p2', 'requester2');
    expect(Object.keys(walk.state.pilots)).toEqual(['p1', 'p2']);
    walk.must(cancel('p1'), 'requester');
    expect(walk.state.at).toBe('PILOT_RUNNING');
    expect(walk.must(place('p3'), 'requester').state.pilots['p3']?.phase).toBe('placed');
  });

  it('has an id of its own: nobody overwrites the pilot of another buyer', () => {
    const walk = placed();
    expect(walk.refused(place('p1'), 'requester2')).toEqual({ code: 'not-applicable-here', items: ['p1'] });
    expect(walk.state.pilots['p1']?.buyerId).toBe('buyer-1');
  });

  it('is another buyer’s secret', () => {
    const walk = placed().deliver('p1', 1);
    const judge = { type: 'judge-lot', pilotId: 'p1', lot: 1, documentsRight: true } as const;
    expect(walk.refused(judge, 'requester2')).toEqual({ code: 'pilot-unknown', items: ['p1'] });
    expect(walk.refused(cancel('p1'), 'requester2').code).toBe('pilot-unknown');
  });

  it('is not placed by the auditor under a buyer’s hat', () => {
    expect(new Walk().toPilot().refused(place('p1'), 'auditorAsApprover').code).toBe('segregation-of-duties');
  });

  it('is cancelled without blame while it is open', () => {
    const walk = placed().must(cancel('p1'), 'requester');
    expect(walk.state).toMatchObject({ at: 'PILOT_READY', pilots: { p1: { phase: 'cancelled' } } });
    expect(walk.waits.map((d) => d.kind)).toEqual(['pilot-match']);
    expect(walk.refused(cancel('p1'), 'requester').code).toBe('stage-does-not-allow');
  });
});

describe('a case without a buyer', () => {
  it('is parked after 120 days, not failed, and found again by any buyer', () => {
    const walk = new Walk().toPilot().wait(119.9);
    expect(walk.state.parked).toBe(false);
    walk.wait(0.1);
    expect(walk.state).toMatchObject({ at: 'PILOT_READY', parked: true });
    expect(walk.waits).toEqual([]);
    expect(what(walk)).toEqual(['match-buyer', 'place-pilot', 'place-pilot']);
    expect(walk.place('p1').state).toMatchObject({ at: 'PILOT_RUNNING', parked: false });
  });
});

describe('a lot', () => {
  it('is delivered, inspected and accepted; with the last one the pilot is', () => {
    const walk = placed().inspect('p1', 1, 0);
    expect(walk.state).toMatchObject({ at: 'PILOT_INSPECTION', pilots: { p1: { phase: 'inspection' } } });
    walk.inspect('p1', 2, 0);
    expect(walk.state).toMatchObject({
      at: 'BUYER_DECISION',
      pilots: { p1: { phase: 'accepted', result: 'pass' } },
    });
    expect(walk.state.approvals['buyer-1']?.phase).toBe('open');
  });

  it('is delivered once, in whole pieces, and must exist', () => {
    const walk = placed();
    const deliver = (lot: number, quantity: number) =>
      ({ type: 'deliver-lot', pilotId: 'p1', lot, quantity }) as const;
    expect(walk.refused(deliver(3, 500), 'supplier')).toEqual({ code: 'lot-unknown', items: ['3'] });
    expect(walk.refused(deliver(1, 0), 'supplier')).toEqual({
      code: 'not-applicable-here',
      items: ['quantity'],
    });
    expect(walk.refused(deliver(1, 1.5), 'supplier').code).toBe('not-applicable-here');
    walk.deliver('p1', 1);
    expect(walk.refused(deliver(1, 500), 'supplier')).toEqual({ code: 'lot-not-awaiting', items: ['1'] });
    expect(walk.waits.map((d) => d.key).sort()).toEqual(['pilot-delivery:p1', 'pilot-inspection:p1:1']);
  });

  it('is not judged without an inspection, nor on too small a sample', () => {
    const walk = placed();
    const judge = { type: 'judge-lot', pilotId: 'p1', lot: 1, documentsRight: true } as const;
    expect(walk.refused(judge, 'requester').code).toBe('lot-not-awaiting');
    walk.deliver('p1', 1);
    expect(walk.refused(judge, 'requester')).toEqual({ code: 'inspection-incomplete', items: ['1'] });
    walk.found('p1', 1, {}, 49);
    expect(walk.refused(judge, 'requester').code).toBe('inspection-incomplete');
    expect(walk.refused(judge, 'approver').code).toBe('role-not-allowed');
    expect(walk.found('p1', 1, {}, 50).judge('p1', 1).state.pilots['p1']?.lots[0]?.phase).toBe('accepted');
  });

  it('of fewer pieces than the sample is inspected whole', () => {
    const walk = placed().deliver('p1', 1, 20).found('p1', 1, {}, 20).judge('p1', 1);
    expect(walk.state.pilots['p1']?.lots[0]?.phase).toBe('accepted');
  });

  it('that was rejected is reworked once, and inspected more strictly', () => {
    const walk = placed().inspect('p1', 1, 80);
    expect(what(walk)).toContain('decide-rejected-lot');
    expect(walk.refused(rework('p1', 2), 'requester')).toEqual({ code: 'lot-not-awaiting', items: ['2'] });
    expect(walk.refused(rework('p1', 1), 'supplier').code).toBe('role-not-allowed');
    walk.must(rework('p1', 1), 'requester');
    expect(walk.state.at).toBe('PILOT_RUNNING');
    expect(walk.state.pilots['p1']?.lots[0]).toMatchObject({
      inspection: 'tightened',
      reworked: true,
      phase: 'awaiting-delivery',
    });
    walk.inspect('p1', 1, 80);
    expect(walk.refused(rework('p1', 1), 'requester')).toEqual({ code: 'rework-used', items: ['1'] });
    walk.must(rejectLot('p1', 1), 'requester');
    expect(walk.state.at).toBe('CAP_OPEN');
  });

  it('that was reworked well makes the pilot conditional', () => {
    const walk = placed()
      .inspect('p1', 1, 80)
      .must(rework('p1', 1), 'requester')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0);
    expect(walk.state).toMatchObject({ at: 'BUYER_DECISION', pilots: { p1: { result: 'conditional' } } });
  });
});
