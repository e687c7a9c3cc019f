import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signBytes,
  verify as verifyBytes,
  type KeyObject,
} from 'node:crypto';
import { canonicalText, sha256 } from './canonical.js';

/** PKCS #8 of an Ed25519 key (RFC 8410) up to its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const RAW_KEY = /^[A-Za-z0-9_-]{43}=?$/;

const rawOf = (key: KeyObject): string => {
  const { crv, x } = key.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new Error('An anchor key must be an Ed25519 key.');
  return x;
};
/** The thumbprint of RFC 7638: whoever has the public key can compute the key's id. */
const keyIdOf = (x: string): string =>
  sha256(canonicalText({ crv: 'Ed25519', kty: 'OKP', x })).toString('base64url');

/** Signs anchors. The private key never leaves it. */
export class AnchorSigner {
  readonly keyId: string;
  /** Raw, 32 bytes in base64url: what `readPublicKeys` reads. */
  readonly publicKey: string;

  constructor(private readonly key: KeyObject) {
    this.publicKey = rawOf(createPublicKey(key));
    this.keyId = keyIdOf(this.publicKey);
  }

  /** The signature (RFC 8032) in base64url. */
  sign(text: string): string {
    return signBytes(null, Buffer.from(text), this.key).toString('base64url');
  }
}

/**
 * An Ed25519 private key as the environment has it: PKCS #8 in PEM (line ends may be written `\n`), or its 32 bytes in
 * base64url.
 * @throws Error that never repeats what it could not read
 */
export function readSigningKey(text: string): AnchorSigner {
  try {
    if (!RAW_KEY.test(text)) return new AnchorSigner(createPrivateKey(text.replaceAll('\\n', '\n')));
    const der = Buffer.concat([PKCS8_HEAD, Buffer.from(text, 'base64url')]);
    return new AnchorSigner(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  } catch {
    throw new Error(
      'The anchor signing key must be an Ed25519 key: PKCS #8 in PEM, or 32 bytes in base64url.',
    );
  }
}

/** A new key as `readSigningKey` reads it. */
export const mintSigningKey = (): string => randomBytes(32).toString('base64url');

export interface AnchorJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}
/** Public keys by id, the present one and former ones. */
export class AnchorKeys {
  constructor(private readonly keys: ReadonlyMap<string, KeyObject>) {}

  /** False also for a key that nobody vouched for. */
  verifies(keyId: string, text: string, signature: string): boolean {
    const key = this.keys.get(keyId);
    return (
      key !== undefined && verifyBytes(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
    );
  }

  get jwks(): readonly AnchorJwk[] {
    return [...this.keys].map(([kid, key]) => ({
      ...{ kty: 'OKP', crv: 'Ed25519', x: rawOf(key) },
      ...{ kid, use: 'sig', alg: 'EdDSA' },
    })) as readonly AnchorJwk[];
  }
}

/**
 * Public keys as the environment has them: 32 bytes in base64url each, comma between two; may be empty.
 * @throws Error when one of them is no such key
 */
export function readPublicKeys(text: string): AnchorKeys {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const keys = parts.map((part): [string, KeyObject] => {
    if (!RAW_KEY.test(part)) throw new Error('An anchor public key must be 32 bytes in base64url.');
    const x = part.replace(/=$/, '');
    return [keyIdOf(x), createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })];
  });
  return new AnchorKeys(new Map(keys));
}
