import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const confirm = (itemId: string) => ({ type: 'confirm-zero-tolerance', itemId }) as const;
const dismiss = (itemId: string) => ({ type: 'dismiss-zero-tolerance', itemId }) as const;
const found = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(items.map((item) => [item, NONCONFORM]))).toReview();

describe('a zero-tolerance finding', () => {
  it('is provisional and holds the join until somebody has judged it', () => {
    const walk = found('SL-02');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'provisional' });
    expect(ballHolders(walk.state)).toMatchObject([
      { role: 'reviewer', what: 'confirm-zero-tolerance', otherwise: 'escalation' },
    ]);
  });

  it('rejects the case when a second reviewer confirms it', () => {
    const walk = found('SL-02').must(confirm('SL-02'), 'reviewer');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'zero-tolerance', over: false });
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'confirmed' });
  });

  it('counts as a critical finding when it is dismissed', () => {
    const walk = found('SL-02').must(dismiss('SL-02'), 'reviewer');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
    expect(walk.state.audit.current?.grade).toBe('D');
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(walk.state.correctiveActions).toMatchObject({ 'SL-02': { severity: 'critical' } });
  });

  it('waits for every one of several', () => {
    const walk = found('SL-02', 'HS-01').must(dismiss('SL-02'), 'reviewer');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.state.deadlines.map((d) => d.key)).toEqual(['zero-tolerance']);
    walk.must(dismiss('HS-01'), 'reviewer2');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
    expect(walk.state.deadlines.map((d) => d.key)).toEqual(['review']);
  });

  it('is not judged by the auditor’s side, nor by anybody but a reviewer', () => {
    const walk = found('SL-02');
    expect(walk.refused(confirm('SL-02'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(dismiss('SL-02'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(walk.refused(confirm('SL-02'), 'auditor').code).toBe('role-not-allowed');
    expect(walk.refused(confirm('SL-02'), 'officer').code).toBe('role-not-allowed');
  });

  it('is judged once, and only where there is one', () => {
    const walk = found('SL-02', 'HS-01').must(dismiss('SL-02'), 'reviewer');
    expect(walk.refused(confirm('SL-02'), 'reviewer')).toEqual({
      code: 'zero-tolerance-unknown',
      items: ['SL-02'],
    });
    expect(walk.refused(confirm('BL-01'), 'reviewer').code).toBe('zero-tolerance-unknown');
  });

  it('stays dismissed when the reviewer sends the audit back', () => {
    const walk = found('SL-02').must(dismiss('SL-02'), 'reviewer');
    walk
      .must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer')
      .must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
    expect(walk.state.audit.zeroTolerance).toEqual({ 'SL-02': 'dismissed' });
  });
});
