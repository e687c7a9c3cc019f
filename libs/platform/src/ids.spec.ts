import { describe, expect, it } from '@jest/globals';
import { newId, uuidFromParts } from './ids.js';
import { bearerToken, hashToken, mintToken } from './tokens.js';
import { requestIdFrom } from './request-id.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('sorts later keys after earlier ones', () => {
    const [early, late] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
    expect(early).toMatch(UUID);
    expect(early < late).toBe(true);
    expect(newId()).not.toBe(newId());
  });

  it('makes the same id of the same parts, and keeps parts apart', () => {
    expect(uuidFromParts('a', 'b')).toMatch(UUID);
    expect(uuidFromParts('a', 'b')).toBe(uuidFromParts('a', 'b'));
    expect(uuidFromParts('a', 'b')).not.toBe(uuidFromParts('ab'));
    expect(uuidFromParts('a,b')).not.toBe(uuidFromParts('a', 'b'));
  });

  it('takes over a harmless request id and replaces any other', () => {
    expect(requestIdFrom('order-42.retry:1')).toBe('order-42.retry:1');
    expect(requestIdFrom('a\nforged log line')).toMatch(UUID);
    expect(requestIdFrom('x'.repeat(65))).toMatch(UUID);
    expect(requestIdFrom(undefined)).toMatch(UUID);
  });
});

describe('a token', () => {
  it('holds 256 random bits and is found by its hash', () => {
    const { token, hash, prefix } = mintToken();
    expect(token).toMatch(/^svg_[A-Za-z0-9_-]{43}$/);
    expect(token.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength(12);
    expect(hashToken(token).equals(hash)).toBe(true);
    expect(mintToken().token).not.toBe(token);
  });

  it('is read from a Bearer header only', () => {
    const { token } = mintToken();
    expect(bearerToken(`Bearer ${token}`)).toBe(token);
    expect(bearerToken(`bearer ${token}`)).toBe(token);
    for (const header of [undefined, token, `Basic ${token}`, 'Bearer svg_short', `Bearer ${token} x`]) {
      expect(bearerToken(header)).toBeUndefined();
    }
  });
});
