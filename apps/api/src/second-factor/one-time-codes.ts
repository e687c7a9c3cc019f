import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Clocks of telephones go wrong: the code before and the code after count too. */
const WINDOW = 1;
const SECRET_BYTES = 20;

const codesOf = (secret: Secret, label?: string): TOTP =>
  // What every authenticator app takes, and some take nothing else (RFC 6238 with the values of RFC 4226).
  new TOTP({
    issuer: 'Selvedge',
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret,
    ...(label && { label }),
  });

/** A new secret, and its `otpauth:` address for an authenticator app. */
export function mintOneTimeSecret(label: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: SECRET_BYTES });
  return { secret: secret.base32, uri: codesOf(secret, label).toString() };
}

/** The step (30 seconds each, since 1970) that a code belongs to; nothing when it belongs to none that counts now. */
export function stepOf(code: string, secret: string, now: number = Date.now()): number | undefined {
  const totp = codesOf(Secret.fromBase32(secret));
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}
