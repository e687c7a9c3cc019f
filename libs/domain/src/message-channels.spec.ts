import { describe, expect, it } from '@jest/globals';
import { channelFor, mayBeRepeated, pauseBeforeRetry, type Reachable } from './message-channels.js';

const person = (more: Partial<Reachable>): Reachable => ({
  ...{ ways: ['email', 'telegram', 'sms'], chosen: [], legal: false, supplier: true, matters: true },
  ...more,
});

describe('the channel of a message', () => {
  it('is one: the linked account before e-mail before a telephone', () => {
    expect(channelFor(person({}))).toBe('telegram');
    expect(channelFor(person({ ways: ['sms', 'email'] }))).toBe('email');
    expect(channelFor(person({ ways: ['sms'] }))).toBe('sms');
    expect(channelFor(person({ ways: [] }))).toBeUndefined();
  });

  it('is a telephone for suppliers alone, and for what matters, unless somebody wants it so', () => {
    expect(channelFor(person({ ways: ['sms'], supplier: false }))).toBeUndefined();
    expect(channelFor(person({ ways: ['sms'], matters: false }))).toBeUndefined();
    expect(channelFor(person({ chosen: ['sms'], supplier: false, matters: false }))).toBe('sms');
  });

  it('is among those that were chosen, and none beside them', () => {
    expect(channelFor(person({ chosen: ['sms', 'email'] }))).toBe('email');
    expect(channelFor(person({ ways: ['telegram', 'sms'], chosen: ['email'] }))).toBeUndefined();
  });

  it('is none for who said no, but for what the law wants told', () => {
    expect(channelFor(person({ chosen: ['none'] }))).toBeUndefined();
    expect(channelFor(person({ chosen: ['none', 'email'] }))).toBeUndefined();
    expect(channelFor(person({ chosen: ['none'], legal: true }))).toBe('telegram');
    expect(channelFor(person({ ways: ['sms'], chosen: ['email'], legal: true }))).toBe('sms');
    expect(channelFor(person({ chosen: ['email'], legal: true }))).toBe('email');
  });
});

describe('a message that could not be sent', () => {
  it('is tried again for most of a day, later each time, and then given up', () => {
    const minutes = [1, 2, 3, 4, 5, 6].map((attempts) => (pauseBeforeRetry(attempts) ?? 0) / 60);
    expect(minutes).toEqual([1, 5, 30, 120, 360, 720]);
    expect(minutes.reduce((sum, one) => sum + one)).toBeLessThan(24 * 60);
    expect(pauseBeforeRetry(7)).toBeUndefined();
  });

  it('is repeated without knowing only where the repeat can be recognised', () => {
    expect(mayBeRepeated('email')).toBe(true);
    expect([mayBeRepeated('sms'), mayBeRepeated('telegram')]).toEqual([false, false]);
  });
});
