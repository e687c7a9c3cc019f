import { describe, expect, it } from '@jest/globals';
import { ballHolders } from './ball-holders.js';
import { addDays, addHours } from './calendar.js';
import { NONCONFORM, Walk } from './walk.fixture.js';
import { assigned, asked, due, lines, screening, submitted } from './holders.fixture.js';

const correcting = (): Walk =>
  new Walk()
    .answer({ 'BL-01': NONCONFORM, 'CD-01': NONCONFORM })
    .toReview()
    .must({ type: 'require-corrective-actions' }, 'reviewer');
const running = (): Walk => new Walk().toPilot().place('p1');

/** Monday 2 November 2026, 09:00 in Phnom Penh. */
const NOW = new Walk().now;

describe('several who hold the ball', () => {
  it('names the auditor as a person', () => {
    expect(ballHolders(assigned().state)[0]).toMatchObject({
      personId: 'chan',
      task: 'propose-visit:firm-1',
    });
  });

  it('lists the two branches of the assessment beside each other, soonest first', () => {
    const walk = new Walk().toAssessment();
    walk.checkVerdicts = { 'vat-tin': 'POTENTIAL', certificates: 'ERROR' };
    expect(lines(walk.checks())).toEqual([
      'system rerun-check certificates officer-task',
      'officer office resolve-check vat-tin escalation',
      'officer office assign-auditor escalation',
    ]);
    expect(due(walk)).toBe(addHours(NOW, 0.25));
    walk.must({ type: 'resolve-check', check: 'vat-tin', verdict: 'FAIL' }, 'officer');
    expect(lines(walk)).toContain('officer office confirm-check-failure vat-tin escalation');
  });

  it('lists a zero-tolerance finding, and nothing else of the audit', () => {
    expect(lines(new Walk().answer({ 'SL-02': NONCONFORM }).toReview())).toEqual([
      'reviewer office confirm-zero-tolerance escalation',
    ]);
  });

  it('puts the second officer in the place of the reviewer when a rejection is proposed', () => {
    const walk = new Walk();
    walk.checkVerdicts = { 'vat-tin': 'FAIL' };
    walk.toReview().must({ type: 'propose-rejection', reason: 'failed-check' }, 'reviewer');
    expect(lines(walk)).toEqual(['officer office confirm-rejection escalation']);
  });

  it('lists every corrective action, with the supplier or with the auditor', () => {
    const walk = correcting();
    expect(lines(walk)).toEqual([
      'supplier supplier correct-finding BL-01 rejection',
      'supplier supplier correct-finding CD-01 rejection',
    ]);
    expect(lines(walk.correct('BL-01'))).toEqual([
      'auditor firm-1 verify-corrective-action BL-01 escalation',
      'supplier supplier correct-finding CD-01 rejection',
    ]);
  });

  it('lists each lot and each buyer', () => {
    const walk = running().place('p2', 'requester2').found('p1', 1, { major: 80 }).deliver('p1', 1);
    expect([...lines(walk)].sort()).toEqual([
      'inspector buyer-1 inspect-lot p1:1 escalation',
      'supplier supplier deliver-lot p1 late-delivery',
      'supplier supplier deliver-lot p2 late-delivery',
    ]);
    expect(lines(walk.judge('p1', 1))[0]).toBe('buyer-requester buyer-1 decide-rejected-lot p1:1 escalation');
  });

  it('lists buyers who still decide while the supplier is qualified', () => {
    const walk = new Walk().toDecision().must({ type: 'request-approval' }, 'requester2').approve();
    expect(lines(walk)).toEqual([
      'buyer-requester buyer-2 recommend-approval buyer-2 escalation',
      'supplier supplier renew-qualification lapse',
    ]);
  });

  it('lists a certificate to renew', () => {
    const walk = new Walk();
    walk.certificateEnds = addDays(walk.now, 300);
    expect(lines(walk.toDecision().approve())).toEqual([
      'supplier supplier renew-certificate downgrade',
      'supplier supplier renew-qualification lapse',
    ]);
  });

  it('still lists the buyers who could take up a parked case, without a date', () => {
    const walk = new Walk().toPilot().wait(120);
    expect(lines(walk)[0]).toBe('officer office match-buyer parked');
    expect(ballHolders(walk.state)).toHaveLength(3);
    expect(due(walk)).toBeUndefined();
  });

  it('keeps an overdue duty in the list', () => {
    expect(lines(submitted().wait(90))).toEqual(['officer office check-completeness escalation']);
  });

  it('lists nobody in the appeal window and after', () => {
    const rejected = screening()
      .must({ type: 'propose-rejection', reason: 'out-of-scope' }, 'officer')
      .must({ type: 'confirm-rejection' }, 'officer2');
    expect(rejected.state.over).toBe(false);
    expect(lines(rejected)).toEqual([]);
    expect(lines(new Walk().wait(60))).toEqual([]);
  });

  it('lists what only the office can clear', () => {
    const walk = assigned().must({ type: 'withdraw-from-audit', reason: 'pressure' }, 'auditor');
    expect(lines(walk)).toContain('officer office pressure-on-auditor chan escalation');
    expect(lines(asked().wait(10))).toContain('officer office phone-call information escalation');
  });

  it('flags a due date that was counted without the holidays', () => {
    const walk = new Walk();
    expect(ballHolders(walk.state)[0]?.calendarMissing).toBe(false);
    walk.holidays = {};
    walk.must({ type: 'submit-application' }, 'supplier');
    expect(ballHolders(walk.state)[0]).toMatchObject({ what: 'check-completeness', calendarMissing: true });
    expect(lines(walk)).toContain('officer office holidays-missing 2026 escalation');
  });
});
