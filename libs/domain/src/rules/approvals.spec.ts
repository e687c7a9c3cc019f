import { describe, expect, it } from '@jest/globals';
import { endOfLocalDay } from '../calendar.js';
import { approvalScopePaper } from '../papers.js';
import { allowedCommands } from '../precheck.js';
import { NONCONFORM, PEOPLE, Walk } from '../walk.fixture.js';

const RECOMMEND = { type: 'recommend-approval' } as const;
const APPROVE = { type: 'approve', conditional: false } as const;
const DECLINE = { type: 'decline-approval', reason: 'price' } as const;
const DEFER = { type: 'defer-approval' } as const;
const REQUEST = { type: 'request-approval' } as const;
const recommended = (): Walk => new Walk().toDecision().must(RECOMMEND, 'requester');

describe('an approval', () => {
  it('takes two persons of the buyer', () => {
    const walk = recommended();
    expect(walk.state.approvals['buyer-1']).toMatchObject({
      phase: 'recommended',
      scopeId: '1',
      requester: { personId: 'li' },
    });
    walk.must(APPROVE, 'approver');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      approvals: { 'buyer-1': { phase: 'approved', approver: { personId: 'wong' } } },
    });
  });

  it('is refused to the person who recommended it, whatever roles they have', () => {
    const walk = new Walk().toDecision().must(RECOMMEND, 'sole');
    expect(walk.refused(APPROVE, 'sole').code).toBe('same-person');
    expect(walk.must(APPROVE, 'approver').state.at).toBe('QUALIFIED');
  });

  it('is refused to whoever audited or reviewed the case', () => {
    expect(recommended().refused(APPROVE, 'auditorAsApprover').code).toBe('segregation-of-duties');
  });

  it('is not approved before it is recommended, nor by a requester, nor by another buyer', () => {
    const walk = new Walk().toDecision();
    expect(walk.refused(APPROVE, 'approver').code).toBe('not-recommended');
    walk.must(RECOMMEND, 'requester');
    expect(walk.refused(RECOMMEND, 'requester').code).toBe('stage-does-not-allow');
    expect(walk.refused(APPROVE, 'requester').code).toBe('role-not-allowed');
    expect(walk.refused(APPROVE, 'approver2').code).toBe('not-recommended');
    expect(walk.refused(RECOMMEND, 'requester2').code).toBe('no-approval-open');
  });

  it('needs a scope that ends within the qualification and is not over', () => {
    const walk = new Walk().toDecision();
    walk.papers[approvalScopePaper('buyer-1')] = {};
    expect(walk.refused(RECOMMEND, 'requester').code).toBe('approval-scope-missing');
    expect(walk.scope('buyer-1', -1).refused(RECOMMEND, 'requester').code).toBe('date-out-of-range');
    expect(walk.scope('buyer-1', 800).refused(RECOMMEND, 'requester')).toEqual({
      code: 'approval-scope-too-wide',
      items: ['validUntil'],
    });
    walk.scope('buyer-1', 700).must(RECOMMEND, 'requester').must(APPROVE, 'approver');
    expect(walk.state.approvals['buyer-1']?.validUntil).toBe(endOfLocalDay(walk.date(700)));
  });

  it('says what its scope still lacks', () => {
    const walk = new Walk().toDecision().scope('buyer-1', 800);
    const mine = allowedCommands(walk.state, PEOPLE.requester, walk.facts(RECOMMEND), walk.now);
    const recommend = mine.find((c) => c.type === 'recommend-approval');
    expect(recommend?.blockedBy).toEqual(['approval-scope-too-wide']);
    expect(recommend?.missing.length).toBeGreaterThan(0);
  });

  it('can only be conditional after a grade D or a conditional pilot', () => {
    const walk = new Walk().toPilot().place('p1').inspect('p1', 1, 80);
    walk
      .must({ type: 'request-rework', pilotId: 'p1', lot: 1 }, 'requester')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0);
    walk.must(RECOMMEND, 'requester');
    expect(walk.refused(APPROVE, 'approver').code).toBe('conditional-only');
    expect(walk.must({ ...APPROVE, conditional: true }, 'approver').state.at).toBe('QUALIFIED_CONDITIONAL');
  });

  it('does not qualify while a check failed or runs', () => {
    const walk = recommended().must({ type: 'rerun-check', check: 'vat-tin' }, 'supplier');
    expect(walk.refused(APPROVE, 'approver')).toEqual({ code: 'check-running', items: ['vat-tin'] });
    walk.checkVerdicts = { 'vat-tin': 'FAIL' };
    expect(walk.checks().refused(APPROVE, 'approver')).toEqual({ code: 'check-failed', items: ['vat-tin'] });
    walk
      .must({ type: 'resolve-check', check: 'vat-tin', verdict: 'WAIVED' }, 'officer')
      .must(APPROVE, 'approver');
    expect(walk.state.at).toBe('QUALIFIED');
  });
});

describe('a buyer that does not approve', () => {
  it('declines for itself alone: the case goes on to others', () => {
    const walk = new Walk().toDecision().must(REQUEST, 'requester2').must(DECLINE, 'approver');
    expect(walk.state).toMatchObject({
      at: 'BUYER_DECISION',
      approvals: { 'buyer-1': { phase: 'declined', declineReason: 'price' }, 'buyer-2': { phase: 'open' } },
    });
    expect(walk.refused(DECLINE, 'approver').code).toBe('no-approval-open');
    expect(walk.must(DECLINE, 'requester2').state.at).toBe('PILOT_READY');
    expect(walk.waits.map((d) => d.kind)).toEqual(['pilot-match']);
  });

  it('may ask again after a decline, on the pilot that was accepted', () => {
    const walk = new Walk().toDecision().must(DECLINE, 'approver').must(REQUEST, 'requester');
    expect(walk.state).toMatchObject({ at: 'BUYER_DECISION', approvals: { 'buyer-1': { phase: 'open' } } });
    expect(walk.refused(REQUEST, 'requester').code).toBe('stage-does-not-allow');
  });

  it('defers once, for 30 days', () => {
    const walk = recommended().must(DEFER, 'approver');
    expect(walk.state.approvals['buyer-1']).toMatchObject({ phase: 'deferred', deferredOnce: true });
    expect(walk.state.approvals['buyer-1']?.requester).toBeUndefined();
    expect(walk.waits.map((d) => d.key)).toEqual(['buyer-decision-deferred:buyer-1']);
    expect(walk.refused(DEFER, 'requester').code).toBe('deferred-already');
    expect(walk.refused(APPROVE, 'approver').code).toBe('not-recommended');
    expect(walk.wait(29).must(RECOMMEND, 'requester').must(APPROVE, 'approver').state.at).toBe('QUALIFIED');
  });

  it('keeps its deferral when its own pilot is accepted meanwhile', () => {
    const walk = new Walk()
      .toPilot()
      .place('p1')
      .place('p2', 'requester2')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0);
    walk.must(REQUEST, 'requester2').must(DEFER, 'requester2');
    walk.inspect('p2', 1, 0, 'requester2').inspect('p2', 2, 0, 'requester2');
    expect(walk.state.approvals['buyer-2']).toMatchObject({ phase: 'deferred', deferredOnce: true });
    expect(walk.waits.map((d) => d.key).sort()).toEqual([
      'buyer-decision-deferred:buyer-2',
      'buyer-decision:buyer-1',
    ]);
  });
});

describe('a further buyer', () => {
  it('asks on the strength of an accepted pilot, but not without one', () => {
    expect(new Walk().toPilot().refused(REQUEST, 'requester2').code).toBe('no-accepted-pilot');
    expect(new Walk().toDecision().must(REQUEST, 'requester2').state.approvals['buyer-2']?.phase).toBe(
      'open',
    );
  });

  it('approves while the supplier is qualified, within what is left of the validity', () => {
    const walk = new Walk().toDecision().approve().must(REQUEST, 'requester2').wait(30);
    expect(walk.scope('buyer-2', 720).refused(RECOMMEND, 'requester2').code).toBe('approval-scope-too-wide');
    walk.scope('buyer-2', 300).must(RECOMMEND, 'requester2').must(APPROVE, 'approver2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', approvals: { 'buyer-2': { phase: 'approved' } } });
  });

  it('declines while the supplier is qualified, without harm to it', () => {
    const walk = new Walk().toDecision().approve().must(REQUEST, 'requester2').must(DECLINE, 'approver2');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      approvals: { 'buyer-1': { phase: 'approved' }, 'buyer-2': { phase: 'declined' } },
    });
  });
});

describe('the end of an approval', () => {
  it('comes on its last day; the qualification stays, and the buyer may ask again', () => {
    const walk = new Walk().toDecision().approve().wait(149);
    expect(walk.state.approvals['buyer-1']?.phase).toBe('approved');
    walk.wait(2);
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', approvals: { 'buyer-1': { phase: 'expired' } } });
    expect(walk.must(REQUEST, 'requester').state.approvals['buyer-1']?.phase).toBe('open');
  });
});

describe('a grade D with an accepted plan', () => {
  it('is approved conditionally at most', () => {
    const findings = ['CD-01', 'CD-02', 'QM-01', 'QM-03', 'QM-04', 'QM-06', 'SL-06', 'TR-04'];
    const walk = new Walk().answer(Object.fromEntries(findings.map((id) => [id, NONCONFORM]))).toReview();
    expect(walk.state.audit.current?.grade).toBe('D');
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    for (const id of findings)
      walk.papers[`corrective-action:${id}`] = {
        response: { rootCause: 'x', action: 'y', owner: 'quality' },
      };
    walk
      .must({ type: 'accept-corrective-plan' }, 'reviewer')
      .must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    walk.place('p1').inspect('p1', 1, 0).inspect('p1', 2, 0).must(RECOMMEND, 'requester');
    expect(walk.refused(APPROVE, 'approver').code).toBe('conditional-only');
    expect(walk.must({ ...APPROVE, conditional: true }, 'approver').state.validity?.grade).toBe('D');
  });
});
