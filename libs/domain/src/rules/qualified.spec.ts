import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays, addMonths } from '../calendar.js';
import type { Grade } from '../case-state.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const MEET = { type: 'meet-conditions' } as const;
const DOWNGRADE = { type: 'downgrade', reason: 'surveillance-score' } as const;
const RERUN = { type: 'rerun-check', check: 'certificates' } as const;
const qualified = (conditional = false): Walk => new Walk().toDecision().approve(conditional);
const certified = (days: number): Walk => {
  const walk = new Walk();
  walk.certificateEnds = addDays(walk.now, days);
  return walk.toDecision().scope('buyer-1', Math.min(days, 150)).approve();
};
const graded = (grade: Grade): Walk => {
  const walk = new Walk().toDecision();
  const current = { grade, total: 75, outcome: 'pass' } as const;
  walk.state = { ...walk.state, audit: { ...walk.state.audit, current } };
  return walk;
};

describe('the validity of a qualification', () => {
  it.each([
    ['A', 24],
    ['B', 18],
    ['C', 12],
  ] as const)('of grade %s is %i months', (grade, months) => {
    const walk = graded(grade).approve();
    expect(walk.state.validity).toEqual({ grade, from: walk.now, until: addMonths(walk.now, months) });
  });

  it('is six months when it is conditional', () => {
    const walk = qualified(true);
    expect(walk.state.validity?.until).toBe(addMonths(walk.now, 6));
  });

  it('is cut to the end of the earliest mandatory certificate and its grace', () => {
    const walk = certified(200);
    expect(walk.state.validity?.until).toBe(addDays(walk.now, 230));
  });

  it('is not cut by a certificate that an officer waived', () => {
    const walk = new Walk();
    walk.certificateEnds = addDays(walk.now, 200);
    walk.checkVerdicts = { certificates: 'FAIL' };
    walk.toReview().must({ type: 'resolve-check', check: 'certificates', verdict: 'WAIVED' }, 'officer');
    walk
      .must({ type: 'pass-review' }, 'reviewer')
      .must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    walk.place('p1').inspect('p1', 1, 0).inspect('p1', 2, 0).approve();
    expect(walk.state.validity?.until).toBe(addMonths(walk.now, 24));
  });

  it.each([false, true])('ends with a lapse (conditional: %s)', (conditional) => {
    const walk = qualified(conditional);
    const end = walk.state.validity?.until ?? '';
    const days = (Date.parse(end) - Date.parse(walk.now)) / 86_400_000;
    expect(walk.wait(days - 0.01).state.over).toBe(false);
    expect(ballHolders(walk.state)).toMatchObject([
      { what: 'renew-qualification', dueAt: end, otherwise: 'lapse' },
    ]);
    expect(walk.wait(0.01).state).toMatchObject({ at: 'EXPIRED', closedReason: 'time-ran-out', over: true });
  });

  it('that ends takes approvals with it', () => {
    const walk = new Walk().toDecision().scope('buyer-1', 729).approve();
    const { audit } = walk.state;
    walk.must(DOWNGRADE, 'officer').wait(200);
    expect(walk.state).toMatchObject({ at: 'EXPIRED', approvals: { 'buyer-1': { phase: 'ended' } }, audit });
  });
});

describe('a mandatory certificate', () => {
  it('warns when it ends, and downgrades the qualification after 30 days of grace', () => {
    const walk = certified(100);
    // The validity was cut to this very instant; without it the grace shows what it does by itself.
    walk.state = { ...walk.state, deadlines: walk.state.deadlines.filter((d) => d.kind !== 'validity') };
    expect(walk.wait(99.9).state.checks.certificates?.verdict).toBe('PASS');
    expect(walk.wait(0.1).state).toMatchObject({
      at: 'QUALIFIED',
      checks: { certificates: { verdict: 'WARN' } },
    });
    expect(walk.wait(29.9).state.at).toBe('QUALIFIED');
    expect(walk.wait(0.1).state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      checks: { certificates: { verdict: 'FAIL' } },
    });
    expect(walk.entries.at(-1)?.events.map((e) => e.type)).toEqual([
      'check-resolved',
      'qualification-downgraded',
    ]);
  });

  it('that is renewed stops the old clock', () => {
    const walk = certified(100).wait(110);
    walk.certificateEnds = addDays(walk.now, 400);
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.checks.certificates).toMatchObject({
      verdict: 'PASS',
      expiresAt: walk.certificateEnds,
    });
    expect(walk.state.deadlines.find((d) => d.kind === 'certificate')?.dueAt).toBe(walk.certificateEnds);
  });

  it('that is renewed gives the qualification its full time again', () => {
    const walk = certified(100);
    const { validity } = walk.state;
    expect(validity?.until).toBe(addDays(walk.now, 130));
    walk.certificateEnds = addDays(walk.now, 2000);
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.validity).toEqual({ ...validity, until: addMonths(validity?.from ?? '', 24) });
    expect(walk.state.deadlines.find((d) => d.kind === 'validity')?.dueAt).toBe(walk.state.validity?.until);
  });

  it('that is not renewed ends the qualification with its grace', () => {
    expect(certified(100).wait(130).state).toMatchObject({ at: 'EXPIRED', over: true });
  });

  it('that is taken away does not stop the clock', () => {
    const walk = certified(100).wait(90);
    walk.certificateEnds = undefined;
    walk.checkVerdicts = { certificates: 'FAIL' };
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.deadlines.some((d) => d.kind === 'certificate')).toBe(true);
  });

  it('keeps its clock while any other check runs again', () => {
    const walk = certified(100);
    const before = walk.state.deadlines;
    walk.must({ ...RERUN, check: 'vat-tin' }, 'supplier').checks();
    expect(walk.state.deadlines).toEqual(before);
  });

  it('that ends while its check runs waits for the result', () => {
    const walk = certified(100).wait(99).must(RERUN, 'supplier').wait(2);
    expect(walk.state.checks.certificates?.verdict).toBe('PENDING');
    walk.certificateEnds = addDays(walk.now, 400);
    expect(walk.checks().state.checks.certificates?.verdict).toBe('PASS');
  });
});

describe('a downgrade', () => {
  it('makes a qualification conditional and cuts it to six months', () => {
    const walk = qualified().must(DOWNGRADE, 'officer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      validity: { until: addMonths(walk.now, 6) },
    });
    expect(walk.refused(DOWNGRADE, 'officer').code).toBe('stage-does-not-allow');
    expect(qualified().refused(DOWNGRADE, 'requester').code).toBe('role-not-allowed');
  });

  it('never makes a qualification longer', () => {
    const walk = certified(60);
    expect(walk.must(DOWNGRADE, 'reviewer').state.validity?.until).toBe(addDays(walk.now, 90));
  });
});

describe('conditions', () => {
  const conditional = (): Walk => {
    const walk = new Walk()
      .answer({ 'CD-01': NONCONFORM })
      .toReview()
      .must({ type: 'require-corrective-actions' }, 'reviewer');
    walk.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
    walk
      .must({ type: 'accept-corrective-plan' }, 'reviewer')
      .must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    return walk.place('p1').inspect('p1', 1, 0).inspect('p1', 2, 0).approve(true);
  };

  it('are met when nothing is open, and give the full validity of the grade as it is now', () => {
    const walk = conditional();
    expect(walk.refused(MEET, 'reviewer')).toEqual({ code: 'conditions-open', items: ['CD-01'] });
    walk.correct('CD-01').verify('CD-01');
    const from = walk.state.validity?.from ?? '';
    walk.wait(30).must(MEET, 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      validity: { grade: 'A', from, until: addMonths(from, 24) },
    });
    expect(walk.state.deadlines.find((d) => d.kind === 'validity')?.dueAt).toBe(addMonths(from, 24));
    expect(walk.refused(MEET, 'reviewer').code).toBe('stage-does-not-allow');
  });

  it('are not met while a check failed, or has no result', () => {
    const walk = qualified(true).must({ ...RERUN, check: 'patent-tax' }, 'supplier');
    expect(walk.refused(MEET, 'reviewer')).toEqual({ code: 'conditions-open', items: ['patent-tax'] });
    walk.checkVerdicts = { 'patent-tax': 'FAIL' };
    expect(walk.checks().refused(MEET, 'reviewer').items).toEqual(['patent-tax']);
  });

  it('are not met with a grade D, nor judged by the auditor’s side', () => {
    const walk = graded('D').approve(true);
    expect(walk.refused(MEET, 'reviewer').code).toBe('grade-too-low');
    expect(qualified(true).refused(MEET, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(qualified(true).refused(MEET, 'officer').code).toBe('role-not-allowed');
  });
});

describe('a withdrawal entered for the supplier', () => {
  const withdraw = { type: 'withdraw', reason: 'other' } as const;

  it('is marked as such, as long as nothing is qualified', () => {
    const walk = new Walk().toAssessment().must(withdraw, 'officer');
    expect(walk.entries.at(-1)).toMatchObject({ onBehalf: true });
  });

  it('is refused once the case is qualified: that would be a revocation by one person', () => {
    const walk = new Walk().toDecision().approve();
    expect(walk.refused(withdraw, 'officer').code).toBe('role-not-allowed');
    expect(walk.must(withdraw, 'supplier').state.at).toBe('WITHDRAWN');
  });
});
