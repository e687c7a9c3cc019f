import { describe, expect, it } from '@jest/globals';
import { AUDIT } from './papers.js';
import { funnelRank, FUNNEL_STAGES, programmeRecord, sizeClassOf } from './programme-record.js';
import { CASE_STATES, PLACES } from './states.js';
import { NONCONFORM, Walk } from './walk.fixture.js';

describe('what is measured of a case', () => {
  it('is little of a draft', () => {
    const { at, outcome, valid, failures, approvals, actions } = programmeRecord(new Walk().state);
    expect({ at, outcome, valid, failures, approvals, actions }).toEqual({
      ...{ at: 'DRAFT', outcome: 'open', valid: false, failures: [], approvals: 0, actions: [] },
    });
  });

  it('is its grade and how long it lasts once it is qualified, and the sooner end of a condition', () => {
    const full = new Walk().toDecision().approve();
    expect(programmeRecord(full.state)).toMatchObject({
      ...{ valid: true, grade: 'A', approvals: 1, signed: true, outcome: 'open', renewal: false },
      validUntil: full.state.validity?.until,
    });
    const conditional = new Walk().toDecision().approve(true);
    const due = conditional.state.deadlines.find(({ kind }) => kind === 'condition')?.dueAt;
    expect(programmeRecord(conditional.state).validUntil).toBe(due);
    expect(programmeRecord(full.wait(366 * 2).state)).toMatchObject({
      valid: false,
      outcome: 'lapsed',
      approvals: 0,
    });
  });

  it('is what was found and why it ended, each once', () => {
    const walk = new Walk();
    walk.papers[AUDIT] = { ...walk.papers[AUDIT], 'BL-01': NONCONFORM, 'SL-02': NONCONFORM };
    walk.toReview();
    expect(programmeRecord(walk.state)).toMatchObject({
      ...{ failures: ['finding:BL-01', 'zero-tolerance:SL-02'], signed: false },
    });
    walk.must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(programmeRecord(walk.state)).toMatchObject({
      ...{ outcome: 'withdrawn', failures: ['finding:BL-01', 'withdrawal:cost', 'zero-tolerance:SL-02'] },
    });
    const declined = new Walk().toDecision().must({ type: 'decline-approval', reason: 'price' }, 'approver');
    expect(programmeRecord(declined.state).failures).toEqual(['decline:price']);
  });

  it('is what there is to correct, since when and until when', () => {
    const walk = new Walk();
    walk.papers[AUDIT] = { ...walk.papers[AUDIT], 'BL-01': NONCONFORM };
    walk.toReview().must({ type: 'require-corrective-actions' }, 'reviewer');
    const action = walk.state.correctiveActions['BL-01'];
    expect(programmeRecord(walk.state).actions).toEqual([
      { subject: 'BL-01', phase: 'open', openedAt: walk.now, dueAt: action?.dueAt },
    ]);
  });

  it('has the size of the firm by its workers', () => {
    expect([0, 10, 11, 50, 51, 100, 101].map(sizeClassOf)).toEqual([
      ...['micro', 'micro', 'small', 'small', 'medium', 'medium', 'large'],
    ]);
    expect(sizeClassOf(undefined)).toBeUndefined();
  });

  it('has a place in the funnel for every state that is on the way', () => {
    const off = CASE_STATES.filter((at) => funnelRank(at) === 0);
    expect(off).toEqual(['APPEAL', 'REVOKED', 'EXPIRED', 'REJECTED', 'WITHDRAWN']);
    for (const at of CASE_STATES.filter((one) => !off.includes(one)))
      expect(FUNNEL_STAGES[funnelRank(at) - 1]).toBe(PLACES[at].stage);
  });
});
