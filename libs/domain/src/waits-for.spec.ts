import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballHolders } from './ball-holders.js';
import { step } from './model-steps.fixture.js';
import { AUDIT, correctiveActionPaper } from './papers.js';
import { STARTS } from './starts.fixture.js';
import { CLOSED_STATES, YEARS_AFTER } from './states.js';
import { waitsFor } from './waits-for.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

describe('whom a case waits for', () => {
  it('is one after the other on the way to a qualification, and nobody then', () => {
    const walk = new Walk();
    expect(waitsFor(walk.state)).toEqual(['supplier']);
    walk.must({ type: 'submit-application' }, 'supplier');
    expect(waitsFor(walk.state)).toEqual(['office']);
    walk.must({ type: 'request-information', items: ['profile.legalName'] }, 'officer');
    expect(waitsFor(walk.state)).toEqual(['supplier']);
    walk.must({ type: 'resubmit-application' }, 'supplier').must({ type: 'accept-application' }, 'officer');
    expect(waitsFor(walk.state)).toEqual(['checks']);
    walk.checks();
    expect(waitsFor(walk.state)).toEqual(['office', 'checks']);
    walk.checks();
    expect(waitsFor(walk.state)).toEqual(['office']);
    walk.toAudit();
    expect(waitsFor(walk.state)).toEqual(['auditor']);
    walk.must({ type: 'submit-audit' }, 'auditor');
    expect(waitsFor(walk.state)).toEqual(['office']);
    walk.must({ type: 'pass-review' }, 'reviewer');
    expect(waitsFor(walk.state)).toEqual(['office']);
    walk.must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    expect(waitsFor(walk.state)).toEqual(['office', 'buyer']);
    walk.place('p1');
    expect(waitsFor(walk.state)).toEqual(['supplier']);
    walk.inspect('p1', 1, 0).inspect('p1', 2, 0);
    expect(waitsFor(walk.state)).toEqual(['buyer']);
    expect(waitsFor(walk.approve().state)).toEqual([]);
    expect(waitsFor(walk.wait(366 * 2).state)).toEqual([]);
  });

  it('is the supplier for a finding that stops it, and not for one that is corrected beside a pilot', () => {
    const walk = new Walk();
    walk.papers[AUDIT] = { ...walk.papers[AUDIT], 'HS-03': NONCONFORM, 'CD-01': NONCONFORM };
    walk.toReview().must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(waitsFor(walk.state)).toEqual(['supplier']);
    walk.correct('HS-03');
    expect(waitsFor(walk.state)).toEqual(['supplier', 'auditor']);
    walk.verify('HS-03');
    const plan = { rootCause: 'x', action: 'y', owner: 'quality' };
    walk.papers[correctiveActionPaper('CD-01')] = { response: plan };
    walk.must({ type: 'accept-corrective-plan' }, 'reviewer');
    expect(ballHolders(walk.state).map(({ what }) => what)).toContain('correct-finding');
    expect(waitsFor(walk.state)).toEqual(['office']);
  });

  it('is somebody wherever a run of the model comes, as long as the case is open and not qualified', () => {
    const idle = new Set<string>();
    const choices = fc.array(fc.noBias(fc.nat()), { minLength: 10, maxLength: 40, size: 'max' });
    let looked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...STARTS), choices, (start, run) => {
        const walk = start(new Walk());
        for (const choice of run) {
          step(walk, choice, (asked, command, who) => void asked.ask(command, who));
          const { at } = walk.state;
          const over = CLOSED_STATES.includes(at) || YEARS_AFTER.includes(at);
          looked += 1;
          if (over ? waitsFor(walk.state).length > 0 : waitsFor(walk.state).length === 0) idle.add(at);
        }
      }),
      { numRuns: 90, seed: 20261126 },
    );
    expect(looked).toBeGreaterThan(900);
    expect([...idle]).toEqual([]);
  });
});
