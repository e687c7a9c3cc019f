import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar.js';
import { lines } from '../holders.fixture.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';
import { bad, CONFIRM, correcting, failed, knockedOut, propose } from './rejected.fixture.js';

describe('a decision that is overturned', () => {
  const assign = (auditorId: string, firmId: string) =>
    ({ type: 'assign-auditor', auditorId, firmId }) as const;

  it('goes back to the review, and nobody reviews before there is a new auditor of another firm', () => {
    const walk = correcting().appealed().decideAppeal('overturned');
    expect(walk.state).toMatchObject({
      at: 'ASSESSMENT_REVIEW',
      correctiveActions: {},
      audit: { phase: 'submitted', former: [{ personId: 'chan' }], excluded: [{ personId: 'chan' }] },
    });
    expect(lines(walk)).toEqual(['officer office assign-auditor escalation']);
    expect(walk.refused({ type: 'pass-review' }, 'reviewer').code).toBe('auditor-missing');
    expect(walk.refused({ type: 'require-corrective-actions' }, 'reviewer').code).toBe('auditor-missing');
    expect(walk.refused(assign('chan', 'firm-1'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.refused(assign('vichet', 'firm-1'), 'officer').code).toBe('segregation-of-duties');
    walk.must(assign('mony', 'firm-2'), 'officer');
    expect(lines(walk)).toEqual(['reviewer office review-assessment escalation']);
    walk.must({ type: 'return-to-auditor', items: ['CD-01'] }, 'reviewer2');
    expect(walk.state.audit.auditor?.personId).toBe('mony');
    expect(walk.refused(assign('mony', 'firm-2'), 'officer').code).toBe('stage-does-not-allow');
  });

  it('is audited anew when the panel says so, all of it and by another firm', () => {
    const walk = failed().appealed().decideAppeal('overturned', true);
    expect(walk.moves.slice(-2)).toEqual([
      { from: 'APPEAL', event: 'overturned', to: 'ASSESSMENT_REVIEW' },
      { from: 'ASSESSMENT_REVIEW', event: 'return_to_auditor', to: 'IN_ASSESSMENT' },
    ]);
    expect(walk.state).toMatchObject({
      at: 'IN_ASSESSMENT',
      audit: { phase: 'unassigned', findings: [], reopenedItems: [] },
    });
    expect(walk.state.closedReason).toBeUndefined();
    expect(walk.refused(assign('chan', 'firm-1'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.must(assign('mony', 'firm-2'), 'officer').state.audit.phase).toBe('assigned');
  });

  it('in screening goes on where there was nothing yet: with the audit and the checks', () => {
    const walk = knockedOut().appealed().decideAppeal('overturned');
    expect(walk.state).toMatchObject({ at: 'IN_ASSESSMENT', audit: { phase: 'unassigned' } });
    expect(walk.state.checks).toMatchObject({ 'vat-tin': { verdict: 'PENDING' } });
    walk.checks().must(assign('mony', 'firm-2'), 'officer');
    expect(Object.values(walk.state.checks).every(({ verdict }) => verdict === 'PASS')).toBe(true);
  });

  it('for zero tolerance has its alert judged anew', () => {
    const walk = bad('SL-02').toReview();
    walk.must({ type: 'confirm-zero-tolerance', itemId: 'SL-02' }, 'reviewer').appealed();
    walk.decideAppeal('overturned').must(assign('mony', 'firm-2'), 'officer');
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'provisional' });
    walk.must({ type: 'dismiss-zero-tolerance', itemId: 'SL-02' }, 'reviewer2');
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'dismissed' });
  });

  it('is judged anew by nobody who made it or sat on the panel, whatever the verdict', () => {
    const walk = failed().appealed().decideAppeal('overturned').must(assign('mony', 'firm-2'), 'officer');
    const code = 'segregation-of-duties';
    for (const who of ['reviewer', 'panelist'] as const) {
      expect(walk.refused({ type: 'pass-review' }, who).code).toBe(code);
      expect(walk.refused({ type: 'return-to-auditor', items: ['CD-01'] }, who).code).toBe(code);
      expect(walk.refused(propose('grade'), who).code).toBe(code);
    }
    walk.must(propose('grade'), 'reviewer2');
    expect(walk.refused(CONFIRM, 'officer').code).toBe(code);
    expect(walk.refused(CONFIRM, 'panelist2').code).toBe(code);
    expect(walk.must(CONFIRM, 'officer2').state.at).toBe('REJECTED');
  });

  it('in a renewal is audited in full', () => {
    const walk = new Walk().toDecision().approve().wait(650).next();
    walk
      .answer({ 'HS-03': NONCONFORM, 'HS-04': NONCONFORM, 'SL-03': NONCONFORM, 'SL-05': NONCONFORM })
      .toReview();
    walk.must({ type: 'require-corrective-actions' }, 'reviewer').appealed().decideAppeal('overturned', true);
    expect(walk.state.renewal).toEqual({ pilotAccepted: true, audit: 'full' });
  });

  it('that was a suspension keeps what the term is watched by, and no approval counts again unasked', () => {
    const walk = new Walk();
    walk.certificateEnds = addDays(walk.now, 700);
    walk.toDecision().approve().wait(10);
    const kinds = ['certificate', 'scorecard', 'surveillance'];
    const watched = () =>
      walk.state.deadlines
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ key, dueAt }) => [key, dueAt])
        .sort();
    const before = watched();
    expect(before.map(([key]) => key)).toEqual(['certificate', 'scorecard:buyer-1', 'surveillance']);
    walk.must({ type: 'report-change', change: 'workforce' }, 'supplier').checks();
    walk
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.appealed().decideAppeal('overturned');
    expect(watched()).toEqual(before);
    walk.must(assign('mony', 'firm-2'), 'officer').must({ type: 'renew' }, 'reviewer2');
    expect(watched()).toEqual(before);
    expect(walk.state.approvals['buyer-1']).toMatchObject({ phase: 'approved', awaitsBuyerSince: walk.now });
    expect(walk.state.deadlines.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['approval-confirmation:buyer-1', 'change-review:workforce']),
    );
  });

  it('that was a suspension of a conditional grade D gives back a full qualification of the grade as it is now', () => {
    const walk = new Walk().toDecision().approve(true);
    const { validity } = walk.state;
    if (!validity) throw new Error('approved, and yet not valid');
    walk.state = { ...walk.state, validity: { ...validity, grade: 'D' } };
    walk.wait(170);
    walk
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.appealed().wait(30).decideAppeal('overturned').must(assign('mony', 'firm-2'), 'officer');
    walk.must({ type: 'renew' }, 'reviewer2').wait(1);
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', validity: { grade: 'A' } });
    expect(walk.state.condition).toBeUndefined();
  });

  it.each(['SUSPENDED', 'REVOKED'] as const)('that was %s gives back what was left of the term', (at) => {
    const walk = new Walk().toDecision().approve();
    const until = walk.state.validity?.until;
    walk.state = { ...walk.state, at, enteredAt: walk.now };
    walk.appealed().decideAppeal('overturned').must(assign('mony', 'firm-2'), 'officer');
    expect(walk.state.deadlines.some(({ kind }) => kind === 'validity')).toBe(false);
    walk.must({ type: 'renew' }, 'reviewer2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', validity: { until } });
    expect(walk.state.deadlines.find(({ kind }) => kind === 'validity')?.dueAt).toBe(until);
  });
});
