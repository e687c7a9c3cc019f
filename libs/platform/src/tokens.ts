import { createHash, randomBytes } from 'node:crypto';

const BITS = 256;
const PREFIX_LENGTH = 12;

export interface MintedToken {
  /** The secret itself: shown once, never stored. */
  readonly token: string;
  readonly hash: Buffer;
  /** What people recognise it by. */
  readonly prefix: string;
}

/** What is stored of a token, and what it is looked up by: a fast hash will do for a secret nobody can guess. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new bearer token. */
export function mintToken(): MintedToken {
  const token = `svg_${randomBytes(BITS / 8).toString('base64url')}`;
  return { token, hash: hashToken(token), prefix: token.slice(0, PREFIX_LENGTH) };
}

/** A new secret of an OAuth client; only its hash is stored. */
export function mintClientSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = `svs_${randomBytes(BITS / 8).toString('base64url')}`;
  return { secret, hash: hashToken(secret) };
}

/** What a session's cookie carries: random, without meaning, stored as its hash only. */
export function mintSessionToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(BITS / 8).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The token of an `Authorization: Bearer` header, when it has the form of one of ours. */
export const bearerToken = (header: string | undefined): string | undefined =>
  /^Bearer +(svg_[A-Za-z0-9_-]{27,100})$/i.exec(header ?? '')?.[1];
