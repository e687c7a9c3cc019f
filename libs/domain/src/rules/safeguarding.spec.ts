import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addHours } from '../calendar.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const report = { type: 'report-child', noteId: 'note-1' } as const;
const safe = { type: 'mark-child-safe', noteId: 'note-2' } as const;
const confirm = { type: 'confirm-zero-tolerance', itemId: 'SL-01' } as const;
const dismiss = { type: 'dismiss-zero-tolerance', itemId: 'SL-01' } as const;
const found = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(['SL-01', ...items].map((item) => [item, NONCONFORM]))).toReview();
const duties = (walk: Walk): readonly string[] => ballHolders(walk.state).map(({ what }) => what);

describe('a child found at work', () => {
  it('is the office’s to make safe within 24 hours, and the case goes on as if nothing were', () => {
    const walk = found();
    expect(walk.state).toMatchObject({
      at: 'ASSESSMENT_REVIEW',
      safeguarding: { phase: 'unsafe', items: ['SL-01'], since: walk.now },
    });
    expect(ballHolders(walk.state)).toMatchObject([
      { what: 'mark-child-safe', role: 'officer', dueAt: addHours(walk.now, 24), otherwise: 'escalation' },
    ]);
    walk.wait(3);
    const told = walk.entries.flatMap(({ events }) => events).filter(({ type }) => type === 'escalated');
    expect(told.map(({ params }) => params['deadline'])).toEqual(Array(3).fill('safeguarding'));
  });

  it('keeps every verdict until it is safe', () => {
    const walk = found();
    for (const command of [
      confirm,
      dismiss,
      { type: 'pass-review' },
      { type: 'require-corrective-actions' },
      { type: 'return-to-auditor', items: ['BL-01'] },
      { type: 'propose-rejection', reason: 'grade' },
    ] as const)
      expect(walk.refused(command, 'reviewer').code).toBe('child-not-safe');
  });

  it('is marked safe by an officer, once', () => {
    const walk = found();
    for (const who of ['supplier', 'auditor', 'reviewer', 'requester'] as const)
      expect(walk.refused(safe, who).code).toBe('role-not-allowed');
    walk.must(safe, 'officer');
    expect(walk.state.safeguarding?.phase).toBe('safe');
    expect(walk.refused(safe, 'officer').code).toBe('not-applicable-here');
  });

  it('then is a zero-tolerance finding like others: judged before the review', () => {
    const walk = found().must(safe, 'officer');
    expect(duties(walk)).toEqual(['confirm-zero-tolerance']);
    expect(walk.refused({ type: 'pass-review' }, 'reviewer')).toEqual({
      code: 'zero-tolerance-open',
      items: ['SL-01'],
    });
    const kept = walk.state;
    walk.must(confirm, 'reviewer');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'zero-tolerance' });
    walk.state = kept;
    walk.must(dismiss, 'reviewer').must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(walk.state.correctiveActions).toMatchObject({ 'SL-01': { severity: 'critical' } });
  });

  it('does not hide another finding that holds the case', () => {
    const walk = found('HS-01');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.refused({ ...confirm, itemId: 'HS-01' }, 'reviewer').code).toBe('child-not-safe');
    walk.must(safe, 'officer').must({ ...dismiss, itemId: 'HS-01' }, 'reviewer');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.must(dismiss, 'reviewer').state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('is reported by the assigned auditor at any time on the site, before the answers are in', () => {
    const walk = new Walk().toAssessment();
    walk.must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer');
    expect(walk.refused(report, 'auditor').code).toBe('stage-does-not-allow');
    walk.must({ type: 'reassign-auditor', auditorId: 'mony', firmId: 'firm-2' }, 'officer');
    walk.must({ type: 'propose-visit', dates: [walk.date(5)] }, 'auditor2').wait(5);
    walk.must({ type: 'start-audit' }, 'auditor2').must(report, 'auditor2');
    expect(walk.refused(report, 'auditor').code).toBe('not-assigned');
    expect(walk.refused(report, 'supplier').code).toBe('role-not-allowed');
    expect(duties(walk)).toContain('mark-child-safe');
    const { since } = walk.state.safeguarding ?? {};
    walk.now = addHours(walk.now, 5);
    walk.must(report, 'auditor2');
    expect(walk.state.safeguarding).toEqual({ phase: 'unsafe', items: [], since });
    walk.must(safe, 'officer').must(report, 'auditor2');
    expect(walk.state.safeguarding).toMatchObject({ phase: 'unsafe', since: walk.now });
  });

  it.each(['withdraw', 'appeal'])('is not forgotten when the case ends first: %s', (way) => {
    const walk = way === 'withdraw' ? found() : new Walk().answer({ 'HS-03': NONCONFORM }).toReview();
    if (way === 'withdraw') walk.must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    else walk.must({ type: 'require-corrective-actions' }, 'reviewer').must(report, 'auditor').wait(200);
    expect(walk.state).toMatchObject({ over: false, safeguarding: { phase: 'unsafe' } });
    expect(duties(walk)).toEqual(['mark-child-safe']);
    walk.must(safe, 'officer');
    expect(walk.state).toMatchObject({ over: true, deadlines: [] });
  });

  it('stays a matter of its own when the supplier is rejected and may still appeal', () => {
    const walk = new Walk().answer({ 'HS-03': NONCONFORM }).toReview();
    walk.must({ type: 'require-corrective-actions' }, 'reviewer').must(report, 'auditor').wait(45);
    expect(walk.state.at).toBe('REJECTED');
    expect(walk.must(safe, 'officer').state.over).toBe(false);
    expect(walk.wait(90).state.over).toBe(true);
  });
});
