import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP, URI } from 'otpauth';
import { mintOneTimeSecret, stepOf } from './one-time-codes.js';
import { mintRecoveryCodes, readRecoveryCode } from './recovery-codes.js';

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
const VECTORS: readonly (readonly [seconds: number, code: string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const SECRET = Secret.fromLatin1('12345678901234567890').base32;

describe('a one-time code', () => {
  it.each(VECTORS)('of second %i is the one of the standard', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(stepOf(code, SECRET, seconds * 1000)).toBe(step);
    // It is told by its own step, whenever within the window it comes.
    expect(stepOf(code, SECRET, (step * 30 + 59) * 1000)).toBe(step);
    expect(stepOf(code, SECRET, (step * 30 + 60) * 1000)).toBeUndefined();
    expect(stepOf(code, SECRET, (step * 30 - 30) * 1000)).toBe(step);
    expect(stepOf(code, SECRET, (step * 30 - 31) * 1000)).toBeUndefined();
  });

  it('comes from a secret of 160 bits that an app can take over', () => {
    const { secret, uri } = mintOneTimeSecret('ស្រី នា: A/B');
    const app = URI.parse(uri) as TOTP;
    expect([app.secret.base32, app.issuer, app.secret.bytes.length]).toEqual([secret, 'Selvedge', 20]);
    expect(mintOneTimeSecret('x').secret).not.toBe(secret);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and know their place', () => {
    const codes = mintRecoveryCodes();
    expect(codes.map((code) => readRecoveryCode(code)?.place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(codes.map((code) => readRecoveryCode(code)?.secret)).size).toBe(10);
  });

  it('are read however they are typed, and nothing else is', () => {
    expect(readRecoveryCode(' 3-abcde-fghjk ')).toEqual({ place: 4, secret: 'ABCDEFGHJK' });
    for (const wrong of ['', '3-ABCDE-FGHJ', 'x-ABCDE-FGHJK', '3-ABCDE-FGHJKL', '33-ABCDE-FGHJK'])
      expect(readRecoveryCode(wrong)).toBeUndefined();
  });
});
