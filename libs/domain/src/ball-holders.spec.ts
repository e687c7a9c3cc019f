import { describe, expect, it } from '@jest/globals';
import { addDays, endOfLocalDay } from './calendar.js';
import { Walk } from './walk.fixture.js';
import { asked, assessed, assigned, due, lines, screening, submitted } from './holders.fixture.js';

const proposed = (): Walk => {
  const walk = assigned();
  return walk.must({ type: 'propose-visit', dates: [walk.date(5)] }, 'auditor');
};
const agreed = (): Walk => {
  const walk = proposed();
  return walk.must({ type: 'accept-visit', date: walk.date(5) }, 'supplier');
};
const placed = (): Walk => new Walk().toPilot().must({ type: 'place-pilot', pilotId: 'p1' }, 'requester');
const running = (): Walk => new Walk().toPilot().place('p1');

/** Monday 2 November 2026, 09:00 in Phnom Penh, and the close of so many working days after it. */
const NOW = new Walk().now;
const close = (date: string): string => `2026-11-${date}T10:00:00.000Z`;

describe('who holds the ball', () => {
  it.each<[string, () => Walk, readonly string[], string | undefined]>([
    ['draft', () => new Walk(), ['supplier supplier complete-application lapse'], addDays(NOW, 60)],
    ['submitted', submitted, ['officer office check-completeness escalation'], close('05')],
    [
      'information-requested',
      asked,
      ['supplier supplier answer-information-request withdrawal'],
      addDays(NOW, 14),
    ],
    [
      'screening',
      screening,
      ['system run-check sanctions retry', 'system run-check duplicate retry'],
      undefined,
    ],
    ['audit unassigned', assessed, ['officer office assign-auditor escalation'], close('09')],
    ['audit assigned', assigned, ['auditor firm-1 propose-visit escalation'], close('05')],
    [
      'visit proposed',
      proposed,
      ['supplier supplier answer-visit-proposal first-date-stands'],
      addDays(NOW, 5),
    ],
    ['visit agreed', agreed, ['auditor firm-1 visit-site escalation'], addDays(NOW, 21)],
    [
      'audit in progress',
      () => new Walk().toAssessment().toAudit().checks(),
      ['auditor firm-1 submit-audit escalation'],
      close('09'),
    ],
    ['review', () => new Walk().toReview(), ['reviewer office review-assessment escalation'], close('09')],
    [
      'pilot ready',
      () => new Walk().toPilot(),
      [
        'officer office match-buyer parked',
        'buyer-requester buyer-1 place-pilot parked',
        'buyer-requester buyer-2 place-pilot parked',
      ],
      addDays(NOW, 60),
    ],
    ['pilot placed', placed, ['supplier supplier confirm-pilot p1 escalation'], close('05')],
    [
      'pilot running',
      running,
      ['supplier supplier deliver-lot p1 late-delivery'],
      endOfLocalDay('2026-12-02'),
    ],
    [
      'decision',
      () => new Walk().toDecision(),
      ['buyer-requester buyer-1 recommend-approval buyer-1 escalation'],
      close('16'),
    ],
    [
      'decision recommended',
      () => new Walk().toDecision().must({ type: 'recommend-approval' }, 'requester'),
      ['buyer-approver buyer-1 decide-approval buyer-1 escalation'],
      close('16'),
    ],
    [
      'decision deferred',
      () => new Walk().toDecision().must({ type: 'defer-approval' }, 'requester'),
      ['buyer-requester buyer-1 recommend-approval buyer-1 escalation'],
      addDays(NOW, 30),
    ],
    [
      'qualified',
      () => new Walk().toDecision().approve(),
      ['supplier supplier renew-qualification lapse'],
      '2028-11-02T02:00:00.000Z',
    ],
    [
      'conditional',
      () => new Walk().toDecision().approve(true),
      ['reviewer office confirm-conditions suspension', 'supplier supplier renew-qualification lapse'],
      '2027-05-02T02:00:00.000Z',
    ],
    [
      'suspended',
      () => new Walk().toDecision().approve().must({ type: 'suspend', cause: 'other' }, 'officer'),
      [
        'officer office confirm-suspension suspension reinstatement',
        'supplier supplier renew-qualification lapse',
      ],
      close('04'),
    ],
    [
      'suspended and confirmed',
      () =>
        new Walk()
          .toDecision()
          .approve()
          .must({ type: 'suspend', cause: 'other' }, 'officer')
          .must({ type: 'confirm-suspension' }, 'officer2'),
      ['officer office decide-suspension revocation', 'supplier supplier renew-qualification lapse'],
      addDays(NOW, 90),
    ],
    ['withdrawn', () => submitted().must({ type: 'withdraw', reason: 'cost' }, 'supplier'), [], undefined],
  ])('in %s', (_substate, walk, expected, dueAt) => {
    expect(lines(walk())).toEqual(expected);
    expect(due(walk())).toBe(dueAt);
  });
});
