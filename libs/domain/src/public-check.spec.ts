import { describe, expect, it } from '@jest/globals';
import { publicCheck, publicStatus, PUBLIC_SECTIONS, type PublicFacts } from './public-check.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const certificate = (scheme: string, more: object = {}) => ({
  ...{ scheme, number: '1', holderName: 'A', scope: ['TRIMS' as const] },
  ...{ validFrom: '2026-01-01', validTo: '2036-01-01', ...more },
});
const FACTS: PublicFacts = {
  ...{ name: 'Threads', province: 'KH-12' },
  certificates: [
    certificate('GRS'),
    certificate('GRS'),
    certificate('OCS', { validTo: '2026-01-02' }),
    certificate('RCS', { scope: ['LEATHER'] }),
  ],
};
const check = ({ state, now }: Walk, sections: typeof PUBLIC_SECTIONS = PUBLIC_SECTIONS, at = now) =>
  publicCheck(state, sections, FACTS, at);

describe('what everybody may know of a qualification', () => {
  it('is nothing before there is one', () => {
    for (const walk of [new Walk(), new Walk().toReview(), new Walk().toDecision()])
      expect(check(walk)).toBeUndefined();
  });

  it('is whether it counts, and each section only when it was opened', () => {
    const walk = qualified();
    const { validity } = walk.state;
    expect(publicCheck(walk.state, [], FACTS, walk.now)).toEqual({
      standing: 'valid',
      since: validity?.from,
    });
    expect(check(walk)).toEqual({
      ...{ standing: 'valid', since: validity?.from, name: 'Threads', category: 'TRIMS', province: 'KH-12' },
      ...{ grade: 'A', validUntil: validity?.until, certificates: ['GRS'] },
    });
  });

  it('is that it has ended from its last instant on, also when no clock has noticed', () => {
    const walk = qualified();
    const until = walk.state.validity?.until ?? '';
    expect(check(walk, PUBLIC_SECTIONS, until)).toEqual({
      ...{ standing: 'ended', since: until, name: 'Threads', category: 'TRIMS', province: 'KH-12' },
    });
    walk.wait(1200);
    expect(walk.state.at).toBe('EXPIRED');
    expect(check(walk)).toMatchObject({ standing: 'ended', since: walk.state.enteredAt });
  });

  it('is the condition that it stands on, and its suspension, since when', () => {
    const walk = qualified();
    walk.must({ type: 'downgrade', reason: 'surveillance-score' }, 'officer');
    expect(check(walk)).toMatchObject({ standing: 'conditional', since: walk.state.condition?.since });
    walk.must({ type: 'suspend', cause: 'critical-incident', noteId: 'n' }, 'officer');
    expect(check(walk)).toMatchObject({ standing: 'suspended', since: walk.state.suspension?.since });
    expect(check(walk)).not.toHaveProperty('grade');
  });

  it('is the same of a case with a child in danger and of the same case without', () => {
    const pair = [qualified(), qualified()] as const;
    const before = check(pair[0]);
    pair[0].must({ type: 'report-child', noteId: 'note-1' }, 'auditor');
    expect(pair[0].state.safeguarding?.phase).toBe('unsafe');
    expect(check(pair[0])).toEqual(before);
    for (const walk of pair) walk.must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(pair.map(({ state }) => state.over)).toEqual([false, true]);
    expect(check(pair[0])).toEqual(check(pair[1]));
    const audited = new Walk().answer({ 'SL-01': NONCONFORM }).toReview();
    expect(publicStatus(audited.state, audited.now)).toBeUndefined();
  });
});
