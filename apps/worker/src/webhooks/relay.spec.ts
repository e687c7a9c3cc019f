import { describe, expect, it } from '@jest/globals';
import { reasonOf } from './relay.js';

const grpc = (code: number): Error =>
  Object.assign(new Error('not started'), { cause: Object.assign(new Error('of the server'), { code }) });

describe('a webhook that is not started', () => {
  it.each([
    ['invalid argument', 3],
    ['failed precondition', 9],
    ['out of range', 11],
  ])('is set aside in the end for a reason of its own: %s', (_what, code) => {
    expect(reasonOf(grpc(code))).toEqual({ reason: expect.any(String) });
  });

  it.each([
    ['deadline exceeded', 4],
    ['no such namespace', 5],
    ['permission denied', 7],
    ['exhausted', 8],
    ['unimplemented', 12],
    ['unavailable', 14],
    ['unauthenticated', 16],
  ])('waits with all the others for what is wrong with all of them: %s', (_what, code) => {
    expect(reasonOf(grpc(code))).toBe('away');
  });

  it('is set aside when it cannot be sent, and waits for what nobody knows', () => {
    expect(reasonOf(new TypeError('no payload'))).toEqual({ reason: 'cannot-be-sent' });
    expect(reasonOf(new Error('what is this?'))).toBe('away');
    expect(reasonOf(undefined)).toBe('away');
  });
});
