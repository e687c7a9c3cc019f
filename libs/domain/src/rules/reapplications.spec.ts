import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '../calendar.js';
import { refusedNext } from '../linked.fixture.js';
import { NONCONFORM, OPEN, Walk } from '../walk.fixture.js';

const WAIVE = { type: 'waive-cooling-off', reason: 'cause-closed', noteId: 'note' } as const;
const qualified = (): Walk => new Walk().toDecision().approve();

describe('applying again', () => {
  const rejected = (): Walk =>
    new Walk()
      .must({ type: 'submit-application' }, 'supplier')
      .must({ type: 'accept-application' }, 'officer')
      .must({ type: 'propose-rejection', reason: 'forged-document' }, 'officer')
      .must({ type: 'confirm-rejection' }, 'officer2');
  const revoked = (closedReason: string): Walk => {
    const walk = qualified();
    walk.state = { ...walk.state, at: 'REVOKED', enteredAt: walk.now, closedReason };
    return walk;
  };

  it('is possible at once after an end without blame', () => {
    const lapsed = qualified().wait(800);
    expect(lapsed.next().state).toMatchObject({ at: 'DRAFT', previousId: 'case' });
    expect(lapsed.next().state.renewal).toBeUndefined();
    expect(new Walk().must({ type: 'withdraw', reason: 'cost' }, 'supplier').next().state.at).toBe('DRAFT');
  });

  it('waits 90 days after a rejection, named or not', () => {
    const walk = rejected();
    const until = addDays(walk.state.enteredAt, 90);
    expect(refusedNext(walk)).toEqual({ code: 'cooling-off', items: [until] });
    expect(refusedNext(walk, { previousId: undefined })).toEqual({ code: 'cooling-off', items: [until] });
    expect(walk.wait(89.9).state.over).toBe(false);
    expect(refusedNext(walk).code).toBe('cooling-off');
    expect(walk.wait(0.1).state).toMatchObject({ over: true, deadlines: [] });
    expect(walk.entries.at(-1)?.events).toEqual([{ type: 'cooling-off-ended', params: {} }]);
    expect(walk.next().state.at).toBe('DRAFT');
  });

  it('is possible at once when an officer found the cause closed', () => {
    const walk = rejected();
    expect(walk.refused(WAIVE, 'reviewer').code).toBe('role-not-allowed');
    expect(walk.refused(WAIVE, 'supplier').code).toBe('role-not-allowed');
    walk.must(WAIVE, 'officer');
    expect(walk.refused(WAIVE, 'officer').code).toBe('not-applicable-here');
    expect(walk.state).toMatchObject({ at: 'REJECTED', over: false, coolingOffWaived: true });
    expect(walk.next().state.at).toBe('DRAFT');
    expect(walk.wait(15).state.over).toBe(true);
    const late = rejected().wait(20).must(WAIVE, 'officer');
    expect(late.state.over).toBe(true);
    expect(qualified().refused(WAIVE, 'officer').code).toBe('stage-does-not-allow');
  });

  it.each([
    ['critical-incident', 12],
    ['fraud-suspected', 36],
  ] as const)('waits for who left while suspended for %s, %i months', (cause, months) => {
    const walk = qualified()
      .must({ type: 'suspend', cause }, 'officer')
      .must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(refusedNext(walk)).toEqual({ code: 'cooling-off', items: [addMonths(walk.now, months)] });
  });

  it('waits as long for who was suspended when the qualification ran out', () => {
    const walk = qualified().wait(725).must({ type: 'suspend', cause: 'fraud-suspected' }, 'officer');
    walk.must({ type: 'confirm-suspension' }, 'officer2').wait(10);
    expect(walk.state.at).toBe('EXPIRED');
    expect(refusedNext(walk)).toEqual({
      code: 'cooling-off',
      items: [addMonths(walk.state.enteredAt, 36)],
    });
  });

  it('renews nothing: its plan of correction is accepted, and an appeal that is overturned restores it', () => {
    const walk = rejected().wait(90).next();
    walk.answer({ 'CD-01': NONCONFORM }).toReview();
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    walk.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
    expect(walk.must({ type: 'accept-corrective-plan' }, 'reviewer').state.at).toBe('PILOT_READY');
    const suspended = rejected().wait(90).next().toDecision().approve();
    suspended.state = { ...suspended.state, at: 'SUSPENDED', enteredAt: suspended.now };
    suspended.appealed().decideAppeal('overturned');
    suspended.must({ type: 'assign-auditor', auditorId: 'mony', firmId: 'firm-2' }, 'officer');
    expect(suspended.must({ type: 'renew' }, 'reviewer2').state.at).toBe('QUALIFIED');
  });

  it.each([
    ['critical-incident', 12],
    ['fraud', 36],
  ] as const)('waits after a revocation for %s %i months', (cause, months) => {
    const walk = revoked(cause);
    expect(refusedNext(walk)).toEqual({ code: 'cooling-off', items: [addMonths(walk.now, months)] });
    walk.now = addMonths(walk.now, months);
    expect(walk.next().state.at).toBe('DRAFT');
  });

  it('goes by the longest that runs', () => {
    const walk = new Walk();
    walk.former = [revoked('fraud').state, rejected().state];
    walk.state = { ...walk.state, seq: 0 };
    const refusal = walk.refused({ ...OPEN, category: 'TRIMS' }, 'supplier');
    expect(refusal).toEqual({ code: 'cooling-off', items: [addMonths(walk.former[0]?.enteredAt ?? '', 36)] });
  });

  it('is no way round a decision under appeal: leaving in its midst does not shorten the time', () => {
    const walk = rejected().wait(3).appealed();
    const until = addDays(walk.state.appeal?.decisionAt ?? '', 90);
    walk.must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(walk.state).toMatchObject({ at: 'WITHDRAWN', over: true, closedReason: 'forged-document' });
    expect(refusedNext(walk)).toEqual({ code: 'cooling-off', items: [until] });
  });
});
