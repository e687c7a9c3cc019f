import { describe, expect, it } from '@jest/globals';
import { approvalStatus } from '../approval-status.js';
import { ballHolders } from '../ball-holders.js';
import { addDays, addMonths } from '../calendar.js';
import { coolingOffUntil } from '../renewal.js';
import { Walk, type Who } from '../walk.fixture.js';

const SUSPEND = { type: 'suspend', cause: 'critical-incident' } as const;
const CONFIRM = { type: 'confirm-suspension' } as const;
const PROPOSE = { type: 'propose-reinstatement' } as const;
const REINSTATE = { type: 'confirm-reinstatement' } as const;
const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const suspended = (walk = qualified()): Walk => walk.must(SUSPEND, 'officer').must(CONFIRM, 'officer2');
const reinstated = (walk = suspended()): Walk => walk.must(PROPOSE, 'officer').must(REINSTATE, 'officer2');
const eventsOf = (walk: Walk): readonly string[] => walk.entries.at(-1)?.events.map(({ type }) => type) ?? [];
const standing = (walk: Walk, buyer = 'buyer-1') => approvalStatus(walk.state, buyer, walk.now);
const whats = (walk: Walk): readonly string[] => ballHolders(walk.state).map(({ what }) => what);

describe('a suspension by an officer', () => {
  it('takes effect at once, for every approval, and is told', () => {
    const walk = qualified().must(SUSPEND, 'officer');
    expect(walk.state).toMatchObject({
      at: 'SUSPENDED',
      suspension: {
        cause: 'critical-incident',
        since: walk.now,
        origin: 'QUALIFIED',
        by: { personId: 'dara' },
      },
    });
    expect(standing(walk)).toEqual({ standing: 'suspended', since: walk.now, because: 'critical-incident' });
    expect(eventsOf(walk)).toEqual(['qualification-suspended', 'approval-suspended']);
    expect(whats(walk)).toContain('confirm-suspension');
  });

  it('is the officers’ alone, and of what is qualified', () => {
    for (const who of ['supplier', 'requester', 'approver', 'reviewer', 'auditor', 'stranger'] as Who[])
      expect(qualified().refused(SUSPEND, who).code).toBe('role-not-allowed');
    expect(new Walk().toDecision().refused(SUSPEND, 'officer').code).toBe('stage-does-not-allow');
    expect(suspended().refused(SUSPEND, 'officer').code).toBe('stage-does-not-allow');
  });

  it('is confirmed by a second officer, never by the same', () => {
    const walk = qualified().must(SUSPEND, 'officer');
    expect(walk.refused(CONFIRM, 'officer').code).toBe('same-person');
    expect(walk.refused(CONFIRM, 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(PROPOSE, 'officer2')).toEqual({ code: 'proposal-pending', items: ['suspension'] });
    walk.must(CONFIRM, 'officer2');
    expect(walk.state.suspension).toMatchObject({ confirmedBy: { personId: 'bopha' } });
    expect(walk.refused(CONFIRM, 'officer2').code).toBe('proposal-missing');
  });

  it('falls when the second officer says no, or nobody says anything', () => {
    const dismissed = qualified().must(SUSPEND, 'officer');
    expect(dismissed.refused({ type: 'dismiss-suspension' }, 'officer').code).toBe('same-person');
    dismissed.must({ type: 'dismiss-suspension' }, 'officer2');
    const silent = qualified().must(SUSPEND, 'officer').wait(15);
    expect(silent.state.at).toBe('SUSPENDED');
    for (const walk of [dismissed, silent.wait(5)]) {
      expect(walk.state.at).toBe('QUALIFIED');
      expect(standing(walk)).toMatchObject({ standing: 'suspended', because: 'awaits-buyer' });
    }
  });

  it('lets nobody order, recommend or approve, and stops what was asked of buyers', () => {
    const walk = qualified().must({ type: 'request-approval' }, 'requester2');
    suspended(walk);
    expect(walk.state.deadlines.some(({ kind }) => kind === 'buyer-decision')).toBe(false);
    expect(walk.refused({ type: 'recommend-approval' }, 'requester2').code).toBe('stage-does-not-allow');
    reinstated(walk);
    expect(whats(walk)).toContain('recommend-approval');
    walk.must({ type: 'recommend-approval' }, 'requester2');
  });

  it('leaves leaving to the supplier: an officer who did it for it would revoke with one pair of eyes', () => {
    const leave = { type: 'withdraw', reason: 'cost' } as const;
    expect(suspended().refused(leave, 'officer').code).toBe('role-not-allowed');
    expect(suspended().must(leave, 'supplier').state.at).toBe('WITHDRAWN');
  });
});

describe('the system', () => {
  it('suspends when two officers confirm a hit on a list, and on no score before', () => {
    const walk = qualified().must({ type: 'rerun-check', check: 'sanctions' }, 'officer');
    walk.checkVerdicts = { sanctions: 'POTENTIAL' };
    walk.checks();
    expect(walk.state.at).toBe('QUALIFIED');
    walk.must({ type: 'resolve-check', check: 'sanctions', verdict: 'FAIL' }, 'officer');
    expect(walk.state.at).toBe('QUALIFIED');
    expect(walk.refused({ type: 'confirm-check-failure', check: 'sanctions' }, 'officer').code).toBe(
      'same-person',
    );
    walk.must({ type: 'confirm-check-failure', check: 'sanctions' }, 'officer2');
    expect(walk.state).toMatchObject({
      at: 'SUSPENDED',
      suspension: { cause: 'list-hit', subject: 'sanctions' },
    });
    expect(walk.state.suspension?.by).toBeUndefined();
    expect(walk.refused(PROPOSE, 'officer')).toEqual({ code: 'cause-open', items: ['sanctions'] });
    walk.checkVerdicts = {};
    reinstated(walk.must({ type: 'rerun-check', check: 'sanctions' }, 'officer').checks());
    expect(walk.state.at).toBe('QUALIFIED');
  });

  it('does not suspend for a failed check that is no list', () => {
    const walk = qualified().must({ type: 'rerun-check', check: 'vat-tin' }, 'officer');
    walk.checkVerdicts = { 'vat-tin': 'POTENTIAL' };
    walk.checks().must({ type: 'resolve-check', check: 'vat-tin', verdict: 'FAIL' }, 'officer');
    expect(walk.must({ type: 'confirm-check-failure', check: 'vat-tin' }, 'officer2').state.at).toBe(
      'QUALIFIED',
    );
  });

  const withSecondPilot = (): Walk =>
    new Walk()
      .toPilot()
      .place('p2', 'requester2')
      .place('p1')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0)
      .approve()
      .wait(1);

  it('suspends for two lots rejected one after the other, and asks why', () => {
    const walk = withSecondPilot().inspect('p2', 1, 80, 'requester2');
    expect(walk.state.at).toBe('QUALIFIED');
    walk.inspect('p2', 2, 80, 'requester2');
    expect(walk.state).toMatchObject({ at: 'SUSPENDED', suspension: { cause: 'rejected-lots' } });
    expect(walk.refused(PROPOSE, 'officer')).toEqual({ code: 'cause-open', items: ['rejected-lots'] });
    walk.must({ type: 'reject-lot', pilotId: 'p2', lot: 1 }, 'requester2');
    expect(walk.state.matters).toMatchObject([{ kind: 'pilot-failed-while-qualified' }]);
    reinstated(walk.correct('rejected-lots').verify('rejected-lots'));
  });

  it('does not for two with an accepted one between them', () => {
    const walk = withSecondPilot().inspect('p2', 1, 80, 'requester2').inspect('p2', 2, 0, 'requester2');
    walk
      .must({ type: 'request-rework', pilotId: 'p2', lot: 1 }, 'requester2')
      .inspect('p2', 1, 80, 'requester2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED' });
  });
});

describe('a suspension that gets worse', () => {
  it('does not fall for want of a second officer when a hit on a list is confirmed meanwhile', () => {
    const walk = qualified().must({ type: 'rerun-check', check: 'sanctions' }, 'officer');
    walk.checkVerdicts = { sanctions: 'POTENTIAL' };
    walk.checks().must({ type: 'resolve-check', check: 'sanctions', verdict: 'FAIL' }, 'officer');
    walk.must(SUSPEND, 'officer').must({ type: 'confirm-check-failure', check: 'sanctions' }, 'officer2');
    expect(walk.state.suspension).toMatchObject({ cause: 'list-hit', besides: ['sanctions'] });
    expect(walk.wait(30).state.at).toBe('SUSPENDED');
    expect(walk.refused(PROPOSE, 'officer')).toEqual({ code: 'cause-open', items: ['sanctions'] });
  });

  it('is not over before both causes are closed', () => {
    const walk = new Walk('LEATHER');
    walk.certificateEnds = addDays(walk.now, 100);
    suspended(walk.toDecision().scope('buyer-1', 100).approve().wait(80)).must(PROPOSE, 'officer').wait(60);
    expect(walk.state.suspension).toMatchObject({
      ...{ cause: 'critical-incident', besides: ['certificates'], confirmedBy: { personId: 'bopha' } },
      causes: ['critical-incident', 'certificate-expired'],
    });
    expect(walk.state.suspension?.proposal).toBeUndefined();
    expect(walk.refused(PROPOSE, 'officer')).toEqual({ code: 'cause-open', items: ['certificates'] });
  });

  it('keeps the graver cause, and with it how long the supplier waits and whether an appeal halts it', () => {
    const fraud = { type: 'suspend', cause: 'fraud-suspected' } as const;
    const walk = new Walk('LEATHER');
    walk.certificateEnds = addDays(walk.now, 100);
    walk
      .toDecision()
      .scope('buyer-1', 100)
      .approve()
      .wait(80)
      .must(fraud, 'officer')
      .must(CONFIRM, 'officer2');
    walk.wait(80);
    expect(walk.state.suspension).toMatchObject({ cause: 'fraud-suspected', besides: ['certificates'] });
    expect(walk.wait(11).state).toMatchObject({ at: 'REVOKED', closedReason: 'fraud-suspected' });
    expect(coolingOffUntil(walk.state)).toBe(addMonths(walk.state.enteredAt, 36));
    const danger = new Walk('LEATHER');
    danger.certificateEnds = addDays(danger.now, 100);
    suspended(danger.toDecision().scope('buyer-1', 100).approve().wait(120)).wait(12).appealed();
    expect(danger.state.appeal).toMatchObject({ effectSuspended: false });
  });

  it('takes no suspicion for confirmed because a certificate lapsed', () => {
    const walk = new Walk('LEATHER');
    walk.certificateEnds = addDays(walk.now, 100);
    walk.toDecision().scope('buyer-1', 100).approve().wait(120);
    walk.must({ type: 'suspend', cause: 'fraud-suspected' }, 'officer').wait(15);
    expect(walk.state.suspension).toMatchObject({
      cause: 'certificate-expired',
      causes: ['fraud-suspected', 'certificate-expired'],
    });
  });

  it('leaves no condition behind whose time ran out meanwhile', () => {
    const walk = qualified(true).wait(150);
    suspended(walk).must({ type: 'rerun-check', check: 'vat-tin' }, 'officer');
    walk.checkVerdicts = { 'vat-tin': 'FAIL' };
    walk.checks().wait(60);
    expect(walk.refused(PROPOSE, 'officer')).toEqual({ code: 'cause-open', items: ['vat-tin'] });
    walk.checkVerdicts = {};
    reinstated(walk.must({ type: 'rerun-check', check: 'vat-tin' }, 'officer').checks());
    expect(walk.state.at).toBe('QUALIFIED');
    const dropped = qualified(true).wait(175).must({ type: 'rerun-check', check: 'vat-tin' }, 'officer');
    dropped.checkVerdicts = { 'vat-tin': 'FAIL' };
    dropped.checks().must(SUSPEND, 'officer').wait(25);
    expect(dropped.state).toMatchObject({ at: 'SUSPENDED', suspension: { cause: 'condition-overdue' } });
  });
});

describe('a reinstatement', () => {
  it('takes two officers, of whom none is of the audit’s side', () => {
    const walk = suspended().must(PROPOSE, 'officer');
    expect(walk.refused(REINSTATE, 'officer').code).toBe('same-person');
    expect(walk.refused(REINSTATE, 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(PROPOSE, 'officer2')).toEqual({ code: 'proposal-pending', items: ['reinstatement'] });
    expect(walk.refused({ type: 'confirm-revocation' }, 'officer2').code).toBe('proposal-missing');
    walk.must(REINSTATE, 'officer2');
    expect(walk.state.at).toBe('QUALIFIED');
    expect(walk.state.suspension).toBeUndefined();
    expect(eventsOf(walk)).toEqual(['qualification-reinstated', 'approval-awaits-buyer']);
  });

  it('is refused when the cause is open again by the time the second officer looks', () => {
    const walk = qualified().must({ type: 'rerun-check', check: 'sanctions' }, 'officer');
    walk.checkVerdicts = { sanctions: 'POTENTIAL' };
    walk.checks().must({ type: 'resolve-check', check: 'sanctions', verdict: 'FAIL' }, 'officer');
    walk.must({ type: 'confirm-check-failure', check: 'sanctions' }, 'officer2');
    walk.checkVerdicts = {};
    walk.must({ type: 'rerun-check', check: 'sanctions' }, 'officer').checks().must(PROPOSE, 'officer');
    walk.must({ type: 'rerun-check', check: 'sanctions' }, 'officer');
    expect(walk.refused(REINSTATE, 'officer2')).toEqual({ code: 'cause-open', items: ['sanctions'] });
    walk.checks().must(REINSTATE, 'officer2');
  });

  it('may be turned down, or falls when nobody answers, and be proposed again', () => {
    const walk = suspended().must(PROPOSE, 'officer').must({ type: 'dismiss-reinstatement' }, 'officer2');
    walk.must(PROPOSE, 'officer').wait(25);
    expect(walk.state).toMatchObject({ at: 'SUSPENDED' });
    expect(walk.state.suspension?.proposal).toBeUndefined();
    walk.must(PROPOSE, 'officer2').must(REINSTATE, 'officer');
  });

  it('leaves the end of the validity where it was', () => {
    const walk = qualified();
    const { validity } = walk.state;
    expect(reinstated(suspended(walk.wait(30)).wait(60)).state.validity).toEqual(validity);
  });

  it('gives a qualification of grade D its time, in the suspension and after it', () => {
    const walk = new Walk().toDecision();
    const graded = (grade: 'A' | 'D'): void => {
      const current = { grade, total: 75, outcome: 'pass' } as const;
      walk.state = { ...walk.state, audit: { ...walk.state.audit, current } };
    };
    graded('D');
    walk.approve(true).wait(170);
    const { from = '', until } = walk.state.validity ?? {};
    walk.certificateEnds = addDays(walk.now, 1000);
    suspended(walk).wait(30).must({ type: 'rerun-check', check: 'certificates' }, 'supplier').checks();
    expect(walk.state.validity).toEqual({ grade: 'D', from, until });
    graded('A');
    expect(reinstated(walk).state).toMatchObject({
      at: 'QUALIFIED',
      validity: { grade: 'A', from, until: addMonths(from, 24) },
    });
  });

  it('leads back to a conditional qualification with the rest of its time', () => {
    const walk = qualified(true);
    const due = walk.state.deadlines.find(({ kind }) => kind === 'condition')?.dueAt;
    reinstated(suspended(walk.wait(10)).wait(20));
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      condition: { reason: 'approved-conditionally' },
    });
    expect(walk.state.deadlines.find(({ kind }) => kind === 'condition')?.dueAt).toBe(due);
  });

  it('is conditional when a certificate has lapsed meanwhile', () => {
    const walk = new Walk();
    walk.certificateEnds = addDays(walk.now, 100);
    suspended(walk.toDecision().scope('buyer-1', 100).approve().wait(80)).wait(60);
    expect(walk.state).toMatchObject({ at: 'SUSPENDED', checks: { certificates: { verdict: 'FAIL' } } });
    expect(reinstated(walk).state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      condition: { reason: 'reinstated-conditionally' },
    });
  });

  it('makes no approval count again before its buyer has said so', () => {
    const walk = reinstated();
    expect(standing(walk)).toEqual({ standing: 'suspended', since: walk.now, because: 'awaits-buyer' });
    const confirm = { type: 'confirm-approval' } as const;
    expect(walk.refused(confirm, 'officer').code).toBe('role-not-allowed');
    expect(walk.refused(confirm, 'requester').code).toBe('role-not-allowed');
    expect(walk.refused(confirm, 'approver2').code).toBe('approval-not-awaiting');
    expect(walk.refused(confirm, 'auditorAsApprover').code).toBe('segregation-of-duties');
    expect(whats(walk)).toContain('confirm-approval');
    walk.must(confirm, 'approver');
    expect(standing(walk).standing).toBe('approved');
    expect(walk.refused(confirm, 'approver').code).toBe('approval-not-awaiting');
    expect(whats(walk)).not.toContain('confirm-approval');
  });

  it('lets a buyer say no instead', () => {
    const walk = reinstated().must({ type: 'decline-approval', reason: 'risk-appetite' }, 'approver');
    expect(standing(walk).standing).toBe('declined');
    expect(walk.state.deadlines.filter(({ subject }) => subject === 'buyer-1')).toMatchObject([
      { kind: 'consent-end' },
    ]);
  });
});
