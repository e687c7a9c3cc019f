import { describe, expect, it } from '@jest/globals';
import { idempotencyKeyOf } from './idempotency-key.js';

describe('an Idempotency-Key', () => {
  it('may be left out, and may be a structured-field string', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
    expect(idempotencyKeyOf('order-42')).toBe('order-42');
    expect(idempotencyKeyOf('"order-42"')).toBe('order-42');
  });

  it.each(['', '""', 'two words', 'x'.repeat(256), 'ក'])('is refused when it is %j', (key) => {
    expect(() => idempotencyKeyOf(key)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'invalid-idempotency-key' }) }),
    );
  });
});
