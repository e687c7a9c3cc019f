import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { AUDIT, openPapers } from '../papers.js';
import { CONFORM, NONCONFORM, Walk } from '../walk.fixture.js';

const PASS = { type: 'pass-review' } as const;
const CORRECT = { type: 'require-corrective-actions' } as const;
const CONFIRM = { type: 'confirm-rejection' } as const;
const DISMISS = { type: 'dismiss-rejection' } as const;
const propose = (reason: 'grade' | 'failed-check' | 'forged-document') =>
  ({ type: 'propose-rejection', reason }) as const;
const back = (...items: string[]) => ({ type: 'return-to-auditor', items }) as const;
const bad = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])));
/** Four open criticals: grade E. */
const hopeless = (): Walk => bad('BL-01', 'BL-02', 'SL-03', 'SL-05').toReview();

describe('the review', () => {
  it('passes a grade A to C and remembers who signed', () => {
    const walk = new Walk().toReview().must(PASS, 'reviewer');
    expect(walk.state).toMatchObject({ at: 'PILOT_READY', reviewers: [{ personId: 'rith' }] });
    expect(walk.state.deadlines.map((d) => d.key)).toEqual(['pilot-match']);
  });

  it('is not for the auditor’s side, nor for an officer', () => {
    const walk = new Walk().toReview();
    expect(walk.refused(PASS, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(CORRECT, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(back('BL-01'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(PASS, 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(PASS, 'officer').code).toBe('role-not-allowed');
  });

  it('does not pass a grade D, which may be corrected', () => {
    const walk = bad('BL-01').toReview();
    expect(walk.refused(PASS, 'reviewer').code).toBe('grade-too-low');
    expect(walk.must(CORRECT, 'reviewer').state.at).toBe('CAP_OPEN');
  });

  it('does not correct a grade E, nor where there is nothing to correct', () => {
    expect(hopeless().refused(CORRECT, 'reviewer').code).toBe('grade-too-low');
    expect(new Walk().toReview().refused(CORRECT, 'reviewer').code).toBe('nothing-to-correct');
  });

  it('waits for checks, and a failed one blocks it', () => {
    const walk = new Walk();
    walk.checkVerdicts = { 'patent-tax': 'FAIL' };
    walk.toReview();
    expect(walk.refused(PASS, 'reviewer')).toEqual({ code: 'check-failed', items: ['patent-tax'] });
    walk.must({ type: 'rerun-check', check: 'patent-tax' }, 'supplier');
    expect(walk.refused(PASS, 'reviewer')).toEqual({ code: 'check-running', items: ['patent-tax'] });
    walk.checkVerdicts = {};
    expect(walk.checks().must(PASS, 'reviewer').state.at).toBe('PILOT_READY');
  });
});

describe('a return to the auditor', () => {
  it('reopens the named items and no others', () => {
    const walk = bad('CD-01').toReview().must(back('CD-01', 'BL-01'), 'reviewer');
    expect(walk.state).toMatchObject({ at: 'IN_ASSESSMENT', audit: { phase: 'in-progress', returns: 1 } });
    expect(openPapers(walk.state).filter((p) => p.paper === AUDIT)).toMatchObject([
      { paper: AUDIT, personId: 'chan', items: ['CD-01', 'BL-01'] },
    ]);
    walk.answer({ 'CD-01': CONFORM }).must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state).toMatchObject({ at: 'ASSESSMENT_REVIEW', audit: { findings: [], reopenedItems: [] } });
  });

  it('happens twice at most', () => {
    const walk = new Walk().toReview();
    for (let i = 0; i < 2; i += 1)
      walk.must(back('BL-01'), 'reviewer').must({ type: 'submit-audit' }, 'auditor');
    expect(walk.refused(back('BL-01'), 'reviewer').code).toBe('returns-exhausted');
    expect(walk.must(PASS, 'reviewer').state.at).toBe('PILOT_READY');
  });

  it('names items that the case is asked', () => {
    const walk = new Walk().toReview();
    expect(walk.refused(back(), 'reviewer').code).toBe('not-applicable-here');
    expect(walk.refused(back('BL-01', 'XX-99'), 'reviewer')).toEqual({
      code: 'not-applicable-here',
      items: ['XX-99'],
    });
  });

  it('stays with its items when the auditor changes', () => {
    const walk = new Walk().toReview().must(back('BL-01'), 'reviewer');
    walk.must({ type: 'withdraw-from-audit', reason: 'conflict' }, 'auditor');
    walk.must({ type: 'assign-auditor', auditorId: 'mony', firmId: 'firm-2' }, 'officer');
    walk
      .must({ type: 'propose-visit', dates: [walk.date(5)] }, 'auditor2')
      .wait(5)
      .must({ type: 'start-audit' }, 'auditor2');
    expect(openPapers(walk.state).filter((p) => p.paper === AUDIT)).toMatchObject([
      { paper: AUDIT, personId: 'mony', items: ['BL-01'] },
    ]);
  });
});

describe('a rejection after the review', () => {
  it('takes two persons', () => {
    const walk = hopeless().must(propose('grade'), 'reviewer');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
    expect(ballHolders(walk.state).map((h) => h.what)).toEqual(['confirm-rejection']);
    expect(walk.refused(CONFIRM, 'reviewer').code).toBe('same-person');
    expect(walk.refused(CONFIRM, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(propose('grade'), 'reviewer2').code).toBe('rejection-pending');
    expect(walk.refused(PASS, 'reviewer2').code).toBe('rejection-pending');
    walk.must(CONFIRM, 'officer');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'grade', over: false });
  });

  it('may be dismissed by the second person, and the review goes on', () => {
    const walk = hopeless().must(propose('grade'), 'reviewer');
    expect(walk.refused(DISMISS, 'reviewer').code).toBe('same-person');
    walk.must(DISMISS, 'reviewer2');
    expect(ballHolders(walk.state).map((h) => h.what)).toEqual(['review-assessment']);
    expect(walk.refused(CONFIRM, 'officer').code).toBe('rejection-not-proposed');
    expect(walk.must(back('BL-01'), 'reviewer').state.at).toBe('IN_ASSESSMENT');
  });

  it('needs its reason to be true', () => {
    expect(bad('BL-01').toReview().refused(propose('grade'), 'reviewer').code).toBe('grade-too-high');
    expect(hopeless().refused(propose('failed-check'), 'reviewer').code).toBe('not-applicable-here');
    expect(hopeless().refused(propose('forged-document'), 'reviewer').code).toBe('not-applicable-here');
    const screening = new Walk()
      .must({ type: 'submit-application' }, 'supplier')
      .must({ type: 'accept-application' }, 'officer');
    expect(screening.refused(propose('grade'), 'officer').code).toBe('not-applicable-here');
    expect(
      screening.must(propose('forged-document'), 'officer').must(CONFIRM, 'officer2').state,
    ).toMatchObject({ at: 'REJECTED', closedReason: 'forged-document' });
  });
});

describe('a rejected case', () => {
  it('stays open for the 15 days of its appeal window and the 90 of its cooling-off, and is over then', () => {
    const walk = hopeless().must(propose('grade'), 'reviewer').must(CONFIRM, 'officer');
    expect(walk.state.deadlines.map((d) => d.key)).toEqual(['appeal-window', 'cooling-off']);
    expect(ballHolders(walk.state)).toEqual([]);
    expect(walk.wait(15).state.deadlines.map((d) => d.key)).toEqual(['cooling-off']);
    expect(walk.wait(74.9).state.over).toBe(false);
    expect(walk.wait(0.1).state).toMatchObject({ at: 'REJECTED', over: true, deadlines: [] });
    expect(walk.refused({ type: 'advance-clock' }, 'system').code).toBe('stage-does-not-allow');
  });
});
