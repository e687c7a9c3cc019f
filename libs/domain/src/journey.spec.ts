import { describe, expect, it } from '@jest/globals';
import { ballHolders } from './ball-holders.js';
import { AUDIT } from './papers.js';
import { NONCONFORM, PEOPLE, Walk } from './walk.fixture.js';
import { allowedCommands } from './precheck.js';

const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => h.what);

describe('the whole journey', () => {
  it('goes from a draft to a qualification with one approval', () => {
    const walk = new Walk().toDecision().approve();
    expect(walk.state.at).toBe('QUALIFIED');
    expect(walk.state.validity?.grade).toBe('A');
    expect(walk.state.approvals['buyer-1']?.phase).toBe('approved');
    expect(what(walk)).toEqual(['renew-qualification']);
  });

  it('counts an accepted pilot for another buyer who has consent, without a change of stage', () => {
    const walk = new Walk().toDecision().approve();
    walk.must({ type: 'request-approval' }, 'requester2').must({ type: 'recommend-approval' }, 'requester2');
    walk.must({ type: 'approve', conditional: false }, 'approver2');
    expect(walk.state.approvals['buyer-2']?.phase).toBe('approved');
    expect(walk.moves.filter((m) => m.to === 'QUALIFIED')).toHaveLength(1);
  });

  it('lets one buyer decline and another approve', () => {
    const walk = new Walk().toDecision().must({ type: 'decline-approval', reason: 'price' }, 'approver');
    expect(walk.state.at).toBe('PILOT_READY');
    walk.must({ type: 'request-approval' }, 'requester2').must({ type: 'recommend-approval' }, 'requester2');
    walk.must({ type: 'approve', conditional: false }, 'approver2');
    expect(walk.state.at).toBe('QUALIFIED');
    expect(walk.state.approvals['buyer-1']?.phase).toBe('declined');
  });

  it('corrects findings and passes the second review', () => {
    const walk = new Walk();
    walk.papers[AUDIT] = { ...walk.papers[AUDIT], 'BL-01': NONCONFORM };
    walk.toReview();
    expect(walk.refused({ type: 'pass-review' }, 'reviewer').code).toBe('grade-too-low');
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    walk.correct('BL-01').verify('BL-01');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
    walk.must({ type: 'pass-review' }, 'reviewer');
    expect(walk.state.audit.initial?.grade).toBe('D');
    expect(walk.state.audit.current?.grade).toBe('A');
  });

  it('lapses on the last day of its validity', () => {
    const walk = new Walk()
      .toDecision()
      .approve()
      .wait(366 * 2);
    expect(walk.state.at).toBe('EXPIRED');
    expect(walk.state.over).toBe(true);
    expect(walk.state.approvals['buyer-1']?.phase).toBe('expired');
  });

  it('offers each person only what is theirs to do', () => {
    const walk = new Walk().toDecision();
    const types = (who: keyof typeof PEOPLE) => allowedCommands(walk.state, PEOPLE[who]).map((c) => c.type);
    expect(types('requester')).toContain('recommend-approval');
    expect(types('approver')).not.toContain('recommend-approval');
    expect(types('stranger')).toEqual([]);
  });
});
