import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import type { ListHit } from '../case-state.js';
import { sealOf } from '../withheld.js';
import { Walk } from '../walk.fixture.js';

const clear = (hit: string, check: 'sanctions' | 'forced-labour' = 'sanctions') =>
  ({ type: 'clear-hit', check, hit, reason: 'other-birth-date', noteId: 'note' }) as const;
const agree = (hit: string) => ({ type: 'confirm-clearing', check: 'sanctions', hit }) as const;
const pass = { type: 'resolve-check', check: 'sanctions', verdict: 'PASS' } as const;
const STRONG: ListHit = { id: 'h1', band: 'strong' };
const ALIKE: ListHit = { id: 'h2', band: 'potential' };
const WEAK: ListHit = { id: 'h3', band: 'corroborated' };

const withHits = (...hits: readonly ListHit[]): Walk => {
  const walk = new Walk()
    .must({ type: 'submit-application' }, 'supplier')
    .must({ type: 'accept-application' }, 'officer');
  walk.listHits = { sanctions: hits };
  return walk.checks();
};
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((holder) => holder.what);

describe('a hit on a list', () => {
  it.each([STRONG, ALIKE])('that is $band is cleared by two officers, and passes the check', (hit) => {
    const walk = withHits(hit).must(clear(hit.id), 'officer');
    expect(walk.state).toMatchObject({ at: 'SCREENING', checks: { sanctions: { verdict: 'POTENTIAL' } } });
    expect(what(walk)).toEqual(['confirm-clearing']);
    walk.must(agree(hit.id), 'officer2');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.state.checks.sanctions).toMatchObject({ verdict: 'PASS', decidedBy: { personId: 'bopha' } });
    expect(walk.state.clearings?.[hit.id]).toMatchObject({
      ...{ check: 'sanctions', reason: 'other-birth-date', cleared: true },
      ...{ by: { personId: 'dara' }, confirmedBy: { personId: 'bopha' } },
    });
  });

  it('that is weak one officer clears', () => {
    const walk = withHits(WEAK).must(clear('h3'), 'officer');
    expect(walk.state).toMatchObject({ at: 'IN_ASSESSMENT', checks: { sanctions: { verdict: 'PASS' } } });
  });

  it('holds the check for as long as another one is open', () => {
    const walk = withHits(STRONG, WEAK).must(clear('h1'), 'officer').must(agree('h1'), 'officer2');
    expect(walk.state.checks.sanctions?.verdict).toBe('POTENTIAL');
    expect(what(walk)).toEqual(['resolve-check']);
    expect(walk.must(clear('h3'), 'officer').state.checks.sanctions?.verdict).toBe('PASS');
  });

  it('is not cleared by who proposed it, by nobody before, nor twice', () => {
    const walk = withHits(STRONG);
    expect(walk.refused(agree('h1'), 'officer')).toEqual({ code: 'proposal-missing', items: ['h1'] });
    walk.must(clear('h1'), 'officer');
    expect(walk.refused(agree('h1'), 'officer').code).toBe('same-person');
    expect(walk.refused(clear('h1'), 'officer2').code).toBe('proposal-pending');
    walk.must(agree('h1'), 'officer2');
    expect(walk.refused(agree('h1'), 'officer2')).toEqual({ code: 'hit-unknown', items: ['h1'] });
    expect(walk.refused(clear('h1'), 'officer').code).toBe('hit-unknown');
  });

  it('is the office’s alone, and one that is there', () => {
    const walk = withHits(STRONG);
    for (const who of ['supplier', 'reviewer', 'auditor'] as const) {
      expect(walk.refused(clear('h1'), who).code).toBe('role-not-allowed');
      expect(walk.refused(agree('h1'), who).code).toBe('role-not-allowed');
    }
    expect(walk.refused(clear('h9'), 'officer')).toEqual({ code: 'hit-unknown', items: ['h9'] });
    expect(walk.refused(clear('h1', 'forced-labour'), 'officer').code).toBe('hit-unknown');
  });

  it('is passed over by nobody: a check with an open hit passes when it is cleared, and in no other way', () => {
    const walk = withHits(STRONG);
    for (const verdict of ['PASS', 'WARN', 'WAIVED'] as const)
      expect(walk.refused({ ...pass, verdict }, 'officer')).toEqual({
        code: 'hits-open',
        items: ['sanctions'],
      });
  });

  it('counts when two officers say that it means the supplier, though one wanted to clear it', () => {
    const walk = withHits(STRONG).must(clear('h1'), 'officer');
    walk.must({ ...pass, verdict: 'FAIL' }, 'officer2');
    expect(what(walk)).toEqual(['confirm-check-failure']);
    walk.must({ type: 'confirm-check-failure', check: 'sanctions' }, 'officer');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'sanctions' });
    expect(walk.state.clearings).toEqual({});
  });
});

describe('a cleared pair', () => {
  const again = (walk: Walk): Walk =>
    walk.must({ type: 'rerun-check', check: 'sanctions' }, 'officer').checks();
  const cleared = (): Walk => withHits(STRONG).must(clear('h1'), 'officer').must(agree('h1'), 'officer2');

  it('is remembered when the check runs again', () => {
    expect(again(cleared()).state.checks.sanctions?.verdict).toBe('PASS');
  });

  it('is remembered in the case that comes after this one, but no proposal is', () => {
    const walk = cleared().must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    walk.state = {
      ...walk.state,
      clearings: {
        ...walk.state.clearings,
        h9: { check: 'sanctions', reason: 'other-person', by: walk.state.clearings!.h1!.by, since: walk.now },
      },
    };
    const next = walk.next();
    expect(Object.keys(next.state.clearings ?? {})).toEqual(['h1']);
    next.listHits = { sanctions: [STRONG] };
    next.must({ type: 'submit-application' }, 'supplier').must({ type: 'accept-application' }, 'officer');
    expect(next.checks().state.checks.sanctions?.verdict).toBe('PASS');
  });

  it('comes back as another one when either side has changed', () => {
    const walk = cleared();
    walk.listHits = { sanctions: [{ ...STRONG, id: 'h1-changed' }] };
    expect(again(walk).state.checks.sanctions).toMatchObject({
      verdict: 'POTENTIAL',
      hits: [{ id: 'h1-changed', band: 'strong' }],
    });
    expect(walk.refused(agree('h1-changed'), 'officer2').code).toBe('proposal-missing');
  });

  it('of what looks at more than names has the check run again', () => {
    const walk = new Walk().toAssessment();
    walk.listHits = { 'forced-labour': [WEAK] };
    walk.checks();
    expect(walk.state.checks['forced-labour']?.verdict).toBe('POTENTIAL');
    walk.must(clear('h3', 'forced-labour'), 'officer');
    expect(walk.state.checks['forced-labour']?.verdict).toBe('PENDING');
    expect(walk.checks().state.checks['forced-labour']?.verdict).toBe('PASS');
  });

  it('is told to the supplier when it decides the check, and not before', () => {
    const seals = cleared()
      .entries.slice(-2)
      .map((entry) => [entry.command, sealOf(entry, 'supplier')]);
    expect(seals).toEqual([
      ['clear-hit', 'internal'],
      ['confirm-clearing', 'open'],
    ]);
  });
});
