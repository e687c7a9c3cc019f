import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import type { PilotTerms } from '../facts.js';
import { openPapers } from '../papers.js';
import { AQL_DEFAULTS } from '../reference/aql-defaults.js';
import { freezeTerms, type SampleKind } from '../pilot-terms.js';
import { Walk } from '../walk.fixture.js';

const placed = (terms: Partial<PilotTerms> = {}): Walk =>
  new Walk().toPilot().place('p1', 'requester', terms);
const submit = (sample: SampleKind, evidence = ['photo']) =>
  ({ type: 'submit-sample', pilotId: 'p1', sample, evidence }) as const;
const approve = (sample: SampleKind) => ({ type: 'approve-sample', pilotId: 'p1', sample }) as const;
const reject = (sample: SampleKind) =>
  ({ type: 'reject-sample', pilotId: 'p1', sample, reason: 'colour' }) as const;
const START = { type: 'start-production', pilotId: 'p1' } as const;
const look = (percentDone: number) =>
  ({
    type: 'record-production-check',
    pilotId: 'p1',
    percentDone,
    result: 'to-be-corrected',
    evidence: ['photo'],
  }) as const;
const holders = (walk: Walk): readonly string[] =>
  ballHolders(walk.state).map((h) => `${h.role} ${h.what} ${h.subject}`);

describe('the terms of a pilot order', () => {
  const AGREED: Partial<PilotTerms> = {
    ...{ specVersion: 'TP-12.B', approvedSample: ['photo'], samples: ['golden'], tolerancePercent: 2 },
    ...{ earlyDays: 2, aql: { level: 'I', major: '1.0', minor: '2.5' } },
    ...{ unitPrice: 3.1, currency: 'KHR', paymentDays: 45 },
  };

  it('are frozen when it is placed, with the plan of every lot by class', () => {
    const walk = placed(AGREED);
    const pilot = walk.state.pilots['p1'];
    expect(pilot?.terms).toEqual({
      ...AGREED,
      ...{ valueUsd: 3000, incoterm: 'EXW', deliveryBy: walk.date(30) },
    });
    expect(pilot?.lots[0]?.plan).toMatchObject({
      ...{ lotSize: 500, level: 'I', inspection: 'normal', inspect: 20 },
      major: { aql: '1.0', letter: 'F', planLetter: 'E', n: 13, ac: 0, re: 1 },
      minor: { aql: '2.5', n: 20, ac: 1, re: 2 },
    });
  });

  it('are what a lot is judged by: the plan that was agreed, not the usual one of its category', () => {
    const aql = { level: 'I', major: '1.0', minor: '2.5' } as const;
    const walk = placed({ aql }).found('p1', 1, {}, 20).deliver('p1', 1).judge('p1', 1);
    expect(walk.state.pilots['p1']?.lots[0]?.phase).toBe('accepted');
    walk.found('p1', 2, { major: 1 }, 20).deliver('p1', 2).judge('p1', 2);
    expect(walk.state.pilots['p1']?.lots[1]?.phase).toBe('rejected');
  });

  it('say what is usual where the buyer said nothing', () => {
    expect(freezeTerms({ ...new Walk().terms(), incoterm: 'DAP' }, AQL_DEFAULTS.TRIMS)).toMatchObject({
      ...{ tolerancePercent: 3, currency: 'USD', paymentDays: 30, samples: [], approvedSample: [] },
      aql: { level: 'II', major: '1.5', minor: '4.0' },
    });
    expect(
      freezeTerms({ ...new Walk().terms(), incoterm: 'DAP' }, AQL_DEFAULTS.TRIMS).earlyDays,
    ).toBeUndefined();
  });

  it('cannot be written after that, and what was written for another order changes nothing', () => {
    const walk = placed();
    const mine = ({ paper }: { paper: string }): boolean => paper === 'pilot-order:buyer-1';
    expect(openPapers(walk.state).filter(mine)).toEqual([]);
    const before = walk.state.pilots['p1'];
    walk.papers['pilot-order:buyer-1'] = { terms: { ...walk.terms(), incoterm: 'DAP', lots: [] } };
    walk.inspect('p1', 1, 0);
    expect(walk.state.pilots['p1']?.terms).toEqual(before?.terms);
    expect(walk.state.pilots['p1']?.lots.map((l) => l.plan)).toEqual(before?.lots.map((l) => l.plan));
  });

  it('hold the delivery window: too early is not on time where the order says from when', () => {
    const early = placed({ earlyDays: 2 }).inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(early.state.pilots['p1']?.result).toBe('fail');
    const open = placed({ earlyDays: 2 }).wait(28);
    expect(open.inspect('p1', 1, 0).inspect('p1', 2, 0).state.pilots['p1']?.result).toBe('pass');
  });
});

describe('samples', () => {
  const asked = (): Walk => placed({ samples: ['golden', 'pre-production'] });

  it('come before production: nothing is made, ready or delivered without them', () => {
    const walk = asked();
    const missing = { code: 'sample-not-approved', items: ['golden', 'pre-production'] };
    const lot = { pilotId: 'p1', lot: 1, quantity: 500 };
    expect(walk.refused(START, 'supplier')).toEqual(missing);
    expect(walk.refused({ type: 'ready-for-inspection', ...lot }, 'supplier')).toEqual(missing);
    expect(walk.refused({ type: 'deliver-lot', ...lot }, 'supplier')).toEqual(missing);
    walk.must(submit('golden'), 'supplier').must(approve('golden'), 'requester');
    expect(walk.refused(START, 'supplier').items).toEqual(['pre-production']);
    walk.must(submit('pre-production'), 'supplier').must(approve('pre-production'), 'requester');
    walk.must(START, 'supplier');
    expect(walk.state.pilots['p1']?.productionStartedAt).toBe(walk.now);
    expect(walk.refused(START, 'supplier').code).toBe('production-started');
  });

  it('are shown by the supplier, judged by the buyer in three working days, and shown again', () => {
    const walk = asked();
    expect(holders(walk)).toEqual(['supplier submit-sample p1']);
    expect(walk.refused(submit('golden', []), 'supplier').items).toEqual(['evidence']);
    expect(walk.refused(submit('golden'), 'requester').code).toBe('role-not-allowed');
    expect(walk.refused(approve('golden'), 'requester').code).toBe('sample-not-awaited');
    walk.must(submit('golden'), 'supplier').must(submit('pre-production'), 'supplier');
    expect(walk.refused(submit('golden'), 'supplier')).toEqual({
      code: 'sample-not-awaited',
      items: ['golden'],
    });
    expect(holders(walk)).toEqual([
      'buyer-requester judge-sample p1:golden',
      'buyer-requester judge-sample p1:pre-production',
    ]);
    expect(walk.refused(approve('golden'), 'requester2').code).toBe('pilot-unknown');
    walk.must(reject('golden'), 'requester').must(approve('pre-production'), 'requester');
    expect(holders(walk)).toEqual(['supplier submit-sample p1']);
    walk.must(submit('golden'), 'supplier').must(approve('golden'), 'requester');
    expect(walk.state.pilots['p1']?.samples).toEqual({
      golden: { phase: 'approved', evidence: ['photo'], rounds: 2 },
      'pre-production': { phase: 'approved', evidence: ['photo'], rounds: 1 },
    });
    expect(holders(walk)).toEqual(['supplier deliver-lot p1']);
  });

  it('that the order does not ask for are not shown', () => {
    expect(placed().refused(submit('golden'), 'supplier').code).toBe('sample-not-awaited');
  });
});

describe('a look at the production', () => {
  it('is the inspector’s, at 20 to 80 % done, while there is something to make', () => {
    const walk = placed();
    expect(walk.refused(look(50), 'requester').code).toBe('production-not-started');
    walk.must(START, 'supplier');
    for (const percent of [19, 81, 50.5])
      expect(walk.refused(look(percent), 'requester').items).toEqual(['percentDone']);
    expect(walk.refused(look(50), 'supplier').code).toBe('role-not-allowed');
    expect(walk.refused(look(50), 'requester2').code).toBe('pilot-unknown');
    walk.must(look(20), 'requester').must(look(80), 'requester');
    expect(walk.state.pilots['p1']?.productionCheck).toEqual({
      ...{ at: walk.now, percentDone: 80, result: 'to-be-corrected', evidence: ['photo'] },
    });
    walk.deliver('p1', 1).deliver('p1', 2);
    expect(walk.refused(look(50), 'requester').code).toBe('production-not-started');
  });
});
