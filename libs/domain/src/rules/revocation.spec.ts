import { describe, expect, it } from '@jest/globals';
import { approvalStatus } from '../approval-status.js';
import { addDays } from '../calendar.js';
import { Walk, type Who } from '../walk.fixture.js';

const SUSPEND = { type: 'suspend', cause: 'critical-incident' } as const;
const PROPOSE = { type: 'propose-reinstatement' } as const;
const REVOKE = { type: 'propose-revocation', cause: 'fraud' } as const;
const qualified = (): Walk => new Walk().toDecision().approve();
const suspended = (walk = qualified()): Walk =>
  walk.must(SUSPEND, 'officer').must({ type: 'confirm-suspension' }, 'officer2');
const eventsOf = (walk: Walk): readonly string[] => walk.entries.at(-1)?.events.map(({ type }) => type) ?? [];
const standing = (walk: Walk) => approvalStatus(walk.state, 'buyer-1', walk.now);

describe('a revocation', () => {
  const revoked = (walk = suspended()): Walk =>
    walk.must(REVOKE, 'officer').must({ type: 'confirm-revocation' }, 'officer2');

  it('takes two officers, and everything that stood on the qualification', () => {
    const walk = new Walk()
      .toPilot()
      .place('p2', 'requester2')
      .place('p1')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0)
      .approve();
    suspended(walk).must(REVOKE, 'officer');
    expect(walk.refused({ type: 'confirm-revocation' }, 'officer').code).toBe('same-person');
    walk.must({ type: 'confirm-revocation' }, 'officer2');
    expect(walk.state).toMatchObject({
      at: 'REVOKED',
      closedReason: 'fraud',
      over: false,
      approvals: { 'buyer-1': { phase: 'ended' } },
      pilots: { p2: { phase: 'cancelled' } },
      deadlines: [{ kind: 'appeal-window', dueAt: addDays(walk.now, 15) }],
    });
    expect(eventsOf(walk)).toEqual([
      ...['pilot-cancelled', 'approval-withdrawn', 'consent-ended', 'consent-ended', 'qualification-revoked'],
    ]);
    expect(standing(walk).standing).toBe('ended');
    expect(walk.wait(15).state.over).toBe(true);
  });

  it('comes by itself after ninety days, with reminders 30, 14, 7 and 1 days before', () => {
    const walk = suspended();
    const { since = '' } = walk.state.suspension ?? {};
    const before = walk.entries.length;
    walk.wait(89.9);
    expect(walk.state.at).toBe('SUSPENDED');
    walk.wait(0.2);
    expect(walk.state).toMatchObject({ at: 'REVOKED', closedReason: 'critical-incident', over: false });
    const days = walk.entries
      .slice(before)
      .filter(({ events }) => events.some(({ params }) => params['deadline'] === 'suspension'))
      .map(({ occurredAt }) => Math.round((Date.parse(occurredAt) - Date.parse(since)) / 86_400_000));
    expect(days).toEqual([60, 76, 83, 89]);
  });

  it('may be turned down, and is refused to everybody else', () => {
    const walk = suspended();
    for (const who of ['supplier', 'reviewer', 'requester', 'auditor'] as Who[])
      expect(walk.refused(REVOKE, who).code).toBe('role-not-allowed');
    expect(qualified().refused(REVOKE, 'officer').code).toBe('stage-does-not-allow');
    walk.must(REVOKE, 'officer').must({ type: 'dismiss-revocation' }, 'officer2');
    expect(walk.refused({ type: 'confirm-revocation' }, 'officer2').code).toBe('proposal-missing');
    expect(revoked(walk).refused(PROPOSE, 'officer').code).toBe('stage-does-not-allow');
  });
});
