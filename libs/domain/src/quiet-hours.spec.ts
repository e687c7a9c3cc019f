import { describe, expect, it } from '@jest/globals';
import { afterQuiet, lastDigest, sendAfter } from './quiet-hours.js';

/** An instant by the clock of Phnom Penh. Monday 2 November 2026 is a Monday there. */
const at = (text: string): string => new Date(`${text}+07:00`).toISOString();
const NIGHT = { from: '21:00', until: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['2026-11-02T20:59:59', '2026-11-02T20:59:59'],
    ['2026-11-02T21:00:00', '2026-11-03T07:00:00'],
    ['2026-11-02T23:30:00', '2026-11-03T07:00:00'],
    ['2026-11-03T00:00:00', '2026-11-03T07:00:00'],
    ['2026-11-03T06:59:59', '2026-11-03T07:00:00'],
    ['2026-11-03T07:00:00', '2026-11-03T07:00:00'],
    ['2026-12-31T22:00:00', '2027-01-01T07:00:00'],
  ])('over midnight: at %s it may be sent at %s', (now, then) => {
    expect(afterQuiet(at(now), NIGHT)).toBe(at(then));
  });

  it.each([
    ['2026-11-02T11:59:00', '2026-11-02T11:59:00'],
    ['2026-11-02T12:00:00', '2026-11-02T13:30:00'],
    ['2026-11-02T13:30:00', '2026-11-02T13:30:00'],
  ])('at noon: at %s it may be sent at %s', (now, then) => {
    expect(afterQuiet(at(now), { from: '12:00', until: '13:30' })).toBe(at(then));
  });

  it('are none when they are not set, and none when they are as long as nothing', () => {
    const now = at('2026-11-02T23:00:00');
    expect(afterQuiet(now, undefined)).toBe(now);
    expect(afterQuiet(now, { from: '23:00', until: '23:00' })).toBe(now);
  });
});

describe('a digest', () => {
  it.each([
    ['daily', '2026-11-03T08:00:00', '2026-11-03T08:00:00'],
    ['daily', '2026-11-03T07:59:59', '2026-11-02T08:00:00'],
    ['weekly', '2026-11-02T08:00:00', '2026-11-02T08:00:00'],
    ['weekly', '2026-11-02T07:59:59', '2026-10-26T08:00:00'],
    ['weekly', '2026-11-08T23:00:00', '2026-11-02T08:00:00'],
  ] as const)('that is %s went out last, at %s, at %s', (digest, now, then) => {
    expect(lastDigest(at(now), digest)).toBe(at(then));
  });
});

describe('what is sent when', () => {
  const now = at('2026-11-02T22:00:00');
  const morning = at('2026-11-03T07:00:00');
  const often = { quiet: NIGHT, digest: 'off' } as const;
  const seldom = { quiet: NIGHT, digest: 'weekly' } as const;
  it.each([
    ['what happened waits for the morning', often, 'happened', 'pilot-placed', morning],
    ['what happened goes with the digest', seldom, 'happened', 'pilot-placed', 'infinity'],
    ['a task does not wait for a digest', seldom, 'task', 'pilot-placed', morning],
    ['a reminder does not', seldom, 'reminder', 'reminder-due', morning],
    ['a decision does not', seldom, 'legal', 'qualification-revoked', morning],
    ['a child in danger does not wait at all', seldom, 'happened', 'child-found', now],
    ['an alert does not', often, 'task', 'zero-tolerance-alert', now],
    ['another account does not', often, 'legal', 'bank-change-announced', now],
  ] as const)('%s', (_what, times, kind, type, then) => {
    expect(sendAfter(now, times, { kind, type })).toBe(then);
  });
});
