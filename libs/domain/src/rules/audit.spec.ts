import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays } from '../calendar.js';
import { AUDIT } from '../papers.js';
import { NONCONFORM, PEOPLE, Walk, type Who } from '../walk.fixture.js';

const assign = (who: Who) =>
  ({ type: 'assign-auditor', auditorId: PEOPLE[who].personId, firmId: PEOPLE[who].organisationId }) as const;
const reassign = (who: Who) => ({ ...assign(who), type: 'reassign-auditor' }) as const;
const propose = (walk: Walk, ...days: number[]) =>
  ({ type: 'propose-visit', dates: days.map((d) => walk.date(d)) }) as const;
const DENIED = { type: 'abort-audit', reason: 'access-denied' } as const;
const PRESSED = { type: 'withdraw-from-audit', reason: 'pressure' } as const;
const assessed = (): Walk => new Walk().toAssessment();
const assigned = (): Walk => assessed().must(assign('auditor'), 'officer');
const proposed = (): Walk => {
  const walk = assigned();
  return walk.must(propose(walk, 5, 6), 'auditor');
};
const deadlines = (walk: Walk): readonly string[] => walk.state.deadlines.map((d) => d.key).sort();
const holder = (walk: Walk): string | undefined =>
  ballHolders(walk.state).find((h) => h.role !== 'system')?.what;

describe('the assignment of an auditor', () => {
  it('gives the audit to one person of one firm', () => {
    const walk = assigned();
    expect(walk.state.audit).toMatchObject({
      phase: 'assigned',
      auditor: { personId: 'chan', organisationId: 'firm-1' },
    });
    expect(deadlines(walk)).toEqual(['assignment-answer', 'audit-visit']);
    expect(walk.refused(assign('auditor2'), 'officer').code).toBe('stage-does-not-allow');
    expect(walk.refused(propose(walk, 5), 'auditor2').code).toBe('not-assigned');
    expect(walk.refused(propose(walk, 5), 'colleague').code).toBe('not-assigned');
  });

  it('is the office’s to make', () => {
    expect(assessed().refused(assign('auditor'), 'auditor').code).toBe('role-not-allowed');
    expect(assessed().refused(assign('auditor'), 'supplier').code).toBe('role-not-allowed');
  });

  it('is refused for a person who does not audit for that firm', () => {
    const elsewhere = { ...assign('auditor'), firmId: 'firm-2' };
    expect(assessed().refused(elsewhere, 'officer')).toEqual({
      code: 'person-not-eligible',
      items: ['chan'],
    });
    expect(assessed().refused(assign('requester'), 'officer').code).toBe('person-not-eligible');
  });

  it('is refused for somebody who works for a supplier', () => {
    expect(assessed().refused(assign('supplierAsAuditor'), 'officer')).toEqual({
      code: 'segregation-of-duties',
      items: ['sokha'],
    });
  });

  it('is refused for a reviewer of the same case', () => {
    const walk = new Walk().toReview().must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer');
    expect(walk.refused(reassign('reviewerAsAuditor'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.must(reassign('auditor2'), 'officer').state.audit.auditor?.personId).toBe('mony');
  });
});

describe('an auditor who leaves', () => {
  it('declines, and neither the person nor the firm comes back', () => {
    const walk = assigned().must({ type: 'decline-assignment', reason: 'conflict' }, 'auditor');
    expect(walk.state.audit.phase).toBe('unassigned');
    expect(walk.refused(assign('auditor'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.refused(assign('colleague'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.must(assign('auditor2'), 'officer').state.audit.phase).toBe('assigned');
  });

  it('is reassigned, and the new one starts over', () => {
    const walk = proposed().must(reassign('auditor2'), 'officer');
    expect(walk.state.audit).toMatchObject({
      phase: 'assigned',
      proposedDates: [],
      auditor: { personId: 'mony' },
    });
    expect(deadlines(walk)).toEqual(['assignment-answer', 'audit-visit']);
    expect(walk.refused({ type: 'decline-assignment', reason: 'capacity' }, 'auditor').code).toBe(
      'not-assigned',
    );
  });

  it('may not review what they audited once, under whatever hat', () => {
    const walk = new Walk().toAssessment().toAudit().must(reassign('auditor2'), 'officer').checks();
    walk.must(propose(walk, 5), 'auditor2').must({ type: 'accept-visit', date: walk.date(5) }, 'supplier');
    walk.must({ type: 'start-audit' }, 'auditor2').must({ type: 'submit-audit' }, 'auditor2');
    expect(walk.refused({ type: 'pass-review' }, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.must({ type: 'pass-review' }, 'reviewer').state.at).toBe('PILOT_READY');
  });

  it('withdraws under pressure: a matter for the office, and the firm is barred', () => {
    const walk = proposed().must(PRESSED, 'auditor');
    expect(walk.state.matters).toMatchObject([{ kind: 'pressure-on-auditor', subject: 'chan' }]);
    expect(walk.refused(assign('colleague'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.refused(PRESSED, 'auditor').code).toBe('not-assigned');
    expect(new Walk().toReview().refused(PRESSED, 'auditor').code).toBe('stage-does-not-allow');
  });
});

describe('the visit', () => {
  it('is agreed on a proposed date', () => {
    const walk = proposed();
    expect(walk.refused({ type: 'accept-visit', date: walk.date(9) }, 'supplier')).toEqual({
      code: 'date-not-proposed',
      items: [walk.date(9)],
    });
    expect(walk.refused({ type: 'start-audit' }, 'auditor').code).toBe('visit-not-agreed');
    walk.must({ type: 'accept-visit', date: walk.date(6) }, 'supplier');
    expect(walk.state.audit).toMatchObject({ phase: 'visit-agreed', visitDate: walk.date(6) });
    expect(walk.must({ type: 'start-audit' }, 'auditor').state.audit.phase).toBe('in-progress');
  });

  it('is proposed for days to come', () => {
    const walk = assigned();
    expect(walk.refused(propose(walk, 0, 61), 'auditor').items).toEqual([walk.date(0), walk.date(61)]);
    expect(walk.refused(propose(walk), 'auditor').code).toBe('date-out-of-range');
  });

  it('is on the first date still to come when the supplier says nothing for 5 days', () => {
    const walk = assigned();
    walk.must(propose(walk, 1, 8), 'auditor').wait(4.9);
    expect(walk.state.audit.phase).toBe('visit-proposed');
    const first = proposed().wait(5);
    expect(first.state.audit).toMatchObject({ phase: 'visit-agreed', visitDate: first.date(0) });
    walk.wait(0.1);
    expect(walk.state.audit.visitDate).toBe(walk.date(3));
  });

  it('may be refused once; the second refusal is a withdrawal', () => {
    const walk = proposed().must({ type: 'refuse-visit' }, 'supplier');
    expect(walk.state.audit).toMatchObject({ phase: 'assigned', visitRefusals: 1, proposedDates: [] });
    expect(walk.refused({ type: 'refuse-visit' }, 'supplier').code).toBe('stage-does-not-allow');
    walk.must(propose(walk, 9), 'auditor').must({ type: 'refuse-visit' }, 'supplier');
    expect(walk.state).toMatchObject({ at: 'WITHDRAWN', closedReason: 'visit-refused', over: true });
  });

  it('is rescheduled by the auditor or the office, and agreed anew', () => {
    const walk = proposed();
    walk.must({ type: 'accept-visit', date: walk.date(5) }, 'supplier');
    expect(walk.refused({ type: 'reschedule-visit', dates: [walk.date(9)] }, 'supplier').code).toBe(
      'role-not-allowed',
    );
    walk.must({ type: 'reschedule-visit', dates: [walk.date(9)] }, 'officer');
    expect(walk.state.audit).toMatchObject({ phase: 'visit-proposed', proposedDates: [walk.date(9)] });
    expect(walk.state.audit.visitDate).toBeUndefined();
    expect(holder(walk)).toBe('answer-visit-proposal');
  });

  it('is due 21 days after the assignment', () => {
    const walk = assigned();
    expect(walk.state.deadlines.find((d) => d.kind === 'audit-visit')?.dueAt).toBe(addDays(walk.now, 21));
  });

  it('that was denied at the gate counts as a critical finding', () => {
    const walk = assessed().toAudit().must(DENIED, 'auditor').checks();
    expect(walk.state.audit).toMatchObject({ phase: 'unassigned', accessDenied: 1 });
    walk.toAudit().must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.audit.current).toMatchObject({ grade: 'D', total: 100 });
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(walk.state.correctiveActions).toMatchObject({ 'access-denied': { severity: 'critical' } });
    walk.correct('access-denied').verify('access-denied');
    expect(walk.state.audit.current?.grade).toBe('A');
  });

  it('that was unsafe counts for nothing', () => {
    expect(
      assessed()
        .toAudit()
        .must({ ...DENIED, reason: 'unsafe' }, 'auditor').state.audit.accessDenied,
    ).toBe(0);
    expect(assigned().refused(DENIED, 'auditor').code).toBe('stage-does-not-allow');
  });
});

describe('the report', () => {
  it('is submitted when every item is answered', () => {
    const walk = new Walk().toReview();
    expect(walk.state.audit).toMatchObject({ phase: 'submitted', initial: { grade: 'A' }, findings: [] });
    expect(walk.refused({ type: 'submit-audit' }, 'auditor').code).toBe('stage-does-not-allow');
  });

  it('is refused with the items that lack an answer, or a reason', () => {
    const walk = assessed()
      .toAudit()
      .answer({ 'HS-03': { ...NONCONFORM, evidenceCount: 0, noteLength: 3 } });
    delete walk.papers['audit']?.['BL-02'];
    expect(walk.refused({ type: 'submit-audit' }, 'auditor')).toEqual({
      code: 'answers-missing',
      items: ['BL-02', 'HS-03'],
    });
    expect(walk.refused({ type: 'submit-audit' }, 'auditor2').code).toBe('not-assigned');
  });
});

describe('a change of auditors', () => {
  const other = { auditorId: 'mony', firmId: 'firm-2' };

  it('does not bar a firm that only has no time', () => {
    const walk = new Walk().toAssessment();
    const mine = { auditorId: 'chan', firmId: 'firm-1' };
    walk.must({ type: 'assign-auditor', ...mine }, 'officer');
    walk.must({ type: 'decline-assignment', reason: 'capacity' }, 'auditor');
    walk.must({ type: 'assign-auditor', ...mine }, 'officer');
    expect(walk.state.audit.auditor?.personId).toBe('chan');
  });

  it('gives corrective actions to another verifier after the submission, and the answers stand', () => {
    const walk = new Walk();
    walk.papers[AUDIT] = { ...walk.papers[AUDIT], 'BL-01': NONCONFORM };
    walk.toReview().must({ type: 'require-corrective-actions' }, 'reviewer');
    const findings = walk.state.audit.findings;
    walk.must({ type: 'reassign-auditor', ...other }, 'officer');
    expect(walk.state.audit).toMatchObject({ phase: 'submitted', findings, auditor: { personId: 'mony' } });
    walk.correct('BL-01');
    const verify = { type: 'verify-corrective-action', correctiveActionId: 'BL-01' } as const;
    expect(walk.refused(verify, 'auditor').code).toBe('not-assigned');
    expect(walk.verify('BL-01', 'auditor2').state.at).toBe('ASSESSMENT_REVIEW');
  });
});
