import { describe, expect, it } from '@jest/globals';
import { outOfQuiet } from './sending.js';

describe('a message that is tried again', () => {
  /** 20:00 in Phnom Penh. */
  const now = new Date('2026-11-25T13:00:00.000Z');
  const quiet = { notice: null, quietFrom: '21:00', quietUntil: '07:00' };
  const again = (pauseS: number) => ({ status: 'queued' as const, error: 'smtp-451', pauseS });

  it('waits for the end of quiet hours when its turn comes in them', () => {
    expect(outOfQuiet(again(1800), quiet, now)).toEqual(again(1800));
    expect(outOfQuiet(again(7200), quiet, now)).toEqual(again(11 * 3600));
    expect(outOfQuiet(again(7200), { ...quiet, quietFrom: null, quietUntil: null }, now)).toEqual(
      again(7200),
    );
  });

  it('does not wait when it is urgent, or when nothing is tried again', () => {
    const notice = { type: 'child-found' as const, params: {} };
    expect(outOfQuiet(again(7200), { ...quiet, notice }, now)).toEqual(again(7200));
    expect(outOfQuiet({ status: 'sent' }, quiet, now)).toEqual({ status: 'sent' });
  });
});
