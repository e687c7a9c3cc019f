import { describe, expect, it } from '@jest/globals';
import {
  LONGEST_RETRY_AFTER_S,
  retryAfterOf,
  WEBHOOK_PAUSES_S,
  WEBHOOKS_IN_FLIGHT,
  webhookOpenFor,
  webhookPassage,
  webhookPause,
  webhookVerdict,
  type WebhookGate,
} from './webhook-schedule.js';

const NOW = new Date('2026-11-25T08:00:00Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe('the attempts of a webhook', () => {
  const totalHours = (chance: number): number => {
    const pauses = WEBHOOK_PAUSES_S.slice(1).map((_, i) => webhookPause(i + 1, chance));
    return pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
  };

  it('go on for 72 hours at least, whatever chance adds', () => {
    expect(WEBHOOK_PAUSES_S[0]).toBe(0);
    expect(totalHours(0)).toBeGreaterThanOrEqual(72);
    expect(totalHours(0)).toBeCloseTo(75.58, 1);
    expect(totalHours(1)).toBeCloseTo(75.58 * 1.1, 1);
  });

  it.each([
    ['delivered by 2xx alone', [200, 201, 204, 299], 'delivered'],
    [
      'not delivered by anything else, a redirect among it',
      [100, 199, 300, 301, 302, 307, 400, 404, 429, 500, 503],
      'failed',
    ],
    ['at their end with 410', [410], 'gone'],
  ] as const)('are %s', (_, statuses, verdict) => {
    for (const status of statuses) expect([status, webhookVerdict(status, 1)]).toEqual([status, verdict]);
  });

  it('fail without an answer, and are given up after the last', () => {
    const last = WEBHOOK_PAUSES_S.length;
    expect(webhookVerdict(undefined, 1)).toBe('failed');
    expect(webhookVerdict(500, last - 1)).toBe('failed');
    expect(webhookVerdict(500, last)).toBe('exhausted');
    expect(webhookVerdict(undefined, last)).toBe('exhausted');
    expect(webhookVerdict(200, last)).toBe('delivered');
  });

  it('wait for as long as the receiver asks, a day at most, and never less than planned', () => {
    expect(webhookPause(1, 0, 120)).toBe(120);
    expect(webhookPause(3, 0, 120)).toBe(1800);
    expect(webhookPause(1, 0, 10 * LONGEST_RETRY_AFTER_S)).toBe(LONGEST_RETRY_AFTER_S);
  });

  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Wed, 25 Nov 2026 08:01:00 GMT', 60],
    ['Wed, 25 Nov 2026 07:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', expect.anything()],
    [undefined, undefined],
  ])('read Retry-After: %j', (header, seconds) => {
    if (header !== '-5') expect(retryAfterOf(header, NOW)).toEqual(seconds);
    else expect(webhookPause(1, 0, retryAfterOf(header, NOW))).toBe(5);
  });
});

describe('the gate before an endpoint', () => {
  const gate = (over: Partial<WebhookGate> = {}): WebhookGate => ({
    ...{ rateLimit: 10, nextFreeAt: at(-60), openUntil: null, inFlight: 0, slotAt: null },
    ...over,
  });

  it('lets pass what is under the rate limit, and promises the others a moment each', () => {
    const first = webhookPassage(gate(), NOW, 0);
    expect(first).toEqual({ go: true, nextFreeAt: at(0.1), openUntil: null });
    const second = webhookPassage(gate({ nextFreeAt: first.nextFreeAt }), NOW, 0);
    expect(second).toEqual({ go: false, waitS: 0.1, slotAt: at(0.1), nextFreeAt: at(0.2) });
    const third = webhookPassage(gate({ nextFreeAt: second.nextFreeAt }), NOW, 0);
    expect(third).toMatchObject({ go: false, slotAt: at(0.2), nextFreeAt: at(0.3) });
    const promised = gate({ nextFreeAt: at(0.3), slotAt: at(0.1) });
    expect(webhookPassage(promised, NOW, 0)).toMatchObject({ go: false, nextFreeAt: at(0.3) });
    expect(webhookPassage(promised, at(0.1), 0)).toEqual({ go: true, nextFreeAt: at(0.3), openUntil: null });
  });

  it('never lets more than a few at a time wait for one endpoint', () => {
    expect(webhookPassage(gate({ inFlight: WEBHOOKS_IN_FLIGHT - 1 }), NOW, 0).go).toBe(true);
    const full = webhookPassage(gate({ inFlight: WEBHOOKS_IN_FLIGHT }), NOW, 0.5);
    expect(full).toEqual({ go: false, waitS: 2, slotAt: NOW, nextFreeAt: at(0.1) });
  });

  it('is asked less often by who has waited for long while it was busy', () => {
    const busy = (waited: number) =>
      webhookPassage(gate({ inFlight: WEBHOOKS_IN_FLIGHT, slotAt: at(-waited) }), NOW, 0.5);
    expect([0, 100, 1000, 10_000].map(busy)).toMatchObject(
      [2, 27, 252, 600].map((waitS) => ({ go: false, waitS, nextFreeAt: at(-60) })),
    );
    const promised = gate({ inFlight: WEBHOOKS_IN_FLIGHT, slotAt: at(60), nextFreeAt: at(90) });
    expect(webhookPassage(promised, NOW, 0)).toMatchObject({ waitS: 60, slotAt: at(60), nextFreeAt: at(90) });
  });

  it('is not sent all at once what waited while it was busy or left alone', () => {
    let nextFreeAt = at(-600);
    const passages = Array.from({ length: 20 }, (_, n) => {
      const passage = webhookPassage(gate({ slotAt: at(-60 + n), nextFreeAt }), NOW, 0);
      nextFreeAt = passage.nextFreeAt;
      return passage;
    });
    expect(passages.filter(({ go }) => go)).toHaveLength(1);
    expect(passages.at(-1)).toMatchObject({ go: false, slotAt: at(1.9), nextFreeAt: at(2) });
  });

  it('closes after ten failures in a row, for longer each time', () => {
    expect([0, 9].map(webhookOpenFor)).toEqual([undefined, undefined]);
    expect([10, 11, 12, 14, 15, 500].map(webhookOpenFor)).toEqual([30, 60, 120, 480, 600, 600]);
  });

  it('is probed by one when it opens again, while the others wait', () => {
    const closed = gate({ openUntil: at(30) });
    expect(webhookPassage(closed, NOW, 0)).toMatchObject({ go: false, waitS: 30 });
    expect(webhookPassage(closed, NOW, 1)).toMatchObject({ go: false, waitS: 62 });
    const probe = webhookPassage(closed, at(31), 0);
    expect(probe).toMatchObject({ go: true, openUntil: at(51) });
    expect(webhookPassage(gate({ openUntil: at(51) }), at(31), 0).go).toBe(false);
  });
});
