import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays, addMonths } from '../calendar.js';
import type { Grade } from '../case-state.js';
import { validUntil } from './qualified.js';
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

  it('is six months for others to rely on when it is conditional, and measured by its grade behind that', () => {
    const walk = qualified(true);
    expect(validUntil(walk.state)).toBe(addMonths(walk.now, 6));
    expect(walk.state.validity?.until).toBe(addMonths(walk.now, 24));
    const poor = graded('D').approve(true);
    expect(poor.state.validity?.until).toBe(addMonths(poor.now, 12));
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

  it('ends with a lapse', () => {
    const walk = qualified();
    const end = walk.state.validity?.until ?? '';
    const days = (Date.parse(end) - Date.parse(walk.now)) / 86_400_000;
    expect(walk.wait(days - 0.01).state.over).toBe(false);
    expect(ballHolders(walk.state)).toContainEqual(
      expect.objectContaining({ what: 'renew-qualification', dueAt: end, otherwise: 'lapse' }),
    );
    expect(walk.wait(0.01).state).toMatchObject({ at: 'EXPIRED', closedReason: 'time-ran-out', over: true });
  });

  it('of a conditional one of before conditions had a deadline still ends after its six months', () => {
    const walk = qualified(true);
    const until = addMonths(walk.now, 6);
    const old = {
      key: 'validity',
      kind: 'validity',
      subject: '',
      startedAt: walk.now,
      dueAt: until,
    } as const;
    const deadline = {
      ...old,
      steps: [{ at: until, step: 'expire' as const }],
      extended: false,
      calendarMissing: false,
    };
    walk.state = { ...walk.state, validity: { grade: 'A', from: walk.now, until }, deadlines: [deadline] };
    walk.must({ ...RERUN, check: 'certificates' }, 'supplier').checks();
    expect(walk.state.validity?.until).toBe(until);
    expect(walk.wait(183).state).toMatchObject({ at: 'EXPIRED', over: true });
  });

  it('that ends takes approvals with it', () => {
    const walk = new Walk().toDecision().approve().must({ type: 'request-approval' }, 'requester2');
    const { audit } = walk.state;
    walk.wait(800);
    expect(walk.state).toMatchObject({
      at: 'EXPIRED',
      approvals: { 'buyer-1': { phase: 'expired' }, 'buyer-2': { phase: 'ended' } },
      audit,
    });
  });
});

describe('a downgrade', () => {
  it('makes a qualification conditional for six months and leaves its validity as it is', () => {
    const walk = qualified();
    const { validity } = walk.state;
    walk.wait(10).must(DOWNGRADE, 'officer');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED_CONDITIONAL', validity });
    expect(validUntil(walk.state)).toBe(addMonths(walk.now, 6));
    expect(walk.refused(DOWNGRADE, 'officer').code).toBe('stage-does-not-allow');
    expect(qualified().refused(DOWNGRADE, 'requester').code).toBe('role-not-allowed');
  });

  it('never makes a qualification longer', () => {
    const walk = certified(60);
    expect(validUntil(walk.must(DOWNGRADE, 'reviewer').state)).toBe(addDays(walk.now, 90));
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
    expect(walk.state.deadlines.some((d) => d.kind === 'condition')).toBe(false);
    expect(walk.refused(MEET, 'reviewer').code).toBe('stage-does-not-allow');
  });

  it('remind 30, 14, 7 and 1 days before they are due, and suspend then', () => {
    const walk = conditional();
    const { dueAt = '' } = walk.state.deadlines.find((d) => d.kind === 'condition') ?? {};
    expect(dueAt).toBe(addMonths(walk.now, 6));
    expect(ballHolders(walk.state)).toContainEqual(
      expect.objectContaining({ role: 'supplier', what: 'close-conditions', otherwise: 'suspension', dueAt }),
    );
    walk.wait(190);
    const reminded = walk.entries.flatMap(({ events, occurredAt }) =>
      events
        .filter(({ params }) => params['deadline'] === 'condition')
        .map(() => Math.round((Date.parse(dueAt) - Date.parse(occurredAt)) / 86_400_000)),
    );
    expect(reminded).toEqual([30, 14, 7, 1]);
    expect(walk.state).toMatchObject({
      at: 'SUSPENDED',
      suspension: { cause: 'condition-overdue', origin: 'QUALIFIED_CONDITIONAL', since: dueAt },
    });
    expect(walk.moves.at(-1)).toMatchObject({ event: 'timer', to: 'SUSPENDED' });
    const propose = { type: 'propose-reinstatement' } as const;
    expect(walk.refused(propose, 'officer')).toEqual({ code: 'cause-open', items: ['CD-01'] });
    walk.correct('CD-01').verify('CD-01');
    walk.must(propose, 'officer').must({ type: 'confirm-reinstatement' }, 'officer2');
    expect(walk.state.at).toBe('QUALIFIED');
  });

  it('are extended once, by three months at the most, and never beyond the validity', () => {
    const extend = (days: number) => ({ type: 'extend-deadline', deadline: 'condition', days }) as const;
    const walk = conditional();
    expect(walk.refused(extend(93), 'officer').code).toBe('deadline-not-extendable');
    walk.must(extend(92), 'officer');
    expect(walk.refused(extend(1), 'officer').code).toBe('deadline-not-extendable');
    expect(walk.wait(200).state.at).toBe('QUALIFIED_CONDITIONAL');
    expect(walk.wait(80).state.at).toBe('SUSPENDED');
    const short = certified(120).must(DOWNGRADE, 'officer');
    expect(short.refused(extend(1), 'officer').code).toBe('date-out-of-range');
  });

  it('are the reviewer’s to confirm when nothing is open any more', () => {
    expect(ballHolders(qualified(true).state)).toContainEqual(
      expect.objectContaining({ role: 'reviewer', what: 'confirm-conditions', otherwise: 'suspension' }),
    );
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
